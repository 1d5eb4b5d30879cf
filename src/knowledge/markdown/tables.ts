import type { PhrasingContent, Table, TableCell } from 'mdast';
import type { ContainerKind } from '../read/reading.ts';
import { fold, placeOf, textOf } from '../read/text-file.ts';
import { inlineItems } from './inline-list.ts';
import { type Line, parseLine, reworded } from './line.ts';
import { bullet, label, type Reading, type Section } from './section.ts';

const CLAIMING: ReadonlySet<ContainerKind> = new Set([
  'benefits',
  'disadvantages',
  'use-when',
  'avoid-when',
  'use-cases',
]);

type Row = readonly TableCell[];

/** A table whose columns or rows are containers, as labels with items; undefined if it is anything else. */
export function tableSections(table: Table, reading: Reading): Section[] | undefined {
  const rows = table.children
    .map(({ children }) => children)
    .filter((row) => row.some((cell) => wordsIn(cell) !== ''));
  const [head, ...body] = rows;
  if (head === undefined) return undefined;
  const columns = head.map((cell) => isClaiming(cell, reading));
  const first = rows.map(([cell]) => cell !== undefined && isClaiming(cell, reading));
  const [across, down] = [columns, first].map((each) => each.filter(Boolean).length);
  if ((down ?? 0) > (across ?? 0)) return byRow(rows, first, reading);
  return columns.includes(true) ? byColumn(head, body, { columns, reading }) : undefined;
}

/** A table without containers: its first cells may be items where the list around it has a name. */
export function plainTable(table: Table, { source }: Reading): Section {
  const place = placeOf(table, source);
  const text = fold(textOf(table)).slice(0, 80);
  const line: Line = { text, markers: [], sources: [], place };
  const cells = table.children.slice(1).flatMap(({ children: [cell] }) => (cell ? [cell] : []));
  const bullets = cells
    .map((cell) => bullet(parseLine(cell.children, placeOf(cell, source), source)))
    .filter((each) => each.line.text !== '');
  return { form: 'table', depth: 0, line, paragraphs: [], children: bullets };
}

function isClaiming(cell: TableCell, { containers, names }: Reading): boolean {
  const found = containers.find(wordsIn(cell), (name) => names.resolveTitle(name) !== undefined);
  return found !== undefined && CLAIMING.has(found.kind);
}

function wordsIn(cell: TableCell): string {
  return fold(textOf(cell));
}

interface Columns {
  /** Which of them are containers. */
  readonly columns: readonly boolean[];
  readonly reading: Reading;
}

/** `Advantages | Disadvantages`, or `Pattern | Pros | Cons`: then each row is about what its first cell names. */
function byColumn(head: Row, body: readonly Row[], { columns, reading }: Columns): Section[] {
  const named = columns.findIndex((isContainer, index) => !isContainer && !isNumbers(body, index));
  const containers = head.flatMap((cell, index) => (columns[index] ? [{ cell, index }] : []));
  const labelled = (rows: readonly Row[]) =>
    containers.map(({ cell, index }) =>
      label(
        lineOf(cell, reading),
        rows.flatMap((row) => itemsOf(row[index], reading)),
      ),
    );
  if (named === -1 || columns.slice(0, named).includes(true)) return labelled(body);
  return body.flatMap((row): Section[] => {
    const name = row[named];
    if (name === undefined) return [];
    if (!isAspect(name, reading)) return [pattern(name, labelled([row]), reading)];
    return containers.map(({ cell, index }) =>
      label(lineOf(cell, reading), aboutAspect(name, row[index], reading)),
    );
  });
}

/** A row or column that is about what its first cell names. */
function pattern(name: TableCell, children: readonly Section[], reading: Reading): Section {
  return { ...label(lineOf(name, reading), children), form: 'heading' };
}

/** Such a column counts the rows. */
function isNumbers(rows: readonly Row[], index: number): boolean {
  return rows.every((row) => row[index] === undefined || /^\d*[.)]?$/.test(wordsIn(row[index])));
}

/** A quality, or nothing. */
function isAspect(cell: TableCell, { effects }: Reading): boolean {
  const text = wordsIn(cell);
  return text === '' || effects.qualitiesOf(text).length > 0;
}

function aboutAspect(name: TableCell, cell: TableCell | undefined, reading: Reading): Section[] {
  const aspect = wordsIn(name);
  return itemsOf(cell, reading).map((item) =>
    aspect === '' ? item : { ...item, line: reworded(item.line, `${aspect}: ${item.line.text}`) },
  );
}

/** `Pros | a` above `Cons | b`; with names above the columns each column is about one of them. */
function byRow(rows: readonly Row[], isContainer: readonly boolean[], reading: Reading): Section[] {
  const head = rows[0] ?? [];
  const data = rows.filter((_, index) => isContainer[index]);
  const labelled = (index: number) =>
    data.flatMap((row) =>
      row[0] === undefined ? [] : [label(lineOf(row[0], reading), itemsOf(row[index], reading))],
    );
  const columns = head.map((_, index) => index).slice(1);
  const isNamed = isContainer[0] !== true && areNames(head.slice(1), reading);
  return columns.flatMap((index): Section[] => {
    const name = head[index];
    if (!isNamed || name === undefined) return labelled(index);
    return [pattern(name, labelled(index), reading)];
  });
}

/** The names of patterns, of which at least one is known or which are several. */
function areNames(cells: Row, { names, containers }: Reading): boolean {
  const all = cells.map(wordsIn);
  const isName = (name: string) => name !== '' && containers.find(name) === undefined;
  const isKnown = all.some((name) => names.resolveTitle(name) !== undefined);
  return all.every(isName) && (isKnown || all.length > 1);
}

function lineOf(cell: TableCell, { source }: Reading): Line {
  return parseLine(cell.children, placeOf(cell, source), source);
}

const EMPTY = /^[\s–—.-]*$|^(?:n\/?a|none)$/i;
const BULLET = /^(?:[-*•·▪]|\d{1,2}[.)])\s+/;

/** The items of a cell: one for each line break, bullet or comma. */
function itemsOf(cell: TableCell | undefined, { source }: Reading): Section[] {
  if (cell === undefined) return [];
  return linesIn(cell.children).flatMap((content) => {
    const node = content[0];
    const place = placeOf(node?.position ? node : cell, source);
    const line = parseLine(content, place, source);
    const items = inlineItems(line.text.replace(BULLET, ''));
    return items
      .filter((item) => !EMPTY.test(item))
      .map((item) => bullet(item === line.text ? line : reworded(line, item)));
  });
}

function linesIn(content: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of content) {
    const isBreak =
      node.type === 'break' ||
      (node.type === 'html' && /^<\/?(?:br|li|p|ul|ol)\b/i.test(node.value));
    if (isBreak) lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines.filter((line) => line.length > 0);
}
