import { plain } from '../../common/text.ts';
import type { DocumentLine, LineChange, ReasonChange } from '../../model/difference.ts';
import { reasonWords } from '../explain/answer-words.ts';
import { type Cell, rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { conditionWords } from '../words/conditions.ts';
import { listed, plainNames } from '../words/names.ts';
import { pointsTurn, ruleTurn, turn } from './points-turn.ts';
import type { DifferenceView } from './sides.ts';

/**
 * What changed in the documents: first about decisions as a whole, then each alternative once with everything that counts
 * differently for it, and the lines responsible.
 */
export function changedReasonLines(
  reasons: readonly ReasonChange[],
  view: DifferenceView,
): string[] {
  const alternatives = [...new Set(reasons.map(({ alternative }) => alternative))];
  return alternatives.flatMap((alternative) => [
    ...(alternative === undefined ? [] : alternativeRow(alternative, view)),
    ...reasons
      .filter((reason) => reason.alternative === alternative)
      .flatMap((reason) => oneReason(reason, view)),
  ]);
}

function alternativeRow(alternative: string, { before, after, style }: DifferenceView): string[] {
  const names = plainNames(after.patterns.has(alternative) ? after : before);
  const text = style.palette.strong(names.alternative(alternative));
  return rows([[{ text: '', width: 2 }, { text }]], style.width);
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

function subjectOf(reason: ReasonChange, { after }: DifferenceView): string {
  const { kind, decision, question = '', quality = '', because = [], condition = '' } = reason;
  const names = plainNames(after);
  switch (kind) {
    case 'quality':
      return names.quality(quality);
    case 'evidence':
    case 'certain':
      return listed(
        because.map((reason) => reasonWords(reason, names)),
        'and',
      );
    case 'hard-rule':
      return `ruled out when ${conditionWords(condition, names)}`;
    case 'alternative':
      return 'the alternative itself';
    case 'decision':
      return decision === undefined ? 'the decision itself' : names.decision(decision);
    case 'question':
      return `answers to ${names.questionTitle(question)}`;
    case 'lines':
      return 'other lines';
    default:
      return kind satisfies never;
  }
}

/** `+4 → +8 points (rating 1 → 2)`. */
function changeOf({ kind, before, after, lines }: ReasonChange, view: DifferenceView): string {
  if (kind === 'hard-rule') return ruleTurn(before, after, view.style);
  if (kind === 'alternative') return lines.some((line) => line.after) ? 'new' : 'removed';
  if (before === undefined && after === undefined) return '';
  return pointsTurn(before, after, view.style);
}

/** A changed line: what happened to it, its sentence, and its places before and after. */
function lineRows({ kind, before, after }: LineChange, view: DifferenceView): string[] {
  const line = after ?? before;
  if (line === undefined) return [];
  const { palette, glyphs, width } = view.style;
  const word = before === undefined ? 'new' : after === undefined ? 'removed' : 'changed';
  const places = [before, after].flatMap((side) => (side ? [`${side.file}:${side.line}`] : []));
  const was = before && after ? wasText(before, after, view.style) : '';
  const text = `${sentenceOf(kind, line)}${was} ${palette.faint(places.join(` ${glyphs.arrow} `))}`;
  return rows([[{ text: '', width: 6 }, { text: word, width: 8 }, { text }]], width);
}

function sentenceOf(
  kind: LineChange['kind'],
  { text, condition, quality, question }: DocumentLine,
): string {
  const withCondition = condition === undefined ? text : plain(`${text} (${condition})`);
  switch (kind) {
    case 'weight':
      return condition === undefined
        ? `weight of ${quality}`
        : `weight of ${quality} if ${condition}`;
    case 'driving':
      return `${text} is a driving quality`;
    case 'applies-when':
      return plain(`applies when ${text}`);
    case 'baseline':
      return plain(`${text} is the baseline`);
    case 'order':
      return `order: ${text}`;
    case 'decision':
      return plain(`the decision ${text}`);
    case 'limits':
    case 'question':
      return plain(`${question}: ${text}`);
    case 'implication':
      return plain(`${condition} leaves ${question}: ${text}`);
    case 'claim':
    case 'several':
    case 'alternative':
      return plain(text);
    case 'choice':
    case 'evidence':
    case 'hard-rule':
      return withCondition;
    default:
      return kind satisfies never;
  }
}

/** What changed: the number, the condition, or otherwise the words. */
function wasText(before: DocumentLine, after: DocumentLine, style: Style): string {
  const [was, is] = [before.value, after.value];
  const parts = [
    ...(was !== undefined && is !== undefined && was !== is ? [turn(was, is, style)] : []),
    ...(before.condition === after.condition ? [] : [plain(`was when ${before.condition}`)]),
  ];
  if (parts.length === 0) return plain(` [was: ${before.text}]`);
  return ` [${parts.join(', ')}]`;
}
