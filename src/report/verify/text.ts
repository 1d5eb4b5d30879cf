import { fileName, plain } from '../../common/text.ts';
import type { SkippedRecord, Verification, VerifiedRecord } from '../../model/verification.ts';
import {
  aside,
  type Cell,
  commandLines,
  INDENT,
  labelled,
  paragraph,
  rows,
} from '../layout/layout.ts';
import { listedFirst } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { sharedAnswers } from './answers-texts.ts';
import { findingParts, type PartsView } from './finding-parts.ts';
import { nextStep } from './next-step.ts';
import { OUTCOME_ORDER, OUTCOMES } from './outcome-words.ts';
import { levelOf, type VerifyView } from './verify-view.ts';

/** What became of each record: the counts, what changed with its causes, then a line each for what is known, unchanged or skipped. */
export function verificationText(verification: Verification, view: VerifyView): string {
  const { records, skipped, knowledge } = verification;
  const { style } = view;
  const fresh = records.filter(({ known }) => !known);
  const { version, sha256 } = knowledge;
  const shared = sharedAnswers(fresh, view);
  const blocks = [
    [
      ...paragraph(style.palette.strong(verificationSummary(verification)), style.width),
      ...aside(`Knowledge ${version} (${sha256.slice(0, 7)})`, style),
    ],
    shared.length > 0
      ? [
          style.palette.strong('Changed answers'),
          ...shared.flatMap((text) => paragraph(text, style.width, INDENT)),
        ]
      : [],
    ...OUTCOME_ORDER.flatMap((outcome) => {
      const own = fresh.filter((record) => record.outcome === outcome && hasMore(record));
      return own.map((record) => findingLines(record, { ...view, isShort: shared.length > 0 }));
    }),
    [
      ...knownLines(records, view),
      ...unchangedLines(records, view),
      ...skippedLines(skipped, view),
    ],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** What is unchanged is worth more than its name only if one of its triggers has come true, or its status is wrong. */
function hasMore({ outcome, fired, rejectedSuccessor }: VerifiedRecord): boolean {
  return outcome !== 'unchanged' || fired.length > 0 || rejectedSuccessor !== undefined;
}

/** `7 records: 1 pick changed, 5 unchanged; 1 known` */
export function verificationSummary({ records }: Verification): string {
  const counts = OUTCOME_ORDER.flatMap((outcome) => {
    const number = records.filter((each) => each.outcome === outcome).length;
    return number === 0 ? [] : [OUTCOMES[outcome].counted(number)];
  });
  const known = records.filter((each) => each.known).length;
  const listing = counts.length === 0 ? '' : `: ${counts.join(', ')}`;
  return `${count(records.length, 'record')}${listing}${known === 0 ? '' : `; ${known} known`}`;
}

/** A record: what became of it, its title and place, then why, and what to do. */
function findingLines(record: VerifiedRecord, view: PartsView): string[] {
  const { style } = view;
  const { text, command } = nextStep(record, view);
  return [
    ...rows([headOf(record, view)], style.width),
    ...aside(plain(`${record.file}:${record.line}`), style, INDENT),
    ...findingParts(record, view).flatMap(({ label, texts }) => labelled(label, texts, style)),
    ...labelled('Next', [text], style),
    ...(command === undefined ? [] : commandLines(' '.repeat(2 * INDENT), command, style)),
  ];
}

/** Columns for what became of it. */
const OUTCOME = 22;

function headOf(record: VerifiedRecord, view: VerifyView): Cell[] {
  const { palette, width } = view.style;
  const paint = levelOf(record, view) === 'error' ? palette.minus : palette.caution;
  const outcome = OUTCOMES[record.outcome].title.toLowerCase();
  return [
    { text: palette.strong(plain(record.title)), width: width - OUTCOME },
    { text: paint(outcome) },
  ];
}

/** Names that are listed. */
const MOST = 6;

function knownLines(records: readonly VerifiedRecord[], { style }: VerifyView): string[] {
  const known = records.filter((record) => record.known);
  if (known.length === 0) return [];
  const texts = known.map(
    ({ file, outcome }) => `${plain(fileName(file))} (${OUTCOMES[outcome].title.toLowerCase()})`,
  );
  return aside(`In the baseline: ${listedFirst(texts, MOST)}`, style);
}

function unchangedLines(records: readonly VerifiedRecord[], { style }: VerifyView): string[] {
  const files = records
    .filter(({ outcome }) => outcome === 'unchanged')
    .map(({ file }) => plain(fileName(file)));
  return files.length === 0 ? [] : aside(`Unchanged: ${listedFirst(files, MOST)}`, style);
}

const SKIPPED = {
  superseded: (number: number) => `${number} superseded`,
  rejected: (number: number) => `${number} rejected`,
  deprecated: (number: number) => `${number} deprecated`,
  'other-tool': (number: number) => `${count(number, 'other Markdown file')}`,
  link: (number: number) => `${count(number, 'link')}, not followed`,
} as const satisfies Record<SkippedRecord['because'], (number: number) => string>;

const REASONS = ['superseded', 'rejected', 'deprecated', 'other-tool', 'link'] as const;

function skippedLines(skipped: readonly SkippedRecord[], { style }: VerifyView): string[] {
  const counts = REASONS.flatMap((reason) => {
    const number = skipped.filter(({ because }) => because === reason).length;
    return number === 0 ? [] : [SKIPPED[reason](number)];
  });
  return counts.length === 0 ? [] : aside(`Skipped: ${counts.join(', ')}`, style);
}
