import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './whole-file.ts';

/** Only who runs the program may look into it. */
export const PRIVATE_FOLDER = 0o700;

/**
 * Makes a folder where there is none, and those above it, each with the mode less what the system takes from it. Throws the
 * system's error. Node would do it by itself, but never ends where a folder that is there lets none be made in it as if it
 * were not, such as `/proc`.
 */
export function makeFolder(folder: string, mode: number): void {
  const above = dirname(folder);
  if (existsSync(folder) || above === folder) return;
  makeFolder(above, mode);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
