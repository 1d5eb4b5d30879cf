import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './built.ts';

/** The last commit with the engine that everything is measured against. */
export const OLD_COMMIT = '2eec150';

/**
 * The folder of that commit, built: the one that `ARCH_ADVISOR_OLD` names, else a copy beside the temporary files, which is
 * made once. Throws where the commit is not to be had.
 */
export function oldBuild(): string {
  const given = process.env.ARCH_ADVISOR_OLD;
  if (given !== undefined) return checked(given);
  const folder = join(tmpdir(), `arch-advisor-${OLD_COMMIT}`);
  if (!existsSync(folder)) build(folder);
  return checked(folder);
}

function checked(folder: string): string {
  if (existsSync(join(folder, 'dist/prepared-knowledge.txt'))) return folder;
  throw new Error(`${folder} holds no built copy of ${OLD_COMMIT}`);
}

/** In a folder of another name first, so that what was interrupted is not taken for whole. */
function build(folder: string): void {
  process.stderr.write(`Building ${OLD_COMMIT} in ${folder}, once\n`);
  const begun = mkdtempSync(`${folder}-`);
  try {
    const archive = join(begun, 'archive.tar');
    mkdirSync(join(begun, 'tree'));
    const run = (program: string, args: readonly string[], cwd: string) =>
      execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    run('git', ['archive', `--output=${archive}`, OLD_COMMIT], ROOT);
    run('tar', ['-xf', archive, '-C', 'tree'], begun);
    // Its `prepare` script builds.
    run('npm', ['ci', '--no-audit', '--no-fund'], join(begun, 'tree'));
    renameSync(join(begun, 'tree'), folder);
  } finally {
    rmSync(begun, { recursive: true });
  }
}
