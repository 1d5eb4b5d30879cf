import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../common/user-error.ts';
import type { Interview } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { makeFolder, PRIVATE_FOLDER } from '../make-folder.ts';
import { codeOf, createFile, PRIVATE, replaceFile } from '../whole-file.ts';
import { type InterviewPlan, interviewText } from './interview-text.ts';
import { ELSEWHERE } from './state-folder.ts';

/** An interview that is kept in a file of its own. */
export interface KeptInterview {
  /** Absolute; another one once it had to be continued in a copy. */
  readonly path: string;
  /**
   * Is on the disk, whole, when this returns. If another program has changed the file since it was read or written
   * here, that stays as it is, and the interview goes on in a copy. Throws a `UserError`; then what was saved before is
   * there still.
   */
  readonly save: (state: KeptState) => void;
  /** The interview is over: deletes its file, unless another program has changed it. */
  readonly remove: () => void;
}

/** What is kept of an interview. */
export type KeptState = Pick<Interview, 'topic' | 'sheet' | 'asked' | 'toReview'>;

/** A file as it was read or written last. */
interface Written {
  readonly path: string;
  readonly text: string;
}

interface Keeping {
  readonly plan: InterviewPlan;
  readonly knowledge: KnowledgeBase;
  /** Writes a new file, and returns its path. */
  readonly createWith: (text: string) => string;
}

/** Goes on keeping an interview in its file. */
export function keptInterview(
  first: Written,
  { plan, knowledge, createWith }: Keeping,
): KeptInterview {
  let last = first;
  return {
    get path() {
      return last.path;
    },
    save: (state) => {
      const { topic, sheet } = state;
      const text = interviewText({ plan: { ...plan, topic }, sheet, trail: state }, knowledge);
      const isSaved = kept(last.path, () => isSavedOver(last, text));
      last = { path: isSaved ? last.path : createWith(text), text };
    },
    remove: () => {
      const { path, text } = last;
      kept(path, () => {
        if (textAt(path) === text) rmSync(path, { force: true });
      });
    },
  };
}

/** Writes a text in the place of the one written last; false if another program has changed the file. */
function isSavedOver({ path, text: before }: Written, text: string): boolean {
  const found = textAt(path);
  if (found === text) return true;
  if (found === undefined) {
    makeFolder(dirname(path), PRIVATE_FOLDER);
    return createFile(path, text, PRIVATE);
  }
  if (found !== before) return false;
  replaceFile(path, text, PRIVATE);
  return true;
}

/** Undefined if there is no file. */
function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Throws a `UserError` where the system refuses the path. */
export function kept<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    const reason = NO_SPACE.has(code) ? 'no space left' : code;
    throw new UserError(`The interview cannot be saved in \`${path}\` (${reason})`, ELSEWHERE);
  }
}

const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
