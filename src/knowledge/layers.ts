import type { ProfileFile, Quality } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';
import type { Product } from '../model/product.ts';
import type { ParsedDocument } from './patterns/parse-document.ts';
import type { DecisionList } from './read/decisions.ts';
import type { Questionnaire } from './read/questions.ts';
import type { TextFile } from './read/text-file.ts';

/** The texts of one place that knowledge comes from; what a place does not have is absent. */
export interface LayerFiles {
  readonly qualities?: TextFile;
  readonly questions?: TextFile;
  readonly decisions?: TextFile;
  readonly products?: TextFile;
  /** Words that Markdown is read with; those of all layers count together. */
  readonly reading: readonly TextFile[];
  readonly documents: readonly TextFile[];
  /** Documents only if they hold patterns. */
  readonly readmes?: readonly TextFile[];
  /** There is nothing beside them. */
  readonly isOnlyReadmes?: boolean;
  readonly profiles: readonly TextFile[];
  /** The decisions were written for these documents, so that each pattern they name should be here. */
  readonly complete: boolean;
  readonly unread?: readonly Unread[];
  readonly skipped?: readonly Skipped[];
}

/** A file or folder that was wanted, and could not be read. */
export interface Unread {
  readonly file: string;
  readonly message: string;
  readonly hint?: string;
}

/** What lies in a folder of documents, and is none. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

/** One layer, read. Where two layers define one id the later wins. */
export interface Layer extends Questionnaire, Omit<DecisionList, 'version'> {
  readonly version?: string;
  readonly qualities: readonly Quality[];
  readonly products: readonly Product[];
  readonly documents: readonly ParsedDocument[];
  readonly profiles: readonly ProfileFile[];
  readonly complete: boolean;
  readonly unread: readonly Unread[];
}

/** A later item takes the place of an earlier one with its id. */
export function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** A pattern and all that are nested in it. */
export function withVariants(pattern: Pattern): Pattern[] {
  return [pattern, ...pattern.variants.flatMap(withVariants)];
}

/** A profile is called as its file. */
export function profileOf({ file, text }: TextFile): ProfileFile {
  const name = file.split(/[/\\]/).at(-1) ?? file;
  return { id: name.replace(/\.ya?ml$/, ''), text, place: { file, line: 1, column: 1 } };
}
