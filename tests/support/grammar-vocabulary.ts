import { readFileSync } from 'node:fs';
import { findEffects, type Vocabulary } from '../../src/knowledge/patterns/effects.ts';
import { indexNames } from '../../src/knowledge/patterns/names.ts';
import { parseDecisions } from '../../src/knowledge/read/decisions.ts';
import { parseQualities } from '../../src/knowledge/read/qualities.ts';
import type { YamlResult, YamlText } from '../../src/knowledge/read/yaml.ts';

/** Where the fixture pairs and the words they are read with stand. */
export const grammarFolder = new URL('../fixtures/grammar/', import.meta.url);

/** The small vocabulary of the grammar fixtures: a few alternatives and qualities with telling phrases. */
export function grammarVocabulary(): Vocabulary {
  return {
    names: indexNames(
      read('decisions.yaml', parseDecisions).decisions.flatMap(({ alternatives }) => alternatives),
    ),
    effects: findEffects(read('qualities.yaml', parseQualities)),
  };
}

function read<T>(file: string, parse: (source: YamlText) => YamlResult<T>): T {
  const result = parse({ file, text: readFileSync(new URL(file, grammarFolder), 'utf8') });
  if (result.ok) return result.data;
  throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
}
