import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { visible } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import { codeOf } from '../whole-file.ts';

/** Milliseconds after which a lock counts as left behind, unless its owner renews it. */
const STALE = 10_000;
/** Longer than what was left behind counts: about 15 seconds. */
const RETRIES = { retries: 150, minTimeout: 100, maxTimeout: 100 } as const;

/**
 * Runs what numbers and writes records while no other run of this user does so in the same folder, which has to exist. The
 * lock lies outside: nothing is left in the project. Throws a `UserError` where another run goes on for too long.
 */
export async function withFolderLock<T>(folder: string, work: () => T): Promise<T> {
  const real = realpathSync(folder);
  const release = await lock(real, {
    ...{ lockfilePath: lockFor(real), realpath: false, stale: STALE, retries: RETRIES },
    onCompromised: () => undefined,
  }).catch((error: unknown) => {
    throw refusal(folder, error);
  });
  try {
    return work();
  } finally {
    await release().catch(() => undefined);
  }
}

function lockFor(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return join(tmpdir(), `arch-advisor-${process.getuid?.() ?? 'user'}-${digest}.lock`);
}

function refusal(folder: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ELOCKED') {
    return new UserError(
      `Another run is writing records to \`${visible(folder)}\``,
      'run the command again when it has ended',
    );
  }
  if (code === '') return error;
  return new UserError(
    `\`${visible(folder)}\` cannot be locked: no file can be made in ${tmpdir()} (${code})`,
    'set TMPDIR to a folder that can be written',
  );
}
