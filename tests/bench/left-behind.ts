import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '../../src/cli/interview/store.ts';
import { parseAnswerSheet } from '../../src/knowledge/answer-sheet.ts';
import type { Answer, AnswerSheet } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';

/** What must be on the disk, and what may be. */
export interface Memory {
  /** Answers whose next question was on the screen. */
  readonly sure: Map<string, Answer | null>;
  /** The answer whose keys were sent last. */
  pending?: { readonly question: string; readonly answer: Answer | null };
}

/** What is kept, else what the end has written; undefined where there is neither, and nothing has to be. */
export async function sheetOnDisk(
  home: string,
  { sure }: Memory,
  knowledge: KnowledgeBase,
): Promise<AnswerSheet | undefined> {
  const kept = await keptIn(home);
  if (kept.length > 1) throw new Error(`there is more than one interview: ${kept}`);
  const store = openStore({ env: { HOME: home } });
  const open = await store.newest();
  if (open !== undefined) {
    open.release();
    return open.withKnowledge(knowledge).sheet;
  }
  const final = await finalIn(home);
  if (final[0] !== undefined) return finalSheet(join(home, final[0]), knowledge);
  if (sure.size > 0) throw new Error('nothing is left');
  return undefined;
}

/** Throws where an answer is lost, or is another one. */
export function compare(sheet: AnswerSheet | undefined, { sure, pending }: Memory): void {
  const found: AnswerSheet['answers'] = sheet?.answers ?? new Map();
  const all = pending ? new Map([...sure, [pending.question, pending.answer]]) : sure;
  for (const id of sure.keys()) {
    if (!found.has(id)) throw new Error(`\`${id}\` was answered and is lost`);
  }
  for (const [id, answer] of found) {
    const given = all.get(id);
    if (given === undefined) throw new Error(`\`${id}\` was never answered`);
    if (!isSame(answer, given)) throw new Error(`\`${id}\` was answered otherwise`);
  }
}

function isSame(one: Answer | null | undefined, other: Answer | null): boolean {
  if (!one || !other) return one === other;
  return one.choices.join() === other.choices.join();
}

export async function finalSheet(path: string, knowledge: KnowledgeBase): Promise<AnswerSheet> {
  const text = await readFile(path, 'utf8');
  return parseAnswerSheet({ file: path, text }, knowledge);
}

/** The names of files that interviews wrote at their end. */
export async function finalIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
}

/** The names of interviews that are not over. */
export async function keptIn(folder: string): Promise<string[]> {
  const state = join(folder, '.local', 'state', 'arch-advisor', 'interviews');
  const names = await readdir(state).catch(() => []);
  return names.filter((name) => name.endsWith('.yaml'));
}
