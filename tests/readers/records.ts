import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readRecordText } from '../../src/records/record-text.ts';
import { RECORDS, type ShownRecord } from './shown.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/arch-advisor.js', import.meta.url));

/** The forms that `adr --format` offers. */
export const FORMATS = ['madr', 'nygard', 'log4brains'] as const;
export type RecordFormat = (typeof FORMATS)[number];

/** Runs the built program in a project; what it prints. Throws if it fails, but not if `verify` finds something. */
export async function advisor(project: string, ...args: readonly string[]): Promise<string> {
  const run = promisify(execFile)(process.execPath, [PROGRAM, ...args], { cwd: project });
  const { stdout } = await run.catch((error: unknown) => {
    if (hasFindings(error)) return error;
    throw error;
  });
  return stdout;
}

function hasFindings(error: unknown): error is { readonly stdout: string } {
  return error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error;
}

const FILES = {
  structure: '0001-system-structure-modular-monolith.md',
  sql: '0002-database-sql.md',
  nosql: '0003-database-nosql.md',
} as const;

/** A project with three records: the structure, the database, and another database that supersedes it. */
export async function projectWithRecords(format: RecordFormat): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'arch-advisor-readers-'));
  const shop = ['--profile', 'online-shop', '--system', 'Shop', '--status', 'accepted'];
  const record = (...args: readonly string[]) =>
    advisor(project, 'adr', ...args, ...shop, '--dir', RECORDS, '--format', format);
  await record('system-style', 'database', '--pin', 'database=sql');
  await record('database', '--pin', 'database=nosql');
  return project;
}

/** What its records say, as a reader shows it that misses nothing. */
export async function recordsIn(project: string): Promise<ShownRecord[]> {
  const { structure, sql, nosql } = FILES;
  const text = await readFile(join(project, RECORDS, structure), 'utf8');
  const { date = '' } = readRecordText(text);
  return [
    { file: structure, title: 'System structure: Modular monolith', status: 'accepted', date },
    { file: sql, title: 'Database: SQL', status: 'superseded', date, supersededBy: nosql },
    { file: nosql, title: 'Database: NoSQL', status: 'accepted', date, supersedes: sql },
  ];
}
