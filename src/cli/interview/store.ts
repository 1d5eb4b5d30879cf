import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../common/user-error.ts';
import { readText } from '../../knowledge/files.ts';
import { unreadable } from '../../knowledge/read/text-file.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { World } from '../context.ts';
import { codeOf, createFile, PRIVATE, replaceFile } from '../whole-file.ts';
import { clearUnfinished, interviewName, interviewsIn, sweep } from './interview-files.ts';
import {
  type Holder,
  InUse,
  isProcess,
  type Lock,
  lockIfFree,
  lockPatiently,
} from './interview-lock.ts';
import {
  type InterviewPlan,
  interviewText,
  type Moment,
  type Trail,
  withAbsolutePaths,
} from './interview-text.ts';
import { ELSEWHERE, makeFolder, stateFolder } from './state-folder.ts';
import type { StoredInterview } from './stored-interview.ts';

/** Where interviews are kept while they are held, and after they were left. */
export interface InterviewStore {
  /** Starts to keep an interview, from its first moment on. Throws a `UserError` where it cannot be written. */
  readonly create: (moment: Moment, knowledge: KnowledgeBase) => KeptInterview;
  /** The one at a path, held for this process. Throws a `UserError`: it is in use, damaged, or not there. */
  readonly open: (path: string) => Promise<OpenInterview>;
  /**
   * The one that was saved last among those that no living process holds; one with nothing in it only where there is
   * no other. Undefined where none is kept. Throws a `UserError` where all are in use, or this one is damaged.
   */
  readonly newest: () => Promise<Newest | undefined>;
}

export interface Newest {
  /** Held for this process. */
  readonly interview: OpenInterview;
  /** How many more are kept in its folder. */
  readonly others: number;
}

/** An interview that this process holds. Nothing is written after `release` or `remove`. */
export interface KeptInterview extends Lock {
  /** Absolute. */
  readonly path: string;
  /** Is on the disk, whole, when this returns; costs nothing where nothing has changed. Throws a `UserError`; then what was saved before is there still. */
  readonly save: (sheet: AnswerSheet, trail: Trail) => void;
  /** It is over: takes it out of the store, and releases it. */
  readonly remove: () => void;
}

/** An interview that was left; who goes on with it saves it under the plan that it had. */
export interface OpenInterview extends StoredInterview, Lock {
  /** Absolute; that of the interview itself, where it was opened through a link. */
  readonly path: string;
  readonly keep: (plan: InterviewPlan, knowledge: KnowledgeBase) => KeptInterview;
}

/** What the store takes from the world around it. */
export interface Surroundings extends Holder {
  readonly now: () => Date;
}

const AROUND: Surroundings = {
  pid: process.pid,
  isAlive: isProcess,
  token: () => randomBytes(4).toString('hex'),
  now: () => new Date(),
};

/** The store of whoever runs the program. Nothing is read or written before it is used. */
export function openStore(
  { env }: Pick<World, 'env'>,
  around: Surroundings = AROUND,
): InterviewStore {
  const folder = stateFolder(env);
  const open = (path: string) => openAt(resolve(path), { around, folder });
  return {
    create: (moment, knowledge) =>
      kept(folder, () => create(folder, around, { moment, knowledge })),
    open,
    newest: async () => {
      kept(folder, () => sweep(folder, around));
      return newestIn(folder, open);
    },
  };
}

interface Beginning {
  readonly moment: Moment;
  readonly knowledge: KnowledgeBase;
}

function create(
  folder: string,
  around: Surroundings,
  { moment, knowledge }: Beginning,
): KeptInterview {
  const plan = withAbsolutePaths(moment.plan);
  const text = interviewText({ ...moment, plan }, knowledge);
  makeFolder(folder);
  for (;;) {
    const path = join(folder, interviewName(around.now(), around.token()));
    const lock = lockIfFree(path, around);
    if (lock && isCreated(path, text, lock)) return keptAt(path, lock, { plan, knowledge });
  }
}

/** False where another interview has the name; then, as after an error, nothing is held. */
function isCreated(path: string, text: string, lock: Lock): boolean {
  let isOurs = false;
  try {
    isOurs = createFile(path, text, PRIVATE);
    return isOurs;
  } finally {
    if (!isOurs) lock.release();
  }
}

interface Kept {
  readonly plan: InterviewPlan;
  readonly knowledge: KnowledgeBase;
}

function keptAt(path: string, { release }: Lock, { plan, knowledge }: Kept): KeptInterview {
  let saved = '';
  return {
    path,
    release,
    save: (sheet, trail) => {
      const text = interviewText({ plan, sheet, trail }, knowledge);
      if (text === saved) return;
      kept(path, () => {
        makeFolder(dirname(path));
        replaceFile(path, text, PRIVATE);
      });
      saved = text;
    },
    remove: () => {
      kept(path, () => rmSync(path, { force: true }));
      release();
    },
  };
}

interface Place {
  readonly around: Surroundings;
  readonly folder: string;
}

async function openAt(given: string, { around, folder }: Place): Promise<OpenInterview> {
  const path = realPlace(given);
  const lock = await lockedAt(path, around);
  try {
    const stored = await storedAt(path);
    // Elsewhere a name like that of an unfinished file may be somebody's.
    if (dirname(path) === folder) clearUnfinished(path);
    return {
      ...stored,
      ...{ path, release: lock.release },
      keep: (plan, knowledge) => keptAt(path, lock, { plan: withAbsolutePaths(plan), knowledge }),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** However many links lead to an interview, it is locked and written under one name. */
function realPlace(path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function lockedAt(path: string, around: Surroundings): Promise<Lock> {
  try {
    return await lockPatiently(path, around);
  } catch (error) {
    throw unkept(path, error);
  }
}

async function storedAt(path: string): Promise<StoredInterview> {
  const { parseStoredInterview } = await import('./stored-interview.ts');
  return parseStoredInterview(await readText(path));
}

async function newestIn(folder: string, open: InterviewStore['open']): Promise<Newest | undefined> {
  const paths = kept(folder, () => interviewsIn(folder));
  let inUse: InUse | undefined;
  for (const path of await withEmptyLast(paths)) {
    try {
      return { interview: await open(path), others: paths.length - 1 };
    } catch (error) {
      // What is not there any more is over since the folder was read.
      if (error instanceof InUse) inUse ??= error;
      else if (existsSync(path)) throw error;
    }
  }
  if (inUse !== undefined) throw inUse;
  return undefined;
}

/** One that was begun and left at once would hide those with answers. */
async function withEmptyLast(paths: readonly string[]): Promise<string[]> {
  const empty = new Set<string>();
  for (const path of paths) if (await isEmptyAt(path)) empty.add(path);
  return [...paths.filter((path) => !empty.has(path)), ...empty];
}

/** What cannot be read counts as filled: opening it says so. */
async function isEmptyAt(path: string): Promise<boolean> {
  try {
    return (await storedAt(path)).isEmpty;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** Throws a `UserError` where the system refuses the path. */
function kept<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw unkept(path, error);
  }
}

function unkept(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === '') return error;
  const reason = NO_SPACE.has(code) ? 'no space is left' : code;
  return new UserError(`The interview cannot be kept in \`${path}\` (${reason})`, ELSEWHERE);
}

const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
