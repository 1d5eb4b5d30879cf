import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect, isDeepStrictEqual } from 'node:util';
import type { Trail } from '../../src/cli/interview/interview-text.ts';
import { stateFolder } from '../../src/cli/interview/state-folder.ts';
import { parseStoredInterview } from '../../src/cli/interview/stored-interview.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { readText } from '../../src/knowledge/files.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';

/** How far an interview has come. */
export interface Progress extends Trail, Pick<AnswerSheet, 'answers' | 'notes'> {}

export const START: Progress = { answers: new Map(), notes: new Map(), asked: [], toReview: [] };

/** What must be on the disk, and what may be instead. */
export interface Memory {
  /** What the screen has shown to be done; absent where no question was shown. */
  readonly sure?: Progress;
  /** What the keys that were sent last make of it. */
  readonly pending?: Progress;
}

/** What is on the disk; once an interview is over, there is no more to tell what it had been through. */
export type Found = Omit<Progress, keyof Trail> & Partial<Trail>;

/** What is kept, else what the end has written; undefined where there is neither. Read past the store, which tidies up. */
export async function foundIn(home: string, knowledge: KnowledgeBase): Promise<Found | undefined> {
  const kept = await keptIn(home);
  if (kept.length > 1) throw new Error(`there is more than one interview: ${kept}`);
  if (kept[0] !== undefined) {
    const source = await readText(join(placeIn(home), kept[0]));
    const { sheet, trail } = parseStoredInterview(source).withKnowledge(knowledge);
    return { answers: sheet.answers, notes: sheet.notes, ...trail };
  }
  const [final] = await finalIn(home);
  return final === undefined ? undefined : finalAt(join(home, final), knowledge);
}

export async function finalAt(path: string, knowledge: KnowledgeBase): Promise<Found> {
  const { answers, notes } = parseAnswerSheet(await readText(path), knowledge);
  return { answers, notes };
}

/** Throws where anything is lost, or is another than it was. */
export function compare(found: Found | undefined, { sure, pending }: Memory): void {
  if (found === undefined) {
    if (sure === undefined) return;
    throw new Error('nothing is left');
  }
  const allowed = [sure, pending].filter((each) => each !== undefined);
  const faults = allowed.map((each) => differences(found, each));
  if (faults.some((each) => each.length === 0)) return;
  throw new Error(faults.map((each) => each.join(', ')).join('; nor '));
}

/** Whether this is on the disk. */
export function isThat(found: Found, expected: Progress): boolean {
  return differences(found, expected).length === 0;
}

const PARTS = ['answers', 'notes', 'asked', 'toReview'] as const;

function differences(found: Found, expected: Progress): string[] {
  return PARTS.flatMap((part) => {
    const one = new Map<unknown, unknown>((found[part] ?? expected[part]).entries());
    const other = new Map<unknown, unknown>(expected[part].entries());
    return [...new Set([...one.keys(), ...other.keys()])]
      .filter((key) => !isDeepStrictEqual(one.get(key), other.get(key)))
      .map((key) => `${part} ${key}: ${inspect(one.get(key))} and not ${inspect(other.get(key))}`);
  });
}

/** The names of files that interviews wrote at their end. */
export async function finalIn(home: string): Promise<string[]> {
  return (await readdir(home)).filter((name) => name.endsWith('.yaml'));
}

/** The names of interviews that are not over. */
export async function keptIn(home: string): Promise<string[]> {
  return (await namesIn(home)).filter((name) => name.endsWith('.yaml'));
}

/** A kill seldom meets the moment of writing: leaves what it would leave then. */
export async function leaveUnfinished(home: string): Promise<void> {
  for (const name of await keptIn(home)) {
    const path = join(placeIn(home), name);
    const { text } = await readText(path);
    await writeFile(`${path}.1234567`, text.slice(0, text.length / 2));
  }
}

function namesIn(home: string): Promise<string[]> {
  return readdir(placeIn(home)).catch(() => []);
}

function placeIn(home: string): string {
  return stateFolder({ HOME: home });
}
