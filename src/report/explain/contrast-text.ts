import type { Contrast } from '../../model/explanation.ts';
import { type Cell, INDENT as LABEL_INDENT, labelled, rows } from '../layout/layout.ts';
import { GLUE, type Style } from '../layout/style.ts';
import { plainNumber, signed } from '../words/numbers.ts';
import { briefly, entryRows } from './entry-text.ts';
import {
  type Citing,
  type ExplanationView,
  INDENT,
  LABEL,
  POINTS,
  subjectWidth,
} from './explanation-view.ts';

/** The sum as a table: a line for each entry, a rule, and the total, so that a person can add it up. */
export function contrastText(contrast: Contrast, citing: Citing): string[] {
  const { view } = citing;
  const { palette, width } = view.style;
  const part = (sign: number) =>
    entriesOf(contrast, sign).flatMap((entry) => entryRows(entry, { contrast, citing }));
  const headed = (title: string, lines: readonly Cell[][]) =>
    lines.length === 0
      ? []
      : [[{ text: '', width: LABEL_INDENT }, { text: palette.strong(title) }], ...lines];
  if (contrast.entries.length === 0) return rows([levelRow(contrast, view)], width);
  return rows(
    [
      ...headed(ownTitle(contrast, view), part(1)),
      ...headed(rivalTitle(contrast, view), part(-1)),
      ...totalRows(contrast, view),
    ],
    width,
  );
}

/** The same in two lines: what speaks for the pick and what against it, with the points of each. */
export function contrastInBrief(contrast: Contrast, view: ExplanationView): string[] {
  const line = (sign: number) => {
    const entries = entriesOf(contrast, sign).map((entry) => briefly(entry, view));
    return entries.length === 0 ? [] : [entries.join(', ')];
  };
  const { width } = view.style;
  if (contrast.entries.length === 0) return rows([levelRow(contrast, view)], width);
  return [
    ...labelled('For', line(1), { width, column: LABEL }),
    ...labelled('Against', line(-1), { width, column: LABEL }),
  ];
}

function entriesOf({ entries }: Contrast, sign: number): Contrast['entries'] {
  return entries.filter(({ points }) => Math.sign(points) === sign);
}

/** With `--full` there are several sums below each other, so that each says which it is. */
function ownTitle({ alternative, over }: Contrast, { names, detail }: ExplanationView): string {
  const own = names.alternative(alternative);
  return over && detail === 'full'
    ? `For ${own}, over ${names.alternative(over.alternative)}`
    : `For ${own}`;
}

function rivalTitle({ alternative, over }: Contrast, { names }: ExplanationView): string {
  return over === undefined
    ? `Against ${names.alternative(alternative)}`
    : `For ${names.alternative(over.alternative)}`;
}

function levelRow(
  { alternative, over, score }: Contrast,
  { names, style }: ExplanationView,
): Cell[] {
  const own = names.alternative(alternative);
  const points = `${plainNumber(score, style)} ${Math.abs(score) === 1 ? 'point' : 'points'}`;
  const text = over
    ? `${own} and ${names.alternative(over.alternative)} have ${points} each, for the same reasons`
    : `Nothing counts for or against ${own}`;
  return [{ text: '', width: LABEL_INDENT }, { text }];
}

/** Several sums at once, each in one paragraph: what it comes to, and the points that it is made of. */
export function contrastsInBrief(contrasts: readonly Contrast[], view: ExplanationView): string[] {
  const { style, names } = view;
  const cells = contrasts.map((contrast): Cell[] => [
    { text: '', width: LABEL_INDENT },
    { text: names.alternative(contrast.alternative), width: subjectWidth(view) + 2 },
    leadCell(contrast, style),
    { text: contrast.entries.map((entry) => briefly(entry, view)).join(', ') },
  ]);
  return rows(cells, style.width);
}

function leadCell({ lead }: Contrast, style: Style): Cell {
  const text = signed(lead, style).padStart(POINTS - 1, GLUE);
  return { text: style.palette.strong(text), width: POINTS };
}

function totalRows(contrast: Contrast, view: ExplanationView): Cell[][] {
  const { glyphs, palette } = view.style;
  return [
    [{ text: '', width: INDENT }, { text: palette.faint(glyphs.dash.repeat(POINTS - 1)) }],
    [
      { text: '', width: INDENT },
      leadCell(contrast, view.style),
      { text: totalText(contrast, view) },
    ],
  ];
}

/** The two scores of which the total is the difference: `SQL has 20 points, NoSQL −9`. */
function totalText(contrast: Contrast, { names, style }: ExplanationView): string {
  const { lead, score, over, alternative, picked, alike } = contrast;
  const number = plainNumber(score, style);
  const own = `${names.alternative(alternative)} has ${number} ${score === 1 ? 'point' : 'points'}`;
  if (over) {
    const rival = `${names.alternative(over.alternative)} ${plainNumber(over.score, style)}`;
    const both =
      alike === undefined
        ? ''
        : `; ${plainNumber(alike, style)} shared by both ${alike === 1 ? 'is' : 'are'} not listed`;
    return `${own}, ${rival}${both}`;
  }
  const lacking =
    picked === false && lead > 0
      ? '; it is still left out, because no reason to use it is known to apply, or a rule excludes it'
      : '';
  return `${own}, doing without it has none${lacking}`;
}
