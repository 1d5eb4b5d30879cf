import { plain } from '../../common/text.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { DocumentReading, LeftOut, PatternReading } from '../../model/reading.ts';
import { aside, type Cell, paragraph, rows } from '../layout/layout.ts';
import { limited } from '../layout/limited.ts';
import { GLUE, type Style } from '../layout/style.ts';
import { LEFT_OUT } from '../words/left-out.ts';
import { count } from '../words/numbers.ts';
import { statementsOf } from './statements.ts';

export interface ReadingView {
  readonly knowledge: Pick<KnowledgeBase, 'qualities' | 'decisions'>;
  readonly style: Style;
}

/** What was understood in documents, line by line in their order, and what was left out. */
export function readingText(readings: readonly DocumentReading[], view: ReadingView): string {
  const lines = readings.flatMap((reading) => documentLines(reading, view));
  return [...lines, ...totalLines(readings, view.style), ''].join('\n');
}

function documentLines({ file, patterns, leftOut }: DocumentReading, view: ReadingView): string[] {
  const { style } = view;
  const { palette, width } = style;
  const none = patterns.length === 0 ? [palette.caution('No pattern'), ''] : [];
  return [
    ...paragraph(palette.strong(plain(file)), width),
    '',
    ...none,
    ...patterns.flatMap((pattern) => patternLines(pattern, view)),
    ...leftOutLines(leftOut, style),
  ];
}

const STEP = 2;
const DEEPEST = 8;

function patternLines(pattern: PatternReading, view: ReadingView, indent = 0): string[] {
  const deeper = Math.min(indent + STEP, DEEPEST);
  return [
    ...titleLines(pattern, view, indent),
    ...rows(statementCells(pattern, view, indent), view.style.width),
    ...countLines(pattern, view.style, indent),
    '',
    ...pattern.variants.flatMap((variant) => patternLines(variant, view, deeper)),
  ];
}

/** `Saga (long transaction) · saga · line 4 · decision: Transactions` */
function titleLines(pattern: PatternReading, view: ReadingView, indent: number): string[] {
  const { name, aliases, id, place } = pattern;
  const { palette, glyphs, width } = view.style;
  const also = aliases.length === 0 ? '' : ` (${aliases.map(plain).join(', ')})`;
  const parts = [
    palette.strong(`${plain(name)}${also}`),
    palette.faint(`${plain(id)} ${glyphs.separator} line ${place.line}`),
    decisionText(pattern, view),
  ];
  return paragraph(parts.join(palette.faint(` ${glyphs.separator} `)), width, indent);
}

/** Its own decision, else those of its variants, else why there is none. */
function decisionText(pattern: PatternReading, { knowledge, style }: ReadingView): string {
  const { palette } = style;
  const { decision, aloneIn } = pattern;
  const title = (id: string) => plain(knowledge.decisions.get(id)?.title ?? id);
  if (decision !== undefined) return palette.faint(`decision: ${title(decision)}`);
  if (aloneIn !== undefined) {
    return palette.caution(`no decision: the only alternative of \`${plain(aloneIn)}\``);
  }
  const below = new Set(decisionsBelow(pattern));
  return below.size === 0
    ? palette.caution('no decision')
    : palette.faint(`decision between its variants: ${[...below].map(title).join(', ')}`);
}

function decisionsBelow({ variants }: PatternReading): string[] {
  return variants.flatMap(({ decision, ...variant }) =>
    decision === undefined ? decisionsBelow(variant) : [decision],
  );
}

const LINE = 7;
const MARK = 12;

function statementCells(
  pattern: PatternReading,
  { knowledge, style }: ReadingView,
  indent: number,
): Cell[][] {
  return statementsOf(pattern, knowledge, style).map(({ line, mark, text }) => [
    { text: '', width: indent },
    { text: lineNumber(line, style), width: LINE },
    { text: mark, width: MARK },
    { text },
  ]);
}

/** Right-aligned in its column. */
function lineNumber(line: number, { palette }: Style): string {
  return palette.faint(String(line).padStart(LINE - 2, GLUE));
}

/** Counts of the parts that neither score nor decide. */
function countLines(pattern: PatternReading, style: Style, indent: number): string[] {
  const { palette, glyphs, width } = style;
  const counts: readonly (readonly [string, readonly unknown[]])[] = [
    ['summary', pattern.summary],
    ['types', pattern.types],
    ['use cases', pattern.useCases],
    ['mitigations', pattern.mitigations],
    ['warning signs', pattern.warningSigns],
    ['requires', pattern.requires],
    ['brings up', pattern.bringsUp],
    ['examples', pattern.examples],
  ];
  const read = counts.flatMap(([name, items]) =>
    items.length === 0 ? [] : [`${name} ${items.length}`],
  );
  const own = indent + STEP;
  const { others } = pattern;
  const numbers = others.map(({ place }) => place.line).join(', ');
  const remarks = `${count(others.length, 'other remark')}, shown but not scored: ${others.length === 1 ? 'line' : 'lines'} ${numbers}`;
  return [
    ...(read.length === 0 ? [] : aside(`also: ${read.join(` ${glyphs.separator} `)}`, style, own)),
    ...(others.length === 0 ? [] : paragraph(palette.caution(remarks), width, own)),
  ];
}

function leftOutLines(leftOut: readonly LeftOut[], style: Style): string[] {
  if (leftOut.length === 0) return [];
  const { palette, width } = style;
  const prose = leftOut.filter(({ why }) => why === 'prose').length;
  const cells = leftOut
    .filter(({ why }) => why !== 'prose')
    .map(({ why, text, place }): Cell[] => [
      { text: lineNumber(place.line, style), width: LINE },
      { text: firstLine(`${LEFT_OUT[why]}${text === '' ? '' : `: ${plain(text)}`}`, style) },
    ]);
  return [
    palette.strong('Left out'),
    ...rows(cells, width),
    ...(prose === 0 ? [] : [`${' '.repeat(LINE)}${count(prose, 'line')} of prose`]),
    '',
  ];
}

function firstLine(text: string, style: Style): string {
  return limited(text, { width: style.width - LINE, most: 1, style }).join('');
}

/** `2 patterns with 12 claims and 5 conditions in 1 document` */
function totalLines(readings: readonly DocumentReading[], style: Style): string[] {
  const patterns = readings.flatMap((reading) => reading.patterns).flatMap(withVariants);
  const claims = patterns.reduce((sum, each) => sum + each.claims.length, 0);
  const evidence = patterns.flatMap((each) => each.evidence);
  const conditions = evidence.filter(({ condition }) => condition !== undefined).length;
  const text = `${count(patterns.length, 'pattern')} with ${count(claims, 'claim')} and ${count(conditions, 'condition')} in ${count(readings.length, 'document')}`;
  return paragraph(text, style.width);
}

function withVariants(pattern: PatternReading): PatternReading[] {
  return [pattern, ...pattern.variants.flatMap(withVariants)];
}
