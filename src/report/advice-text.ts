import type { Advice, DecisionAdvice } from '../model/advice.ts';
import { plain } from '../model/plain.ts';
import type { AdviceView } from './advice-view.ts';
import { conflictLines } from './conflicts-text.ts';
import { decisionText } from './decision-text.ts';
import { type Cell, paragraph, rows } from './layout.ts';
import type { Names } from './names.ts';
import { foldersOf } from './references.ts';
import { statusText } from './status.ts';
import type { Style } from './style.ts';

/** Advice for reading: a table of picks first, then why. */
export function adviceText(advice: Advice, view: AdviceView): string {
  const { style, detail } = view;
  const told =
    detail === 'brief' ? [] : advice.decisions.filter((decision) => isTold(decision, view));
  const shown = advice.decisions.filter((decision) => isShown(decision, view));
  const untold = advice.decisions.length - told.length;
  const blocks = told.flatMap((decision) => ['', ...decisionText(decision, view)]);
  const more = `${untold} of ${advice.decisions.length} decisions are finer ones, not needed, wait for others, or follow from no answer: name one, or --full tells all`;
  return [
    ...paragraph(heading(advice, style), style.width),
    ...contradictionLines(advice, style),
    '',
    ...rows(
      shown.map((decision) => summaryRow(decision, view)),
      style.width,
    ),
    ...conflictLines(advice, view),
    ...blocks,
    ...(detail === 'usual' && untold > 0 ? ['', ...faint(more, style)] : []),
    ...places(told, style),
    '',
  ].join('\n');
}

function heading(
  { system, scope, answers, unanswered, knowledge }: Advice,
  { palette, glyphs }: Style,
): string {
  const given = Object.keys(answers).length;
  const name = [system ?? 'Your system', ...(scope === undefined ? [] : [scope])].join(', ');
  const parts = [
    `${given} of ${given + unanswered.length} answers`,
    `knowledge ${knowledge.version}`,
  ];
  const rest = parts.map((part) => ` ${glyphs.separator} ${part}`).join('');
  return `${palette.strong(name)}${palette.faint(rest)}`;
}

/** What cannot hold together is said before anything is built on it. */
function contradictionLines({ contradictions }: Advice, style: Style): string[] {
  const { palette, width } = style;
  return contradictions.flatMap(({ condition, because, instead }) => [
    '',
    ...rows(
      [
        [
          { text: '', width: 2 },
          { text: palette.caution(`These answers contradict each other: ${plain(condition)}`) },
        ],
        [{ text: '', width: 4 }, { text: `${plain(because)}. ${plain(instead)}.` }],
      ],
      width,
    ),
  ]);
}

/** A finer decision that does not apply, as the picks stand, needs no line, unless somebody asks for everything. */
function isShown(decision: DecisionAdvice, { detail, isSelection }: AdviceView): boolean {
  const { below, status, mayNotApply, appliesAsPicked } = decision;
  if (detail === 'full' || isSelection || below === undefined) return true;
  return status !== 'not-applicable' && (!mayNotApply || appliesAsPicked === true);
}

function summaryRow(decision: DecisionAdvice, { names, style, isSelection }: AdviceView): Cell[] {
  const { palette, glyphs, width } = style;
  const indent = decision.below !== undefined && !isSelection ? 2 : 0;
  const title = Math.min(25, Math.floor(width / 3)) - indent;
  const picks = decision.recommended.map(names.alternative).join(', ');
  return [
    { text: '', width: 2 + indent },
    { text: decision.title, width: title },
    {
      text: picks === '' ? palette.faint(glyphs.dash) : palette.strong(picks),
      width: Math.floor(width * 0.33),
    },
    { text: `${statusText(decision, style)}${palette.faint(noteOn(decision, names))}` },
  ];
}

const MOST_NAMED = 2;

function noteOn(
  { status, dependsOn, pinned, hangsOn, mayNotApply, appliesAsPicked }: DecisionAdvice,
  names: Names,
): string {
  if (pinned) return ' (pinned)';
  if (status !== 'open') return '';
  if (mayNotApply && !appliesAsPicked) return ': not needed as it stands';
  if (hangsOn) return `: hangs on ${hangsOn.map(names.decision).join(', ')}`;
  if (mayNotApply) return ': may not be needed';
  return dependsOn.length > MOST_NAMED
    ? `: ${dependsOn.length} questions`
    : `: ${dependsOn.join(', ')}`;
}

/** What is at its baseline only because nothing was said that moves it needs no words. */
function isTold(decision: DecisionAdvice, { detail, isSelection, isOnlyFew }: AdviceView): boolean {
  if (detail === 'full' || isSelection || isOnlyFew) return true;
  if (decision.below !== undefined) return false;
  if (decision.status === 'not-applicable' || decision.mayNotApply) return false;
  if (decision.status !== 'settled' && decision.status !== 'open') return true;
  return decision.ranking.some(
    ({ contributions, excludedBy }) =>
      contributions.some(({ because }) => because.some((reason) => reason.includes('='))) ||
      excludedBy.some(({ state }) => state === 'certain'),
  );
}

function faint(text: string, { palette, width }: Style): string[] {
  return paragraph(palette.faint(text), width);
}

function places(told: readonly DecisionAdvice[], style: Style): string[] {
  const files = told.flatMap(({ ranking, givesUp }) => [
    ...ranking.flatMap(({ contributions, excludedBy }) => [
      ...contributions.flatMap(({ claims }) => claims.map(({ file }) => file)),
      ...excludedBy.map(({ file }) => file),
    ]),
    ...givesUp.map(({ file }) => file),
  ]);
  const folders = foldersOf(files);
  return folders.length === 0
    ? []
    : ['', ...faint(`Lines are those of the documents in ${folders.join(', ')}`, style)];
}
