import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../whole-file.ts';
import { type Holder, lockIfFree } from './interview-lock.ts';

/** The paths of the interviews in a folder, the one that was saved last first. */
export function interviewsIn(folder: string): string[] {
  const names = namesIn(folder).filter((name) => NAME.test(name));
  const dated = names.flatMap((name) => {
    const path = join(folder, name);
    const info = statSync(path, { throwIfNoEntry: false });
    return info === undefined ? [] : [{ path, saved: info.mtimeMs }];
  });
  const byDate = dated.toSorted((a, b) => b.saved - a.saved || (a.path < b.path ? 1 : -1));
  return byDate.map(({ path }) => path);
}

/** Such as `2026-11-23-0158-7f3a.yaml`, by the clock on the wall. */
export function interviewName(now: Date, token: string): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}-${token.slice(0, 4)}.yaml`;
}

const NAME = /^\d{4,}-\d\d-\d\d-\d{4}-[0-9a-f]{4}\.yaml$/;
const BESIDE = /^(.*\.yaml)\.(?:\d+|lock-\d{1,10}-[0-9a-f]{8})$/;

/**
 * Takes away what processes that are gone left in a folder of interviews: their claims, and what they had not finished
 * writing. For that each interview is held for a moment; what a living process holds stays as it is.
 */
export function sweep(folder: string, holder: Holder): void {
  const beside = namesIn(folder).flatMap((name) => BESIDE.exec(name)?.[1] ?? []);
  for (const name of new Set(beside)) {
    if (NAME.test(name)) sweepAt(join(folder, name), holder);
  }
}

function sweepAt(path: string, holder: Holder): void {
  const lock = lockIfFree(path, holder);
  if (lock === undefined) return;
  try {
    clearUnfinished(path);
  } finally {
    lock.release();
  }
}

/** Only for who holds the interview: takes away what a process left that was killed while it wrote. */
export function clearUnfinished(path: string): void {
  const start = `${basename(path)}.`;
  for (const name of namesIn(dirname(path))) {
    const isUnfinished = name.startsWith(start) && /^\d+$/.test(name.slice(start.length));
    if (isUnfinished) rmSync(join(dirname(path), name), { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
