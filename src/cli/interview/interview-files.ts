import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../whole-file.ts';

/** The paths of the interviews in a folder, the one that was saved last first. */
export function interviewsIn(folder: string): string[] {
  const dated = filesIn(folder, NAME);
  const byDate = dated.toSorted((a, b) => b.saved - a.saved || (a.path < b.path ? 1 : -1));
  return byDate.map(({ path }) => path);
}

/** Such as `2026-11-23-0158-7f3a.yaml`, by the clock on the wall. */
export function interviewName(now: Date, token: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}-${token}.yaml`;
}

const NAME = /^\d{4,}-\d\d-\d\d-\d{4}-[0-9a-f]{4}\.yaml$/;
const UNFINISHED = /^\d{4,}-\d\d-\d\d-\d{4}-[0-9a-f]{4}\.yaml\.\d+$/;

const A_DAY = 24 * 60 * 60 * 1_000;

/** Deletes files left by programs that were killed while writing; no write takes a day. */
export function clearUnfinished(folder: string, now: Date): void {
  for (const { path, saved } of filesIn(folder, UNFINISHED)) {
    if (now.getTime() - saved > A_DAY) rmSync(path, { force: true });
  }
}

interface DatedFile {
  readonly path: string;
  /** When it was written last, in milliseconds. */
  readonly saved: number;
}

function filesIn(folder: string, name: RegExp): DatedFile[] {
  return namesIn(folder)
    .filter((each) => name.test(each))
    .flatMap((each): DatedFile[] => {
      const path = join(folder, each);
      const info = statSync(path, { throwIfNoEntry: false });
      return info === undefined ? [] : [{ path, saved: info.mtimeMs }];
    });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
