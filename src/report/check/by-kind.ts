import stringWidth from 'fast-string-width';
import { largest } from '../../common/lists.ts';
import { plain } from '../../common/text.ts';
import type { Diagnostic, Severity } from '../../model/knowledge.ts';
import { aside, paragraph, rows } from '../layout/layout.ts';
import { limited } from '../layout/limited.ts';
import { GLUE, type Style } from '../layout/style.ts';
import { count } from '../words/numbers.ts';
import { placeWord } from './diagnostics-lines.ts';
import { commonHint, hintsBelow } from './hints.ts';

/** Diagnostics of one kind that are shown, unless all are. */
const MOST = 3;
/** Lines of the message of each of them. */
const MOST_LINES = { error: 2, warning: 1 } as const satisfies Record<Severity, number>;

interface KindView {
  readonly style: Style;
  readonly showsAll: boolean;
}

/** The diagnostics of one rule, in the order of the documents. */
interface Kind extends Pick<Diagnostic, 'rule' | 'severity'> {
  readonly all: readonly Diagnostic[];
}

/** Diagnostics by rule, errors first, then the most frequent; if some are hidden, an overview comes last. */
export function byKindLines(
  diagnostics: readonly Diagnostic[],
  view: KindView,
): { lines: string[]; hidden: number } {
  const kinds = kindsOf(diagnostics);
  const hidden = kinds.reduce((sum, { all }) => sum + all.length - shownOf(all, view).length, 0);
  const overview = hidden === 0 ? [] : overviewLines(kinds, view.style);
  return { lines: [...kinds.flatMap((kind) => kindLines(kind, view)), ...overview], hidden };
}

function kindsOf(diagnostics: readonly Diagnostic[]): Kind[] {
  const kinds = new Map<string, { rule: string; severity: Kind['severity']; all: Diagnostic[] }>();
  for (const diagnostic of diagnostics) {
    const { rule, severity } = diagnostic;
    const key = `${severity} ${rule}`;
    const kind = kinds.get(key) ?? { rule, severity, all: [] };
    kind.all.push(diagnostic);
    kinds.set(key, kind);
  }
  const rank = ({ severity }: Kind) => (severity === 'error' ? 0 : 1);
  return [...kinds.values()].sort((a, b) => rank(a) - rank(b) || b.all.length - a.all.length);
}

/** A single one is never left out: the line saying so would take just as much space. */
function shownOf(all: Kind['all'], { showsAll }: KindView): Kind['all'] {
  return showsAll || all.length <= MOST + 1 ? all : all.slice(0, MOST);
}

function kindLines(kind: Kind, view: KindView): string[] {
  const { style } = view;
  const shown = shownOf(kind.all, view);
  const hidden = kind.all.length - shown.length;
  const title = `${style.palette.strong(kind.rule)}  ${countText(kind, style)}`;
  const more = `${style.glyphs.more} and ${hidden} more: --all`;
  return [
    title,
    ...exampleLines(shown, view),
    ...(hidden === 0 ? [] : aside(more, style, INDENT)),
    '',
  ];
}

function countText({ severity, all }: Kind, { palette }: Style): string {
  const paint = severity === 'error' ? palette.minus : palette.caution;
  return paint(count(all.length, severity));
}

const INDENT = 2;
const GAP = 2;
/** Where places take more than this share of the width, each has a line of its own. */
const WIDEST_SHARE = 0.45;
const BELOW = 4;

/** Columns of the places including the gap; undefined if the message goes on the next line. */
function columnFor(shown: Kind['all'], { width }: Style): number | undefined {
  const column = largest(shown.map((each) => stringWidth(placeWord(each)))) + GAP;
  return column <= width * WIDEST_SHARE ? column : undefined;
}

/** With one hint below all of them, or one below each. */
function exampleLines(shown: Kind['all'], view: KindView): string[] {
  const { style } = view;
  const column = columnFor(shown, style);
  const below = commonHint(shown, style);
  const indent = column === undefined ? BELOW : INDENT + column;
  const hints = below === undefined ? hintsBelow(shown, style, indent) : [];
  const examples = shown.flatMap((each, index) => [
    ...messageLines(each, column, view),
    ...(hints[index] ?? []),
  ]);
  return [...examples, ...(below ?? [])];
}

function messageLines(
  { place, message, severity }: Diagnostic,
  column: number | undefined,
  { style, showsAll }: KindView,
): string[] {
  const { width } = style;
  const where = placeWord({ place });
  const most = showsAll ? Number.POSITIVE_INFINITY : MOST_LINES[severity];
  const indent = column === undefined ? BELOW : INDENT + column;
  const lines = limited(plain(message), { width: width - indent, most, style });
  if (column === undefined) return [...paragraph(where, width, INDENT), ...indented(lines)];
  const cells = [
    { text: '', width: INDENT },
    { text: where, width: column },
  ];
  return rows([[...cells, { text: lines.join('\n') }]], width);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `${' '.repeat(BELOW)}${line}`);
}

/** How many there are of each kind: the last thing on the screen. */
function overviewLines(kinds: readonly Kind[], { palette, width }: Style): string[] {
  const digits = largest(kinds.map(({ all }) => String(all.length).length));
  const cells = kinds.map(({ rule, severity, all }) => [
    { text: '', width: INDENT },
    { text: String(all.length).padStart(digits, GLUE), width: digits + GAP },
    { text: severity === 'error' ? `${rule} ${palette.minus('(errors)')}` : rule },
  ]);
  return [...rows(cells, width), ''];
}
