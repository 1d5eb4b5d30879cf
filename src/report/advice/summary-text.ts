import stringWidth from 'fast-string-width';
import type { Advice } from '../../model/advice.ts';
import { systemName } from '../layout/headings.ts';
import { aside, paragraph } from '../layout/layout.ts';
import { count } from '../words/numbers.ts';
import type { AdviceView } from './advice-view.ts';
import { contradictionLines, notCoveredLines } from './answers-text.ts';
import { conflictLines } from './conflicts-text.ts';
import { jointLines } from './joint-text.ts';
import { nextLines, worthAnswering } from './next-lines.ts';
import { picksTable, shownIn } from './picks-table.ts';
import { whyLines, worthWords } from './why-lines.ts';

/** Lines of a summary at 80 columns or more; with fewer columns, proportionally fewer. */
const MOST_LINES = 60;
const COLUMNS = 80;

/** What is recommended, what matters about it, and what to do next; with `--brief` only what is recommended. */
export function summaryText(advice: Advice, view: AdviceView): string {
  const { style, detail } = view;
  const shown = shownIn(advice, view);
  const start = [
    ...headingLines(advice, view),
    ...contradictionLines(advice, view),
    '',
    ...picksTable(shown, view),
    ...jointLines(advice, view),
    ...conflictLines(advice, view),
    ...notCoveredLines(advice, view),
  ];
  if (detail === 'brief') return [...start, ''].join('\n');
  const explained = worthWords(shown, view);
  const end = [...worthAnswering(view), ...nextLines(explained, view)];
  const most = Math.floor((MOST_LINES * COLUMNS) / Math.min(COLUMNS, style.width));
  const room = most - start.length - end.length - WHY_LINES;
  const { lines, left } = whyLines(explained, view, room);
  const title = style.palette.strong('Why, hardest to reverse first');
  const more = `${count(left, 'more decision')}: arch-advisor recommend --full`;
  const why = [
    ...(lines.length === 0 ? [] : ['', title, ...lines]),
    ...(left === 0 ? [] : aside(more, style, 2)),
  ];
  return [...start, ...why, ...end, ''].join('\n');
}

/** A blank line, the title and the line that counts what was left out. */
const WHY_LINES = 3;

/** The system on the left and how much is known on the right, or below each other if there is no room. */
export function headingLines(advice: Advice, { style }: Pick<AdviceView, 'style'>): string[] {
  const { palette, width } = style;
  const [name, known] = [systemName(advice), answeredText(advice)];
  const gap = width - stringWidth(name) - stringWidth(known);
  return gap < 2
    ? [...paragraph(palette.strong(name), width), ...aside(known, style)]
    : [`${palette.strong(name)}${' '.repeat(gap)}${palette.faint(known)}`];
}

/** `33 of 43 questions answered, 2 implied` */
export function answeredText({
  answers,
  implied = [],
  unanswered,
}: Pick<Advice, 'answers' | 'implied' | 'unanswered'>): string {
  const given = Object.keys(answers).length;
  const derived = implied.filter(({ choices }) => choices.length === 1).length;
  const all = given + derived + unanswered.length;
  const more = derived === 0 ? '' : `, ${derived} implied`;
  return `${given} of ${all} questions answered${more}`;
}
