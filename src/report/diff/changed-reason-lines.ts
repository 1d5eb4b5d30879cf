import type { DocumentLine, LineChange, ReasonChange, ReasonSide } from '../../model/difference.ts';
import { plain } from '../../model/plain.ts';
import { type Cell, rows } from '../layout.ts';
import { namesIn } from '../names.ts';
import { painted, plainNumber } from '../points.ts';
import type { Style } from '../style.ts';
import type { DifferenceView } from './difference-view.ts';

/** What the documents say otherwise: each alternative once, with all that counts otherwise for it, and the lines behind it. */
export function changedReasonLines(
  reasons: readonly ReasonChange[],
  view: DifferenceView,
): string[] {
  const alternatives = [...new Set(reasons.map(({ alternative }) => alternative))];
  return alternatives.flatMap((alternative) => [
    ...(alternative === undefined
      ? []
      : rows(
          [
            [
              { text: '', width: 2 },
              { text: view.style.palette.strong(nameOf(alternative, view)) },
            ],
          ],
          view.style.width,
        )),
    ...reasons
      .filter((reason) => reason.alternative === alternative)
      .flatMap((reason) => oneReason(reason, view)),
  ]);
}

function nameOf(alternative: string, { before, after }: DifferenceView): string {
  return namesIn(after.patterns.has(alternative) ? after : before).alternative(alternative);
}

function oneReason(reason: ReasonChange, view: DifferenceView): string[] {
  const { style } = view;
  const head: Cell[] = [
    { text: '', width: 4 },
    { text: subjectOf(reason, view), width: Math.min(30, Math.floor(style.width * 0.4)) },
    { text: changeOf(reason, view) },
  ];
  return [...rows([head], style.width), ...reason.lines.flatMap((line) => lineRows(line, view))];
}

function subjectOf(
  { kind, quality, because = [] }: ReasonChange,
  { after }: DifferenceView,
): string {
  switch (kind) {
    case 'quality':
      return namesIn(after).quality(quality ?? '');
    case 'evidence':
    case 'certain':
      return because.join(', ');
    case 'hard-rule':
      return `ruled out when ${plain(because.join(', '))}`;
    case 'alternative':
      return 'the alternative itself';
    case 'decision':
      return 'the decision itself';
    case 'lines':
      return 'in what is still open';
    default:
      return kind satisfies never;
  }
}

/** `+10, was +5 (weight 5, was 5; rating 2, was 1)`. */
function changeOf({ kind, before, after, lines }: ReasonChange, view: DifferenceView): string {
  const { arrow } = view.style.glyphs;
  if (kind === 'hard-rule') return `${ruleText(before)} ${arrow} ${ruleText(after)}`;
  if (kind === 'alternative') return lines.some((line) => line.after) ? 'new' : 'gone';
  if (before === undefined && after === undefined) return '';
  return `${pointsText(before, view)} ${arrow} ${pointsText(after, view)} points${factors(before, after, view)}`;
}

function ruleText(side: ReasonSide | undefined): string {
  if (side === undefined) return 'no';
  return side.state === 'certain' ? 'yes' : 'possibly';
}

function pointsText(side: ReasonSide | undefined, { style }: DifferenceView): string {
  return painted(side?.points ?? 0, style);
}

/** What the points of a quality are made of, where both sides have some. */
function factors(
  before: ReasonSide | undefined,
  after: ReasonSide | undefined,
  { style }: DifferenceView,
): string {
  const changed = (['weight', 'rating'] as const).flatMap((factor) => {
    const [was, is] = [before?.[factor], after?.[factor]];
    return was === undefined || is === undefined || was === is
      ? []
      : [`${factor} ${turn(was, is, style)}`];
  });
  return changed.length === 0 ? '' : ` (${changed.join(', ')})`;
}

/** A line that differs: what became of it, its sentence, and where it stood and stands. */
function lineRows({ kind, before, after }: LineChange, view: DifferenceView): string[] {
  const line = after ?? before;
  if (line === undefined) return [];
  const { palette, glyphs, width } = view.style;
  const word = before === undefined ? 'new' : after === undefined ? 'gone' : 'changed';
  const places = [before, after].flatMap((side) => (side ? [`${side.file}:${side.line}`] : []));
  const text = `${sentenceOf(kind, line)}${valueChange(before, after, view.style)} ${palette.faint(places.join(` ${glyphs.arrow} `))}`;
  return rows([[{ text: '', width: 6 }, { text: word, width: 8 }, { text }]], width);
}

function sentenceOf(kind: LineChange['kind'], { text, condition, quality }: DocumentLine): string {
  switch (kind) {
    case 'weight':
      return condition === undefined
        ? `weight of ${quality}`
        : `weight of ${quality} by ${condition}`;
    case 'driving':
      return `${text} decides here`;
    case 'applies-when':
      return plain(`applies when ${text}`);
    case 'order':
      return text;
    case 'claim':
      return text;
    case 'evidence':
    case 'hard-rule':
      return condition === undefined ? text : plain(`${text} (${condition})`);
    default:
      return kind satisfies never;
  }
}

function valueChange(
  before: DocumentLine | undefined,
  after: DocumentLine | undefined,
  style: Style,
): string {
  const [was, is] = [before?.value, after?.value];
  const parts = [
    ...(was !== undefined && is !== undefined && was !== is ? [turn(was, is, style)] : []),
    ...(before && after && before.condition !== after.condition
      ? [plain(`was when ${before.condition}`)]
      : []),
  ];
  return parts.length === 0 ? '' : ` [${parts.join(', ')}]`;
}

function turn(was: number, is: number, style: Style): string {
  return `${plainNumber(was, style)} ${style.glyphs.arrow} ${plainNumber(is, style)}`;
}
