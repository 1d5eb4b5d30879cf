import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { countRow, type Row } from './rows.ts';

const ENGINE = { files: 65, lines: 6_000 };
const TOGETHER = { files: 150, lines: 11_000 };
const IN_A_FOLDER = 20;

/** How large the engine is, and what knows, types and decides together; each with what it was before. */
export function sizeRows(folder: string, old: string): Row[] {
  const sizesOf = (root: string, names: readonly string[]) =>
    names.map((name) => sizeOf(join(root, 'src', name))).reduce(joined);
  const rows = (names: readonly string[], target: Pick<Size, 'files' | 'lines'>) => {
    const [now, before] = [sizesOf(folder, names), sizesOf(old, names)];
    const what = names.map((name) => `\`src/${name}\``).join(', ');
    return [
      countRow(
        { what: `${what}: files`, on: `${before.files} before`, target: target.files },
        now.files,
        '',
      ),
      countRow(
        { what: `${what}: lines`, on: `${before.lines} before`, target: target.lines },
        now.lines,
        '',
      ),
    ];
  };
  const [now, before] = [sizeOf(join(folder, 'src')), sizeOf(join(old, 'src'))];
  return [
    ...rows(['engine'], ENGINE),
    ...rows(['engine', 'model', 'knowledge'], TOGETHER),
    countRow(
      {
        what: '`src`: files in one folder, at most',
        on: `${before.most} before`,
        target: IN_A_FOLDER,
      },
      now.most,
      '',
    ),
  ];
}

/** They hold a file per rule and per command. */
const LISTS = ['rules', 'commands'];

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
    most: LISTS.includes(basename(folder)) ? 0 : texts.length,
  };
  return entries
    .filter((each) => each.isDirectory())
    .map(({ name }) => sizeOf(join(folder, name)))
    .reduce(joined, own);
}

function joined(one: Size, other: Size): Size {
  return {
    files: one.files + other.files,
    lines: one.lines + other.lines,
    most: Math.max(one.most, other.most),
  };
}
