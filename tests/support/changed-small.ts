import { cp, readFile, writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { SMALL } from './loaded-knowledge.ts';
import { folderWith } from './temporary-folder.ts';

/** By file: texts that stand in it once, and what stands there instead. */
type Changes = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** A copy of the small knowledge with some texts replaced; its folder, which is removed when the test is over. */
export async function changedSmall(changes: Changes): Promise<string> {
  const folder = await folderWith({});
  await cp(SMALL, folder, { recursive: true });
  for (const [file, replaced] of Object.entries(changes)) {
    const text = await readFile(`${SMALL}/${file}`, 'utf8');
    const changed = replaced.reduce((sum, [before, after]) => {
      expect(sum).toContain(before);
      return sum.replace(before, after);
    }, text);
    await writeFile(`${folder}/${file}`, changed);
  }
  return folder;
}

export async function knowledgeAt(folder: string): Promise<KnowledgeBase> {
  const { knowledge } = await loadKnowledge({ knowledge: [folder], add: [] });
  if (knowledge === undefined) throw new Error(`no knowledge in ${folder}`);
  return knowledge;
}
