import type { Flip, Flips } from '../../model/flips.ts';
import { decisionHeading } from '../layout/headings.ts';
import { aside, type Cell, commandLines, paragraph, rows } from '../layout/layout.ts';
import { type FlipsView, flipCells } from './flip-cells.ts';
import { type FlipRow, flipRows } from './flip-rows.ts';

/** What would change one pick: first answers to open questions, then changed answers. */
export function flipsText(flips: Flips, view: FlipsView): string {
  const { style } = view;
  const cellsOf = flipCells(flips, view);
  const [first] = flips.flips;
  const title = view.names.decision(flips.decision);
  const learnt = flips.flips.filter(isLearnt);
  const changed = flips.flips.filter((flip) => !isLearnt(flip));
  return [
    ...decisionHeading({ title, ...flips.pick, pinned: view.pinned }, view),
    ...paragraph(`${verdict(flips, view)}.${APPLICABILITY[view.applies]}`, style.width, 2),
    ...together(view),
    ...extent(flips, view),
    ...section('If you answer (not answered yet)', flipRows(learnt), { cellsOf, view }),
    ...section('If you change', flipRows(changed), { cellsOf, view }),
    ...unlisted(flips, view),
    ...(first
      ? ['', ...commandLines('Try: ', view.tryIt(first.changes), style).map(style.palette.faint)]
      : []),
    '',
  ].join('\n');
}

/** The pick assumes that the decision applies. */
const APPLICABILITY = {
  yes: '',
  no: ' With these answers the decision does not apply; this is what would be picked if it did.',
  undecided: ' It is still open whether the decision applies; this is what is picked if it does.',
} as const;

/** Flips are about the decision by itself. */
function together({ recommended, names, style }: FlipsView): string[] {
  if (recommended === undefined) return [];
  const picks = recommended.length === 0 ? 'nothing' : names.alternatives(recommended);
  const text = `This looks at the decision on its own. To fit the other picks, ${picks} is recommended; the changes below may not change that.`;
  return paragraph(text, style.width, 2);
}

/** No given answer has to change. */
function isLearnt({ changes }: Flip): boolean {
  return changes.every(({ from }) => from === undefined);
}

function verdict(flips: Flips, view: FlipsView): string {
  const { size, total, searchedUpTo } = flips;
  const effect = effectOf(flips, view);
  const ways = total === 1 ? 'in one way' : `in ${total} ways`;
  switch (size) {
    case undefined:
      return `No change of up to ${searchedUpTo} answers would ${effect}${view.pinned ? ': it is pinned' : ''}`;
    case 1:
      return `A single answer would ${effect}, ${ways}`;
    case 2:
      return `No single answer would ${effect}; two would, ${ways}`;
    default:
      return `No change of fewer than ${size} answers would ${effect}; ${size} would, ${ways}`;
  }
}

function effectOf({ decision, pick, to }: Flips, { knowledge, names }: FlipsView): string {
  if (to === undefined) return pick.recommended.length > 0 ? 'change the pick' : 'change that';
  const verb = knowledge.decisions.get(decision)?.several ? 'bring in' : 'make it';
  return `${verb} ${names.alternative(to)}`;
}

/** What was searched, if nothing was found. */
function extent({ size }: Flips, { style }: FlipsView): string[] {
  const text =
    'The search tried every other answer to each question; where several choices may be picked, it added one, removed one or swapped one for another.';
  return size === undefined ? aside(text, style, 2) : [];
}

const MOST_ROWS = 6;

interface Printed {
  readonly cellsOf: (row: FlipRow) => readonly Cell[][];
  readonly view: FlipsView;
}

function section(title: string, all: readonly FlipRow[], { cellsOf, view }: Printed): string[] {
  const { isFull, style } = view;
  if (all.length === 0) return [];
  const shown = isFull ? all : all.slice(0, MOST_ROWS);
  const [listed, found] = [countOf(shown), countOf(all)];
  const more = `${listed} of ${found} shown; --full shows the rest`;
  return [
    '',
    style.palette.strong(title),
    ...rows(shown.flatMap(cellsOf), style.width),
    ...(listed < found ? aside(more, style, 2) : []),
  ];
}

function countOf(all: readonly FlipRow[]): number {
  return all.reduce((sum, row) => sum + row.count, 0);
}

/** Of very many flips only the first are listed. */
function unlisted({ flips, total }: Flips, { style }: FlipsView): string[] {
  const rest = total - flips.length;
  if (rest === 0) return [];
  return ['', ...paragraph(`${rest} more were counted but are not listed`, style.width)];
}
