import { readFile } from 'node:fs/promises';
import type { Vocabulary } from '../../src/knowledge/markdown/section.ts';
import { vocabularyFrom } from '../../src/knowledge/patterns/vocabulary.ts';
import { parseDecisions } from '../../src/knowledge/read/decisions.ts';
import { parseQualities } from '../../src/knowledge/read/qualities.ts';
import { parseReading, type ReadingWords } from '../../src/knowledge/read/reading.ts';
import type { YamlResult, YamlText } from '../../src/knowledge/read/yaml.ts';
import type { Decision } from '../../src/model/decision.ts';

/** The decisions that come with the program. */
export async function builtInDecisions(): Promise<readonly Decision[]> {
  return (await read('decisions.yaml', parseDecisions)).decisions;
}

/** The words that documents are read with when nobody brings others. */
export async function builtInVocabulary(): Promise<Vocabulary> {
  return vocabularyFrom({
    alternatives: (await builtInDecisions()).flatMap(({ alternatives }) => alternatives),
    qualities: await read('qualities.yaml', parseQualities),
    reading: await builtInReading(),
  });
}

/** The words by which what a list says is recognised. */
export async function builtInReading(): Promise<ReadingWords> {
  return read('reading.yaml', parseReading);
}

async function read<T>(file: string, parse: (source: YamlText) => YamlResult<T>): Promise<T> {
  const text = await readFile(new URL(`../../knowledge/${file}`, import.meta.url), 'utf8');
  const result = parse({ file, text });
  if (result.ok) return result.data;
  throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
}
