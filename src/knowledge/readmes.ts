import { UserError } from '../common/user-error.ts';
import { type Parse, vocabularyOf } from './assemble-with.ts';
import type { LayerFiles, Skipped } from './layers.ts';
import type { ParsedDocument } from './patterns/parse-document.ts';
import type { TextFile } from './read/text-file.ts';

/**
 * Takes each README that holds patterns for a document, and skips the others. `all` are the layers that words come from.
 * Throws a `UserError` where nothing is left.
 */
export function withReadmes(
  layer: LayerFiles,
  all: readonly LayerFiles[],
  parse: Parse,
): LayerFiles {
  const { readmes = [], isOnlyReadmes, documents, skipped = [], ...rest } = layer;
  if (readmes.length === 0) return layer;
  const vocabulary = vocabularyOf(all);
  const kept = readmes.filter(({ file, text }) => holdsPatterns(parse(file, text, vocabulary)));
  const [first] = readmes;
  if (first && isOnlyReadmes && kept.length === 0) {
    throw new UserError(
      `\`${first.file}\` contains no pattern, and there is no other Markdown document next to it`,
      'name a folder with *.md files, or one file',
    );
  }
  const others = readmes.filter((readme) => !kept.includes(readme)).map(skippedReadme);
  return { ...rest, documents: [...kept, ...documents], skipped: [...others, ...skipped] };
}

/** A heading alone is not a pattern: a pattern has arguments for or against it, or variants. */
function holdsPatterns({ patterns }: ParsedDocument): boolean {
  return patterns.some(
    ({ claims, evidence, variants }) => claims.length + evidence.length + variants.length > 0,
  );
}

function skippedReadme({ file }: TextFile): Skipped {
  return { file, reason: 'it contains no pattern' };
}
