import { rm } from 'node:fs/promises';
import { markdownText, table } from '../../src/report/markdown/markdown.ts';
import { RECORD_READERS } from './record-readers.ts';
import { FORMATS, projectWithRecords, type RecordFormat, recordsIn } from './records.ts';
import type { ShownRecord } from './shown.ts';

const FORMS: Readonly<Record<RecordFormat, string>> = {
  madr: 'MADR',
  nygard: 'Nygard',
  log4brains: 'log4brains',
};

/** Which reader shows what of our records, as a table of Markdown, found by letting each of them read three records. */
export async function readersTable(): Promise<string> {
  const rows: string[][] = [];
  for (const format of FORMATS) {
    const project = await projectWithRecords(format);
    const written = await recordsIn(project);
    for (const { name, read } of RECORD_READERS) {
      const shown = await read(project);
      const cells = COLUMNS.map(({ verdict }) => verdict(shown, written));
      rows.push([FORMS[format], name, ...cells]);
    }
    await rm(project, { recursive: true, force: true });
  }
  const head = ['Format', 'Reader', ...COLUMNS.map(({ title }) => title)];
  return markdownText([table([head, ...rows])]);
}

type Verdict = 'yes' | 'no' | 'wrong';

interface Column {
  readonly title: string;
  readonly verdict: (shown: readonly ShownRecord[], written: readonly ShownRecord[]) => Verdict;
}

const COLUMNS: readonly Column[] = [
  { title: 'List', verdict: whole },
  { title: 'Title', verdict: field('title', (shown, { title = '' }) => shown.endsWith(title)) },
  {
    title: 'Status',
    verdict: field('status', (shown, { status = '' }) => shown.startsWith(status)),
  },
  { title: 'Date', verdict: field('date', (shown, { date }) => shown === date) },
  { title: 'Superseded by', verdict: successor },
];

/** All records, and nothing else. */
function whole(shown: readonly ShownRecord[], written: readonly ShownRecord[]): Verdict {
  const [found, expected] = [shown, written].map((all) => all.map(({ file }) => file).sort());
  return String(found) === String(expected) ? 'yes' : 'wrong';
}

/** Whether a field is shown as it is written: of all records, of none, or otherwise. */
function field(
  name: 'title' | 'status' | 'date',
  isRight: (shown: string, written: ShownRecord) => boolean,
): Column['verdict'] {
  return (shown, written) => {
    const values = new Map(shown.map((record) => [record.file, record[name]]));
    if (![...values.values()].some((value) => value !== undefined)) return 'no';
    const right = written.filter((record) => isRight(values.get(record.file) ?? '', record));
    return right.length === written.length ? 'yes' : 'wrong';
  };
}

/** Which record took the place of another: a link in either of them, or its name in a status. */
function successor(shown: readonly ShownRecord[], written: readonly ShownRecord[]): Verdict {
  const old = written.find(({ supersededBy }) => supersededBy !== undefined);
  const name = `ADR-${old?.supersededBy?.slice(0, 4)}`;
  const isShown = shown.some(
    ({ file, status = '', supersededBy, supersedes }) =>
      supersedes === old?.file ||
      (file === old?.file && (supersededBy === old.supersededBy || status.endsWith(name))),
  );
  return isShown ? 'yes' : 'no';
}
