import { readFileSync } from 'node:fs';
import type { Vocabulary } from '../../src/knowledge/markdown/section.ts';
import { vocabularyFrom } from '../../src/knowledge/patterns/vocabulary.ts';
import { parseDecisions } from '../../src/knowledge/read/decisions.ts';
import { parseQualities } from '../../src/knowledge/read/qualities.ts';
import { parseReading } from '../../src/knowledge/read/reading.ts';
import type { YamlResult, YamlText } from '../../src/knowledge/read/yaml.ts';

/** Where the fixture pairs and the words they are read with stand. */
export const grammarFolder = new URL('../fixtures/grammar/', import.meta.url);

/** The small vocabulary of the grammar fixtures: a few alternatives and qualities with telling phrases. */
export function grammarVocabulary(): Vocabulary {
  return vocabularyIn(grammarFolder);
}

/** The vocabulary of a folder with its own `decisions.yaml` and `qualities.yaml`. */
export function vocabularyIn(folder: URL): Vocabulary {
  return vocabularyFrom({
    alternatives: read(new URL('decisions.yaml', folder), parseDecisions).decisions.flatMap(
      ({ alternatives }) => alternatives,
    ),
    qualities: read(new URL('qualities.yaml', folder), parseQualities),
    reading: read(new URL('../../knowledge/reading.yaml', import.meta.url), parseReading),
  });
}

function read<T>(file: URL, parse: (source: YamlText) => YamlResult<T>): T {
  const result = parse({ file: file.pathname, text: readFileSync(file, 'utf8') });
  if (result.ok) return result.data;
  throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
}
