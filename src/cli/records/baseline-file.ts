import { resolve } from 'node:path';
import { UserError } from '../../common/user-error.ts';
import { linkInfo, textAt } from '../../knowledge/files.ts';
import type { VerifiedRecord } from '../../model/verification.ts';
import { baselineText, type KnownFinding, readBaseline } from '../../records/baseline.ts';
import { writtenAt } from '../output-file.ts';
import { replaceFile } from '../whole-file.ts';

/** The findings in a baseline file. Throws a `UserError`. */
export function baselineIn(path: string): KnownFinding[] {
  const { file, text } = textAt(path, 'baseline');
  return readBaseline(text, file);
}

/** Only a baseline may be replaced by another. Throws a `UserError` if something else lies there. */
export function refuseOtherFile(path: string): void {
  if (linkInfo(path) === undefined) return;
  try {
    baselineIn(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `\`${path}\` exists and is not a baseline`,
      'name another file after --write-baseline, or remove this one',
    );
  }
}

/** Writes the findings of today, whole or not at all. Throws a `UserError` if no file can be written there. */
export function writeBaseline(path: string, records: readonly VerifiedRecord[]): void {
  const hint = 'name another file after --write-baseline';
  writtenAt(path, hint, () => replaceFile(resolve(path), baselineText(records)));
}
