import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** The folder with the programs that read what is written: its own package, and `.adr-tools`. */
export const HOME = fileURLToPath(new URL('.', import.meta.url));

const require = createRequire(import.meta.url);

/** A package of this folder; of its types, only what is used is declared. Throws if it is not installed. */
export async function packageNamed<T>(name: string): Promise<T> {
  return import(pathToFileURL(installed(() => require.resolve(name))).href);
}

/** A file of a package that the package does not export. */
export function fileOf(path: string): string {
  return installed(() => {
    const file = `${HOME}node_modules/${path}`;
    if (!existsSync(file)) throw new Error(`There is no ${file}`);
    return file;
  });
}

/** A command that a package of this folder brings. */
export function programNamed(name: string): string {
  return fileOf(`.bin/${name}`);
}

/** What a program of this folder prints on standard output. Throws if it fails. */
export async function printedBy(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<string> {
  const file = installed(() => {
    if (!existsSync(program)) throw new Error(`There is no ${program}`);
    return program;
  });
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', TZ: 'UTC', NO_COLOR: '1', HOME: cwd };
  const { stdout } = await promisify(execFile)(file, args, { cwd, env });
  return stdout;
}

function installed<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    throw new Error('A reader is not installed: run `npm run test:readers`', { cause: error });
  }
}
