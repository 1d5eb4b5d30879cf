import { saysSomething } from '../../common/decided.ts';
import type { Advice, DecisionAdvice } from '../../model/advice.ts';
import { adviceHeading } from '../layout/headings.ts';
import { aside, type Cell, paragraph, rows } from '../layout/layout.ts';
import { foldersLines } from '../layout/references.ts';
import type { Style } from '../layout/style.ts';
import { certaintyNotes, certaintyText, isNarrow } from '../words/certainty.ts';
import { APPLIES } from '../words/status.ts';
import type { AdviceView } from './advice-view.ts';
import { contradictionLines, notCoveredLines } from './answers-text.ts';
import { conflictLines } from './conflicts-text.ts';
import { decisionText } from './decision-text.ts';
import { impliedLines } from './implied-text.ts';
import { jointLines } from './joint-text.ts';

/** Advice for reading: a table of picks first, then why. */
export function adviceText(advice: Advice, view: AdviceView): string {
  const { style, detail } = view;
  const explained =
    detail === 'brief' ? [] : advice.decisions.filter((decision) => isExplained(decision, view));
  const shown = advice.decisions.filter((decision) => isShown(decision, view));
  const hidden = advice.decisions.length - explained.length;
  const blocks = explained.flatMap((decision) => ['', ...decisionText(decision, view)]);
  const more = `${hidden} of ${advice.decisions.length} decisions are not explained here (finer ones, those that may not apply, or that no answer moves): name one, or use --full`;
  return [
    ...paragraph(adviceHeading(advice, style), style.width),
    ...contradictionLines(advice, view),
    '',
    ...rows(
      shown.map((decision) => summaryRow(decision, view)),
      style.width,
    ),
    ...notesOn(shown, style),
    ...jointLines({ decisions: shown }, view),
    ...conflictLines(advice, view),
    ...notCoveredLines(advice, view),
    ...(detail === 'brief' ? [] : impliedLines(advice, view)),
    ...blocks,
    ...(detail === 'usual' && hidden > 0 ? ['', ...aside(more, style)] : []),
    ...foldersLines(filesIn(explained), style),
    ...(detail === 'usual' && view.isLast ? nextLines(explained, style) : []),
    '',
  ].join('\n');
}

/** What the words behind the picks mean. */
function notesOn(shown: readonly DecisionAdvice[], style: Style): string[] {
  const notes = certaintyNotes(shown);
  return notes === '' ? [] : ['', ...aside(notes, style, 2)];
}

/** A finer decision that does not apply, as the picks stand, needs no line, unless somebody asks for everything. */
function isShown(decision: DecisionAdvice, { detail, isSelection }: AdviceView): boolean {
  const { below, applies, appliesAsPicked, joint } = decision;
  if (detail === 'full' || isSelection || below === undefined || joint) return true;
  return applies === 'yes' || appliesAsPicked === true;
}

function summaryRow(decision: DecisionAdvice, view: AdviceView): Cell[] {
  const { names, style, isSelection } = view;
  const { palette, glyphs, width } = style;
  const indent = decision.below !== undefined && !isSelection ? 2 : 0;
  const title = Math.min(25, Math.floor(width / 3)) - indent;
  const picks = names.alternatives(decision.recommended);
  return [
    { text: '', width: 2 + indent },
    { text: decision.title, width: title },
    {
      text: picks === '' ? palette.faint(glyphs.dash) : palette.strong(picks),
      width: Math.floor(width * 0.33),
    },
    { text: standing(decision, view) },
  ];
}

/** Where a decision does not apply as the picks stand, that counts more than how sure its pick would be. */
function standing(decision: DecisionAdvice, { names, style }: AdviceView): string {
  const { applies, appliesAsPicked, joint } = decision;
  return applies === 'undecided' && !appliesAsPicked && !joint
    ? style.palette.faint(`${APPLIES.no} as it stands`)
    : `${certaintyText(decision, names, style)}${decision.pinned ? style.palette.faint(' (pinned)') : ''}`;
}

/** In the usual form only what there is something to say about, unless it was asked for. */
function isExplained(
  decision: DecisionAdvice,
  { detail, isSelection, isOnlyFew }: AdviceView,
): boolean {
  if (detail === 'full' || isSelection || isOnlyFew) return true;
  return saysSomething(decision);
}

function filesIn(explained: readonly DecisionAdvice[]): string[] {
  return explained.flatMap(({ ranking, givesUp }) => [
    ...ranking.flatMap(({ contributions, excludedBy }) => [
      ...contributions.flatMap(({ claims }) => claims.map(({ file }) => file)),
      ...excludedBy.map(({ file }) => file),
    ]),
    ...givesUp.map(({ file }) => file),
  ]);
}

/** Where to go on: why the first pick is what it is, and what would change the first that is narrow or not certain. */
function nextLines(explained: readonly DecisionAdvice[], style: Style): string[] {
  const [first] = explained;
  if (first === undefined) return [];
  const free = explained.filter(({ pinned }) => !pinned);
  const flip =
    free.find(isNarrow) ??
    free.find(({ status }) => status === 'tied' || status === 'open') ??
    free[0];
  const commands = [`explain ${first.id}`, ...(flip ? [`flip ${flip.id}`] : [])];
  const line = commands.join(` ${style.glyphs.separator} `);
  return ['', ...aside(`Next, with the same answers: arch-advisor ${line}`, style)];
}
