import { closeSync, openSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../../common/user-error.ts';
import { codeOf, PRIVATE } from '../whole-file.ts';

/** Who holds an interview, and what tells the living from the dead. */
export interface Holder {
  readonly pid: number;
  readonly isAlive: (pid: number) => boolean;
  /** Eight hexadecimal digits, other ones each time. */
  readonly token: () => string;
}

/** An interview that nobody else holds until it is released. */
export interface Lock {
  /** Lets others have it; more than once does no harm. */
  readonly release: () => void;
}

/** Somebody else holds the interview. */
export class InUse extends UserError {
  constructor(path: string, { pid, file }: Claim) {
    super(
      `The interview \`${path}\` is in use by process ${pid}`,
      `go on there, or end that process; if it is no interview, delete ${file}`,
    );
  }
}

/**
 * Takes hold of the interview kept at an absolute path. Each claim is a file of its own beside it, `NAME.lock-PID-TOKEN`,
 * and one who claims looks at the claims of others only afterwards: of two at once at least one sees the other and
 * steps back, so that never both hold it. Claims of processes that are gone do not count, and are cleared away; as
 * their names are never used again, no claim of a living process of this machine is cleared by mistake. That is as far
 * as it goes: a process id means nothing on another machine or in another container. Where such share the folder, a
 * holder that lives elsewhere may be taken for gone. Throws `InUse`, or the system's error.
 */
export function lockInterview(path: string, holder: Holder): Lock {
  const file = `${path}.lock-${holder.pid}-${holder.token()}`;
  closeSync(openSync(file, 'wx', PRIVATE));
  held.add(file);
  const release = () => {
    rmSync(file, { force: true });
    held.delete(file);
  };
  try {
    const others = claimsOn(path).filter((claim) => claim.file !== file);
    const living = others.filter((claim) => isLiving(claim, holder));
    for (const claim of others) if (!living.includes(claim)) rmSync(claim.file, { force: true });
    if (living[0] !== undefined) throw new InUse(path, living[0]);
  } catch (error) {
    release();
    throw error;
  }
  return { release };
}

/** The same, but undefined where somebody else holds it. */
export function lockIfFree(path: string, holder: Holder): Lock | undefined {
  try {
    return lockInterview(path, holder);
  } catch (error) {
    if (error instanceof InUse) return undefined;
    throw error;
  }
}

/** Takes hold of it like `lockInterview`, and where two have stepped back before each other, tries again a little later. */
export async function lockPatiently(path: string, holder: Holder): Promise<Lock> {
  for (let left = MOST_TRIES; ; left -= 1) {
    try {
      return lockInterview(path, holder);
    } catch (error) {
      if (!(error instanceof InUse) || left <= 1) throw error;
    }
    await setTimeout(delayFrom(holder.token()));
  }
}

const MOST_TRIES = 4;
const LONGEST_DELAY = 32;

function delayFrom(token: string): number {
  return 1 + (Number.parseInt(token, 16) % LONGEST_DELAY);
}

/** What this process holds: in a container a process that is gone may have had the same id. */
const held = new Set<string>();

interface Claim {
  readonly file: string;
  readonly pid: number;
}

function claimsOn(path: string): Claim[] {
  const start = `${basename(path)}.lock-`;
  return readdirSync(dirname(path)).flatMap((name): Claim[] => {
    const rest = name.startsWith(start) ? name.slice(start.length) : '';
    const pid = /^(\d{1,10})-[0-9a-f]{8}$/.exec(rest)?.[1];
    return pid === undefined ? [] : [{ file: join(dirname(path), name), pid: Number(pid) }];
  });
}

function isLiving({ file, pid }: Claim, holder: Holder): boolean {
  return pid === holder.pid ? held.has(file) : holder.isAlive(pid);
}

/** Whether there is a process with this id, of whomever. */
export function isProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
