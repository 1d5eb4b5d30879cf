import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { UserError } from '../../common/user-error.ts';
import type { World } from '../context.ts';
import { codeOf } from '../whole-file.ts';

/** What to do if interviews cannot be saved. */
export const ELSEWHERE = 'set XDG_STATE_HOME to a writable folder';

/**
 * The folder of unfinished interviews, as an absolute path: below `XDG_STATE_HOME`, or `~/.local/state` where
 * it is not set. As the XDG Base Directory Specification has it, a relative path there is ignored. The folder
 * need not exist. Throws a `UserError` where there is no home either.
 */
export function stateFolder(env: World['env']): string {
  const { XDG_STATE_HOME: given } = env;
  const state = isPlace(given) ? given : join(homeIn(env), '.local', 'state');
  return join(state, 'arch-advisor', 'interviews');
}

/** Where `HOME` is empty, the system itself is asked, as where it is not set. */
function homeIn({ HOME: home }: World['env']): string {
  const place = [() => home, homedir, () => userInfo().homedir].map(found).find(isPlace);
  if (place !== undefined) return place;
  throw new UserError('There is no home folder to save interviews in', ELSEWHERE);
}

/** Undefined if the system knows none. */
function found(look: () => string | undefined): string | undefined {
  try {
    return look();
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return undefined;
  }
}

function isPlace(path: string | undefined): path is string {
  return path !== undefined && isAbsolute(path);
}
