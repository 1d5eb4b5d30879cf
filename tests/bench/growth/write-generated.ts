import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedKnowledge, type Size } from './generated-knowledge.ts';

/** Writes a generated knowledge folder and an answer file below a folder; returns their paths. */
export function writeGenerated(
  folder: string,
  size: Size,
  seed: number,
): { readonly knowledge: string; readonly answers: string } {
  const { files, answers } = generatedKnowledge(size, seed);
  const paths = { knowledge: join(folder, 'knowledge'), answers: join(folder, 'answers.yaml') };
  for (const [path, text] of files) {
    const file = join(paths.knowledge, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(paths.answers, answers);
  return paths;
}
