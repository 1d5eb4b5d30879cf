import { isMain } from '../../common/main-decisions.ts';
import type { Advice, DecisionAdvice } from '../../model/advice.ts';
import { aside, type Cell, NARROW, paragraph, rows } from '../layout/layout.ts';
import { certaintyNotes, certaintyText } from '../words/certainty.ts';
import { listedFirst } from '../words/names.ts';
import { APPLIES } from '../words/status.ts';
import type { AdviceView } from './advice-view.ts';

/** The picks of decisions with their certainty, and what the words for it mean. */
export function picksTable(shown: readonly DecisionAdvice[], view: AdviceView): string[] {
  const { style } = view;
  const notes = certaintyNotes(shown);
  return [
    ...(style.width < NARROW ? shown.flatMap((each) => item(each, view)) : table(shown, view)),
    ...(notes === '' ? [] : ['', ...aside(notes, style, 2)]),
  ];
}

function table(shown: readonly DecisionAdvice[], view: AdviceView): string[] {
  return rows(
    shown.map((decision) => row(decision, view)),
    view.style.width,
  );
}

/** Its title, and below it the pick and its certainty. */
function item(decision: DecisionAdvice, view: AdviceView): string[] {
  const { width, palette } = view.style;
  const picks = view.names.alternatives(decision.recommended);
  const indent = indentOf(decision, view);
  return [
    ...paragraph(decision.title, width, indent),
    ...(picks === '' ? [] : paragraph(palette.strong(picks), width, indent + 2)),
    ...paragraph(standing(decision, view), width, indent + 2),
  ];
}

/** Finer decisions stand below their own, unless they were asked for by name. */
function indentOf({ below }: DecisionAdvice, { isSelection }: AdviceView): number {
  return below !== undefined && !isSelection ? 4 : 2;
}

/** The decisions asked for; else the main ones, and the finer ones that apply if requested. */
export function shownIn({ decisions }: Pick<Advice, 'decisions'>, view: AdviceView) {
  const { detail, isSelection, isFiner } = view;
  if (detail === 'full' || isSelection) return decisions;
  return decisions.filter((decision) => isMain(decision) || (isFiner && isInForce(decision)));
}

/** A finer decision that does not apply with the current picks needs no line. */
function isInForce({ applies, appliesAsPicked, joint }: DecisionAdvice): boolean {
  return joint !== undefined || applies === 'yes' || appliesAsPicked === true;
}

/** If the text below names all of several picks, the table names only this many. */
const MOST_PICKS = 3;

function row(decision: DecisionAdvice, view: AdviceView): Cell[] {
  const { names, style, detail } = view;
  const { palette, glyphs, width } = style;
  const indent = indentOf(decision, view);
  const title = Math.min(25, Math.floor(width / 3)) + 2 - indent;
  const most = detail === 'usual' ? MOST_PICKS : decision.recommended.length;
  const picks = listedFirst(decision.recommended.map(names.alternative), most);
  return [
    { text: '', width: indent },
    { text: decision.title, width: title },
    {
      text: picks === '' ? palette.faint(glyphs.dash) : palette.strong(picks),
      width: Math.floor(width * 0.33),
    },
    { text: standing(decision, view) },
  ];
}

/** If a decision does not apply with the current picks, that matters more than the certainty of its pick. */
function standing(decision: DecisionAdvice, { names, style }: AdviceView): string {
  const { applies, appliesAsPicked, joint } = decision;
  return applies === 'undecided' && !appliesAsPicked && !joint
    ? style.palette.faint(`${APPLIES.no} so far`)
    : `${certaintyText(decision, names, style)}${decision.pinned ? style.palette.faint(' (pinned)') : ''}`;
}
