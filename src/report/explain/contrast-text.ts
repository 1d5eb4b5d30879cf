import type { Contrast } from '../../model/explanation.ts';
import { type Cell, rows } from '../layout/layout.ts';
import { GLUE, type Style } from '../layout/style.ts';
import { enclosed, plainNumber, signed } from '../words/numbers.ts';
import { briefly, entryRows } from './entry-text.ts';
import {
  type Citing,
  type ExplanationView,
  INDENT,
  POINTS,
  subjectWidth,
} from './explanation-view.ts';

/** The sum as a table: a line for each entry, a rule, and the total, so that a person can add it up. */
export function contrastText(contrast: Contrast, citing: Citing): string[] {
  const { view } = citing;
  const { palette, width } = view.style;
  const own = view.names.alternative(contrast.alternative);
  const rival = contrast.over && view.names.alternative(contrast.over.alternative);
  const part = (sign: number) =>
    contrast.entries
      .filter(({ points }) => Math.sign(points) === sign)
      .flatMap((entry) => entryRows(entry, { contrast, citing }));
  const headed = (title: string, lines: readonly Cell[][]) =>
    lines.length === 0 ? [] : [[{ text: '', width: 2 }, { text: palette.strong(title) }], ...lines];
  if (contrast.entries.length === 0) return rows([levelRow(contrast, view)], width);
  return rows(
    [
      ...headed(ownTitle(contrast, view), part(1)),
      ...headed(rival === undefined ? `Against ${own}` : `For ${rival}`, part(-1)),
      ...totalRows(contrast, view),
    ],
    width,
  );
}

/** With `--full` there are several sums below each other, so that each says which it is. */
function ownTitle({ alternative, over }: Contrast, { names, detail }: ExplanationView): string {
  const own = names.alternative(alternative);
  return over && detail === 'full'
    ? `For ${own}, over ${names.alternative(over.alternative)}`
    : `For ${own}`;
}

function levelRow(
  { alternative, over, score }: Contrast,
  { names, style }: ExplanationView,
): Cell[] {
  const points = plainNumber(score, style);
  const rival = over ? names.alternative(over.alternative) : 'not having it';
  return [
    { text: '', width: 2 },
    {
      text: `The same points for both: ${names.alternative(alternative)} ${points}, ${rival} ${points}`,
    },
  ];
}

/** Several sums at once, each in one paragraph: what it comes to, and the points that it is made of. */
export function contrastsInBrief(contrasts: readonly Contrast[], citing: Citing): string[] {
  const { view } = citing;
  const { style, names } = view;
  const cells = contrasts.map((contrast): Cell[] => [
    { text: '', width: 2 },
    { text: names.alternative(contrast.alternative), width: subjectWidth(view) + 2 },
    leadCell(contrast, style),
    { text: contrast.entries.map((entry) => briefly(entry, { contrast, citing })).join(', ') },
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
      { text: differenceText(contrast, view) },
    ],
  ];
}

/** `SQL 20 − NoSQL (−9)`; the two scores of which the total is the difference. */
function differenceText(contrast: Contrast, { names, style }: ExplanationView): string {
  const { lead, score, over, alternative, picked, alike } = contrast;
  const own = `${names.alternative(alternative)} ${plainNumber(score, style)}`;
  if (over) {
    const both = alike === undefined ? '' : `; both have ${plainNumber(alike, style)} of it alike`;
    return `${own} ${style.glyphs.minus} ${names.alternative(over.alternative)} ${enclosed(over.score, style)}${both}`;
  }
  const lacking =
    picked === false && lead > 0
      ? '; yet left out, as none of the reasons to use it is known to hold, or a rule is against it'
      : '';
  return `${own}, not having it 0${lacking}`;
}
