import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../../common/user-error.ts';
import { readText } from '../../knowledge/files.ts';
import { type TextFile, unreadable } from '../../knowledge/read/text-file.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { World } from '../context.ts';
import { makeFolder, PRIVATE_FOLDER } from '../make-folder.ts';
import { createFile, PRIVATE } from '../whole-file.ts';
import { clearUnfinished, interviewName, interviewsIn } from './interview-files.ts';
import {
  type InterviewPlan,
  interviewText,
  type Moment,
  withAbsolutePaths,
} from './interview-text.ts';
import { type KeptInterview, kept, keptInterview } from './kept-interview.ts';
import { stateFolder } from './state-folder.ts';
import type { StoredInterview } from './stored-interview.ts';

/** Stores interviews while they are held and after they were interrupted: one file each, never incomplete. */
export interface InterviewStore {
  /** Starts to save an interview. Throws a `UserError` where it cannot be written. */
  readonly create: (moment: Moment, knowledge: KnowledgeBase) => KeptInterview;
  /** The one at a path. Throws a `UserError`: it is damaged, or not there. */
  readonly open: (path: string) => Promise<OpenInterview>;
  /**
   * The one that was saved last; one with nothing in it only if there is no other. Undefined if none is kept.
   * Throws a `UserError` where it is damaged.
   */
  readonly newest: () => Promise<Newest | undefined>;
}

export interface Newest {
  readonly interview: OpenInterview;
  /** How many more are kept in its folder. */
  readonly others: number;
}

/** A saved interview; resuming it keeps its plan. */
export interface OpenInterview extends StoredInterview {
  /** Absolute; that of the interview itself, where it was opened through a link. */
  readonly path: string;
  readonly keep: (plan: InterviewPlan, knowledge: KnowledgeBase) => KeptInterview;
}

/** What the store takes from the world around it. */
export interface Surroundings {
  /** Four hexadecimal digits, other ones each time. */
  readonly token: () => string;
  readonly now: () => Date;
}

const AROUND: Surroundings = {
  token: () => randomBytes(2).toString('hex'),
  now: () => new Date(),
};

/** The store of whoever runs the program. Nothing is read or written before it is used. */
export function openStore(
  { env }: Pick<World, 'env'>,
  around: Surroundings = AROUND,
): InterviewStore {
  const folder = stateFolder(env);
  const createWith = (text: string) => kept(folder, () => createIn(folder, text, around));
  const open = (path: string) => openAt(resolve(path), createWith);
  return {
    create: (moment, knowledge) => {
      const plan = withAbsolutePaths(moment.plan);
      const text = interviewText({ ...moment, plan }, knowledge);
      return keptInterview({ path: createWith(text), text }, { plan, knowledge, createWith });
    },
    open,
    newest: async () => {
      kept(folder, () => clearUnfinished(folder, around.now()));
      return newestIn(folder, open);
    },
  };
}

/** A new interview under a name that no other has. */
function createIn(folder: string, text: string, { now, token }: Surroundings): string {
  makeFolder(folder, PRIVATE_FOLDER);
  for (;;) {
    const path = join(folder, interviewName(now(), token()));
    if (createFile(path, text, PRIVATE)) return path;
  }
}

async function openAt(given: string, createWith: (text: string) => string): Promise<OpenInterview> {
  const path = realPlace(given);
  const source = await readText(path);
  const stored = await storedIn(source);
  return {
    ...stored,
    path,
    keep: (plan, knowledge) =>
      keptInterview(
        { path, text: source.text },
        { plan: withAbsolutePaths(plan), knowledge, createWith },
      ),
  };
}

/** An interview is always written under its real path, however many links lead to it. */
function realPlace(path: string): string {
  try {
    return lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function storedIn(source: TextFile): Promise<StoredInterview> {
  const { parseStoredInterview } = await import('./stored-interview.ts');
  return parseStoredInterview(source);
}

async function newestIn(folder: string, open: InterviewStore['open']): Promise<Newest | undefined> {
  const paths = kept(folder, () => interviewsIn(folder));
  for (const path of await withEmptyLast(paths)) {
    try {
      return { interview: await open(path), others: paths.length - 1 };
    } catch (error) {
      // A file that is gone belongs to an interview that ended since the folder was read.
      if (existsSync(path)) throw error;
    }
  }
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
    return (await storedIn(await readText(path))).isEmpty;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
