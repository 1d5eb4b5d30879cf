import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readText } from '../../knowledge/load.ts';
import { unreadable } from '../../knowledge/unreadable.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { UserError } from '../../model/user-error.ts';
import type { World } from '../context.ts';
import { codeOf, createFile, PRIVATE, replaceFile } from '../whole-file.ts';
import {
  type Holder,
  InUse,
  isProcess,
  type Lock,
  lockInterview,
  lockPatiently,
} from './interview-lock.ts';
import {
  type InterviewPlan,
  interviewText,
  type Moment,
  type Trail,
  withAbsolutePaths,
} from './interview-text.ts';
import { ELSEWHERE, stateFolder } from './state-folder.ts';
import type { StoredInterview } from './stored-interview.ts';

/** Where interviews are kept while they are held, and after they were left. */
export interface InterviewStore {
  /** Starts to keep an interview, from its first moment on. Throws a `UserError` where it cannot be written. */
  readonly create: (moment: Moment, knowledge: KnowledgeBase) => KeptInterview;
  /** The one at a path, held for this process. Throws a `UserError`: it is in use, damaged, or not there. */
  readonly open: (path: string) => Promise<OpenInterview>;
  /**
   * The one that was saved last among those that no living process holds, held for this process; undefined where
   * none is kept. Throws a `UserError` where all are in use, or this one is damaged.
   */
  readonly newest: () => Promise<OpenInterview | undefined>;
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
    newest: () => newestIn(folder, open),
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
    const path = join(folder, nameFor(around.now(), around.token()));
    const lock = lockInterview(path, around);
    if (isCreated(path, text, lock)) return keptAt(path, lock, { plan, knowledge });
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

/** Such as `2026-11-23-0158-7f3a.yaml`, by the clock on the wall. */
function nameFor(now: Date, token: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}-${token.slice(0, 4)}.yaml`;
}

const NAME = /^\d{4,}-\d\d-\d\d-\d{4}-[0-9a-f]{4}\.yaml$/;

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
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

async function openAt(path: string, { around, folder }: Place): Promise<OpenInterview> {
  const lock = await lockedAt(path, around);
  try {
    const { parseStoredInterview } = await import('./stored-interview.ts');
    const stored = parseStoredInterview(await readText(path));
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

/** Nothing is left beside a file that is not there. */
async function lockedAt(path: string, around: Surroundings): Promise<Lock> {
  try {
    statSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    return await lockPatiently(path, around);
  } catch (error) {
    throw unkept(path, error);
  }
}

/** Takes away what a process left that was killed while it wrote; elsewhere such a name may be somebody's. */
function clearUnfinished(path: string): void {
  const start = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    const isUnfinished = name.startsWith(start) && /^\d+$/.test(name.slice(start.length));
    if (isUnfinished) rmSync(join(dirname(path), name), { force: true });
  }
}

async function newestIn(
  folder: string,
  open: InterviewStore['open'],
): Promise<OpenInterview | undefined> {
  let inUse: InUse | undefined;
  for (const path of kept(folder, () => keptIn(folder))) {
    try {
      return await open(path);
    } catch (error) {
      // What is not there any more is over since the folder was read.
      if (error instanceof InUse) inUse ??= error;
      else if (existsSync(path)) throw error;
    }
  }
  if (inUse !== undefined) throw inUse;
  return undefined;
}

/** The one that was saved last comes first. */
function keptIn(folder: string): string[] {
  const names = namesIn(folder).filter((name) => NAME.test(name));
  const dated = names.flatMap((name) => {
    const path = join(folder, name);
    const info = statSync(path, { throwIfNoEntry: false });
    return info === undefined ? [] : [{ path, saved: info.mtimeMs }];
  });
  const byDate = dated.toSorted((a, b) => b.saved - a.saved || (a.path < b.path ? 1 : -1));
  return byDate.map(({ path }) => path);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
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
