import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../common/user-error.ts';
import { textAt } from '../../knowledge/files.ts';
import type { RecordShape } from '../../records/record-text.ts';
import { readAdrsToml, readLog4brains, type Setting } from './settings.ts';
import { shapeOfFolder } from './shape-of-folder.ts';

/** Where a team keeps its decision records, and in which form it writes them. */
export interface Convention {
  /** An absolute path; it need not exist. */
  readonly folder: string;
  readonly format: RecordShape;
  /** What says so: a file of settings, or `existing records`; absent if the user does, or nothing. */
  readonly from?: string;
}

/** What the user asks for; it wins over everything that is found. */
export interface Wanted {
  readonly dir?: string;
  readonly format?: RecordShape;
}

/** Reads the folder from a file of settings, and the form if it says one. Throws a `UserError`. */
type Reader = (text: string, file: string) => Setting;

/** The settings of other tools, by the names of their files. The tool that reads a file expects its own form of records. */
const SETTINGS: readonly (readonly [string, Reader])[] = [
  ['.adr-dir', (text) => ({ folder: text.split(/\r?\n/)[0]?.trim() ?? '', format: 'nygard' })],
  ['adrs.toml', readAdrsToml],
  ['.log4brains.yml', readLog4brains],
];

/** Where records usually are, the most common place first. */
const USUAL = [
  'docs/decisions',
  'docs/adr',
  'docs/adrs',
  'doc/adr',
  'docs/architecture/decisions',
  'docs/architecture-decisions',
  'doc/architecture/decisions',
  'docs/ADR',
  'adr',
  'adrs',
  'decisions',
] as const;

/**
 * How the project around a folder keeps its records: as its settings say, else as the records in it look, else in MADR below
 * `docs/decisions`. Throws a `UserError` where a file of settings cannot be used.
 */
export function conventionAt(start: string, { dir, format }: Wanted): Convention {
  const found: Found = dir === undefined ? foundAbove(start) : { folder: resolve(start, dir) };
  const { folder, from } = found;
  refuseLong(folder);
  return {
    folder,
    format: format ?? shapeOfFolder(folder) ?? found.format ?? 'madr',
    ...(from !== undefined && { from }),
  };
}

interface Found {
  readonly folder: string;
  readonly format?: RecordShape;
  readonly from?: string;
}

/** In each folder from the start up to the root of its repository; without one, settings are looked for up to the very top. */
function foundAbove(start: string): Found {
  const folders = upwards(start);
  const project = repositoryOf(start) === undefined ? [resolve(start)] : folders;
  for (const folder of folders) {
    const found = settingIn(folder) ?? (project.includes(folder) ? recordsIn(folder) : undefined);
    if (found !== undefined) return found;
  }
  return { folder: join(project.at(-1) ?? start, USUAL[0]) };
}

/** The root of the repository that a folder lies in. */
export function repositoryOf(folder: string): string | undefined {
  const top = upwards(folder).at(-1) ?? folder;
  return existsSync(join(top, '.git')) ? top : undefined;
}

/** The folder and those above it, up to the one that holds `.git`. */
function upwards(start: string): string[] {
  const all = [resolve(start)];
  for (;;) {
    const last = all.at(-1) ?? start;
    if (existsSync(join(last, '.git')) || dirname(last) === last) return all;
    all.push(dirname(last));
  }
}

function settingIn(folder: string): Found | undefined {
  for (const [name, read] of SETTINGS) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const { folder: named, format } = read(textAt(path, 'answers').text, path);
    return {
      folder: below(folder, named, path),
      from: name,
      ...(format !== undefined && { format }),
    };
  }
  return undefined;
}

function recordsIn(folder: string): Found | undefined {
  const usual = USUAL.map((each) => join(folder, each)).find(
    (each) => shapeOfFolder(each) !== undefined,
  );
  return usual === undefined ? undefined : { folder: usual, from: 'existing records' };
}

/** Characters of a path that a system may take. */
const LONGEST = 4_096;

function refuseLong(path: string): void {
  if (path.length <= LONGEST && path.split(sep).every((part) => part.length <= LONGEST_NAME))
    return;
  throw new UserError(
    `The path of the folder is too long (${path.length} characters)`,
    'name a shorter one after --dir',
  );
}

const LONGEST_NAME = 255;

/** Settings come with a repository: they may not make the program write elsewhere, not even through a link. */
function below(folder: string, named: string, file: string): string {
  const path = resolve(folder, named);
  refuseLong(path);
  if (named !== '' && isBelow(folder, path) && isBelow(realpathSync(folder), realPlace(path))) {
    return path;
  }
  const found =
    named === '' ? 'names no folder' : `names \`${named}\`, which is outside its folder`;
  throw new UserError(
    `\`${file}\` ${found}`,
    'correct it, or name the folder of the records after --dir',
  );
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Where a path leads, as far as it exists. */
function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return dirname(path) === path
    ? path
    : join(realPlace(dirname(path)), relative(dirname(path), path));
}
