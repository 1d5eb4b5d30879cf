import { plain, visible } from '../../common/text.ts';
import type { KeptRecord, NotRecorded, Recording, WrittenRecord } from '../../model/record.ts';
import { commandLines, paragraph } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { listed, type Names } from '../words/names.ts';
import { count } from '../words/numbers.ts';

/** How the records are reported. */
export interface RecordingView {
  readonly names: Names;
  readonly style: Style;
  /** Words of a command that decides the records again. */
  readonly verify: readonly string[];
  /** Words of a command that asks what is not answered. */
  readonly ask: readonly string[];
}

/** What was written, what was not, and why; of a dry run the texts, each below the name of its file. */
export function recordingText(recording: Recording, view: RecordingView): string {
  const { written, kept, notRecorded, unread, dryRun } = recording;
  const blocks = [
    ...(dryRun
      ? written.map((each) => draftLines(each, recording))
      : [
          section(
            headOf(recording),
            written.flatMap((each) => writtenLines(each, view)),
            view,
          ),
        ]),
    section(
      'Already recorded with the same pick; --renew writes a new record',
      kept.flatMap((each) => keptLines(each, view)),
      view,
    ),
    section(
      'Not recorded',
      notRecorded.flatMap((each) => notRecordedLines(each, view)),
      view,
    ),
    section(
      'Could not be read, and were not compared',
      unread.map((file) => `  ${visible(file)}`),
      view,
    ),
    uncertainLines(recording, view),
    nextLines(recording, view),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function draftLines({ file, text = '' }: WrittenRecord, { folder }: Recording): string[] {
  return [`==> ${visible(folder)}/${file} <==`, '', text.trimEnd()];
}

function section(title: string, lines: readonly string[], { style }: RecordingView): string[] {
  if (lines.length === 0) return [];
  return [...paragraph(style.palette.strong(title), style.width), ...lines];
}

const FORMATS = {
  madr: 'MADR',
  nygard: "Nygard's format",
  log4brains: "log4brains' format",
} as const;

function headOf({ folder, format, convention, written }: Recording): string {
  const why = convention === undefined ? '' : `, as in ${convention}`;
  return `Wrote ${count(written.length, 'record')} to ${visible(folder)} (${FORMATS[format]}${why})`;
}

function writtenLines(
  { file, certainty, supersedes, unmarked }: WrittenRecord,
  { style }: RecordingView,
): string[] {
  const marked = supersedes.filter((old) => !unmarked.includes(old));
  return [
    ...paragraph(`${file} (${plain(certainty)})`, style.width, 2),
    ...(marked.length === 0
      ? []
      : paragraph(`supersedes ${listed(marked.map(visible), 'and')}`, style.width, 4)),
    ...unmarked.flatMap((old) =>
      paragraph(
        `supersedes ${visible(old)}, which states no status: mark it as superseded by hand`,
        style.width,
        4,
      ),
    ),
  ];
}

function keptLines({ file }: KeptRecord, { style }: RecordingView): string[] {
  return paragraph(visible(file), style.width, 2);
}

function notRecordedLines(each: NotRecorded, { names, style }: RecordingView): string[] {
  return paragraph(
    `${plain(names.decision(each.decision))}: ${whyNot(each, names)}`,
    style.width,
    2,
  );
}

function whyNot({ decision, because, between }: NotRecorded, names: Names): string {
  switch (because) {
    case 'tied':
      return `tied between ${plain(listed(between.map(names.alternative), 'and'))}; choose with --pin ${decision}=${between[0] ?? ''}`;
    case 'infeasible':
      return 'no option fits your answers and pins';
    case 'not-applicable':
      return 'does not apply to your answers';
    case 'undecided':
      return `may not apply; name it to record it: arch-advisor adr ${decision}`;
    default:
      return because satisfies never;
  }
}

/** A pick that is not likely hardly convinces anybody. */
function uncertainLines({ written }: Recording, { ask, style }: RecordingView): string[] {
  if (!written.some(({ certainty }) => /^(unlikely|toss-up)/.test(certainty))) return [];
  const text = 'Some of these picks are not likely yet. More answers can change that';
  return [...paragraph(style.palette.strong(text), style.width), ...commandLines('  ', ask, style)];
}

function nextLines({ written, kept }: Recording, { verify, style }: RecordingView): string[] {
  if (written.length + kept.length === 0) return [];
  return [
    style.palette.strong('Next, whenever answers or knowledge change'),
    ...commandLines('  ', verify, style),
  ];
}
