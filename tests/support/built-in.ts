import { readFile } from 'node:fs/promises';
import { findEffects, type Vocabulary } from '../../src/knowledge/patterns/effects.ts';
import { indexNames } from '../../src/knowledge/patterns/names.ts';
import { parseDecisions } from '../../src/knowledge/read/decisions.ts';
import { parseQualities } from '../../src/knowledge/read/qualities.ts';
import type { YamlResult, YamlText } from '../../src/knowledge/read/yaml.ts';
import type { Decision } from '../../src/model/decision.ts';

/** The decisions that come with the program. */
export async function builtInDecisions(): Promise<readonly Decision[]> {
  return (await read('decisions.yaml', parseDecisions)).decisions;
}

/** The words that documents are read with when nobody brings others. */
export async function builtInVocabulary(): Promise<Vocabulary> {
  return {
    names: indexNames((await builtInDecisions()).flatMap(({ alternatives }) => alternatives)),
    effects: findEffects(await read('qualities.yaml', parseQualities)),
  };
}

async function read<T>(file: string, parse: (source: YamlText) => YamlResult<T>): Promise<T> {
  const text = await readFile(new URL(`../../knowledge/${file}`, import.meta.url), 'utf8');
  const result = parse({ file, text });
  if (result.ok) return result.data;
  throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
}
