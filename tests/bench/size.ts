import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countRow, type Row } from './rows.ts';

const FILES = 65;
const LINES = 6_000;
const IN_A_FOLDER = 20;

/** How large the engine is, and was. */
export function sizeRows(folder: string, old: string): Row[] {
  const [now, before] = [sizeOf(join(folder, 'src/engine')), sizeOf(join(old, 'src/engine'))];
  const row = (what: string, target: number, { is, was }: { is: number; was: number }): Row =>
    countRow({ what: `\`src/engine\`: ${what}`, on: `${was} before`, target }, is, '');
  return [
    row('files', FILES, { is: now.files, was: before.files }),
    row('lines', LINES, { is: now.lines, was: before.lines }),
    row('files in one folder, at most', IN_A_FOLDER, { is: now.most, was: before.most }),
  ];
}

interface Size {
  readonly files: number;
  readonly lines: number;
  /** The most files in one folder. */
  readonly most: number;
}

function sizeOf(folder: string): Size {
  const entries = readdirSync(folder, { withFileTypes: true });
  const texts = entries
    .filter((each) => each.isFile())
    .map(({ name }) => readFileSync(join(folder, name), 'utf8'));
  const own: Size = {
    files: texts.length,
    lines: texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0),
    most: texts.length,
  };
  return entries
    .filter((each) => each.isDirectory())
    .map(({ name }) => sizeOf(join(folder, name)))
    .reduce(
      (sum, each) => ({
        files: sum.files + each.files,
        lines: sum.lines + each.lines,
        most: Math.max(sum.most, each.most),
      }),
      own,
    );
}
