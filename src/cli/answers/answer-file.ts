import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { stringify } from 'yaml';
import { UNKNOWN } from '../../common/answers.ts';
import { plainAnswer, plainPin } from '../../common/plain-answers.ts';
import { UserError } from '../../common/user-error.ts';
import { readText } from '../../knowledge/files.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { AnswerOptions } from '../options.ts';
import { exists, refuseUnwritable, taken, writtenAt } from '../output-file.ts';
import { STANDARD_INPUT } from '../standard-input.ts';
import { createFile, replaceFile } from '../whole-file.ts';

const USUAL_NAME = 'arch-advisor-answers';
const OTHER_FILE = 'name another file after --save';

/** Where somebody wants answers to go. */
export interface Wish {
  /** Without it, the next free usual name. */
  readonly save?: string;
  /** The file is there and may be replaced: the SHA-256 of its text as it was read. */
  readonly replaces?: string;
}

/** To be asked for before the answers are read: what is changed later is not to be lost. Throws a `UserError`. */
export async function wishFor({
  save,
  answers,
}: Pick<AnswerOptions, 'answers'> & Pick<Wish, 'save'>): Promise<Wish> {
  if (save === undefined) return {};
  return answers.includes(save) && save !== STANDARD_INPUT ? replacing(save) : { save };
}

/** What is there now may be replaced. Throws a `UserError` where it cannot be read. */
export async function replacing(save: string): Promise<Wish> {
  return { save, replaces: await digestOf(save) };
}

async function digestOf(path: string): Promise<string> {
  const { text } = await readText(path);
  return createHash('sha256').update(text).digest('hex');
}

/** What to do about a file that is there already. */
type HintFor = (taken: string) => string;

/**
 * Where answers may be saved without losing anything: a file that is not there yet, or the one they come from. Throws
 * a `UserError`, also where no file can be written there.
 */
export async function placeForAnswers(wish: Wish, hintFor: HintFor): Promise<string> {
  const { save, replaces } = wish;
  const path = save ?? (await freeName());
  if (replaces !== undefined) return path;
  if (await exists(path)) throw taken(path, hintFor(path));
  await refuseUnwritable(path, OTHER_FILE);
  return path;
}

async function freeName(): Promise<string> {
  for (let number = 1; ; number += 1) {
    if (!(await exists(usualName(number)))) return usualName(number);
  }
}

function usualName(number: number): string {
  return `${USUAL_NAME}${number === 1 ? '' : `-${number}`}.yaml`;
}

function changed(path: string, hintFor: HintFor): UserError {
  return new UserError(`\`${path}\` has changed since its answers were read`, hintFor(path));
}

/** Writes answers whole or not at all, as a file that `--answers` reads; what was there is replaced. */
export async function saveAnswers(
  path: string,
  sheet: AnswerSheet,
  knowledge: KnowledgeBase,
): Promise<void> {
  writtenAt(path, OTHER_FILE, () => replaceFile(resolve(path), answerFileText(sheet, knowledge)));
}

/** Answers to be saved, and the knowledge whose questions they answer. */
export interface Answered {
  readonly sheet: AnswerSheet;
  readonly knowledge: KnowledgeBase;
}

/**
 * Writes answers as a file of their own, whole: where the wish says, else under the next free usual name in the
 * working folder, which is handed back. Several programs that end at once never write over each other's file; only the
 * file that the answers come from is replaced, and only if nobody has changed it since. Throws a `UserError`.
 */
export async function saveNewAnswers(
  wish: Wish,
  { sheet, knowledge }: Answered,
  hintFor: HintFor,
): Promise<string> {
  const { save, replaces } = wish;
  const text = answerFileText(sheet, knowledge);
  const create = (path: string) =>
    writtenAt(path, OTHER_FILE, () => createFile(resolve(path), text));
  if (save === undefined) return firstFree(create);
  if (replaces !== undefined && (await exists(save))) {
    if ((await digestOf(save)) !== replaces) throw changed(save, hintFor);
    writtenAt(save, OTHER_FILE, () => replaceFile(resolve(save), text));
  } else if (!create(save)) throw taken(save, hintFor(save));
  return save;
}

function firstFree(create: (path: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    if (create(usualName(number))) return usualName(number);
  }
}

/**
 * An answer file, as `--answers` reads it. Answers and notes stand in the order of the questions, pins in that of the
 * decisions: the same sheet makes the same text, in whatever order it was filled in.
 */
export function answerFileText(sheet: AnswerSheet, knowledge: KnowledgeBase): string {
  const { system, scope, answers, pins, notes } = sheet;
  const { version, sha256, questions, decisions } = knowledge;
  const inOrder = <T>(all: ReadonlyMap<string, T>) => sorted(all, [...questions.keys()]);
  const plain = {
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    knowledge: { version, sha256 },
    answers: new Map(
      inOrder(answers).map(([id, answer]) => [
        id,
        answer === null ? UNKNOWN : plainAnswer(knowledge, id, answer),
      ]),
    ),
    ...(pins.size > 0 && {
      pins: new Map(
        sorted(pins, [...decisions.keys()]).map(([id, pin]) => [id, plainPin(knowledge, id, pin)]),
      ),
    }),
    ...(notes.size > 0 && { notes: new Map(inOrder(notes)) }),
  };
  return `${HEAD}${stringify(plain, { lineWidth: 0 })}`;
}

const HEAD = '# Answers for arch-advisor; read them with: arch-advisor recommend --answers FILE\n';

/** In the order of the ids; what is none of them comes last, by name. */
function sorted<T>(all: ReadonlyMap<string, T>, ids: readonly string[]): [string, T][] {
  const known = new Set(ids);
  const others = [...all.keys()].filter((id) => !known.has(id)).sort();
  return [...ids, ...others].flatMap((id): [string, T][] => {
    const value = all.get(id);
    return value === undefined ? [] : [[id, value]];
  });
}
