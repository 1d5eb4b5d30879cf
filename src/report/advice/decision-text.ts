import type {
  Contribution,
  DecisionAdvice,
  RankedAlternative,
  Sacrifice,
} from '../../model/advice.ts';
import { decisionHeading } from '../layout/headings.ts';
import { type Cell, INDENT, LABEL, labelled, paragraph, rows } from '../layout/layout.ts';
import { citation, type References, references } from '../layout/references.ts';
import { signs } from '../layout/style.ts';
import { givenUpText, mitigationText, ruledOutText } from '../words/costs.ts';
import { listedFirst, reasonWords } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { tieBreak } from '../words/status.ts';
import type { AdviceView } from './advice-view.ts';
import { jointLabels } from './joint-text.ts';

const SIGNS = 3;

/** Reasons printed for a pick, and for each of several picks, before `--full`. */
const MOST_REASONS = 4;
const FEW_REASONS = 2;

/** One line of a block: what it is about, how much, and the sentence. */
interface Reason {
  readonly subject: string;
  /** −2 … +2, for the signs. */
  readonly value: number;
  /** Numbers the places it cites, so only what is printed is asked for it. */
  readonly sentence: () => string;
}

/** One decision with its reasons: what speaks for the pick, what it costs, who comes next, what is open. */
export function decisionText(decision: DecisionAdvice, view: AdviceView): string[] {
  const { style } = view;
  const notes = references(style);
  const picked = decision.ranking.filter(({ alternative }) =>
    decision.recommended.includes(alternative),
  );
  const body = [
    ...jointLabels(decision, view, notes),
    ...picked.flatMap((each) =>
      alternativeLines(each, decision, { view, notes, isOne: picked.length === 1 }),
    ),
    ...labelled('Why', whyNone(decision), style),
    ...labelled(decision.pinned ? 'Unpinned' : 'Runner-up', runnerUp(decision, view), style),
    ...labelled('Ruled out', exclusions(decision, 'certain', { view, notes }), style),
    ...labelled('May be out', exclusions(decision, 'possible', { view, notes }), style),
    ...labelled('Depends on', dependence(decision, view.detail), style),
    ...labelled('Applies', applicability(decision, view.detail), style),
    ...labelled('Not said', silence(decision, view), style),
  ];
  const sources = notes.list();
  return [
    ...decisionHeading(decision, view, pinText(decision, view)),
    ...body,
    ...(sources === '' ? [] : paragraph(sources, style.width, 2)),
  ];
}

interface Citing {
  readonly view: AdviceView;
  readonly notes: References;
}

function alternativeLines(
  ranked: RankedAlternative,
  decision: DecisionAdvice,
  { view, notes, isOne }: Citing & { isOne: boolean },
): string[] {
  const { palette, width } = view.style;
  const most = isOne ? MOST_REASONS : FEW_REASONS;
  const pros = reasonsIn(ranked, 1, { view, notes });
  const cons = reasonsIn(ranked, -1, { view, notes });
  const lost = decision.givesUp.filter(({ claimOf }) => isOne || claimOf === ranked.alternative);
  const paid = new Set(
    ranked.contributions.filter(({ points }) => points < 0).map(subjectOf(view)),
  );
  const given = lost
    .filter(({ quality }) => !paid.has(view.names.quality(quality)))
    .map((each) => sacrificeReason(each, { view, notes }));
  const mitigations = lost.flatMap(({ mitigation, quality }) =>
    mitigation === undefined
      ? []
      : [mitigationText(`${view.names.quality(quality)}: ${mitigation}`, view.style)],
  );
  return [
    ...(isOne ? [] : paragraph(palette.strong(ranked.name), width, 2)),
    ...block('You keep', pros, { view, most }),
    ...block('You pay', cons, { view, most }),
    ...block('You forgo', given, { view, most }),
    ...labelled('Soften it', mitigations, view.style),
  ];
}

function block(
  label: string,
  reasons: readonly Reason[],
  { view, most }: { view: AdviceView; most: number },
): string[] {
  const { style, detail } = view;
  const shown = detail === 'full' ? reasons : reasons.slice(0, most);
  const hidden = reasons.length - shown.length;
  const more = hidden > 0 ? style.palette.faint(` (+${hidden} more)`) : '';
  const cells = shown.map(({ subject, value, sentence }, index): Cell[] => [
    { text: '', width: INDENT },
    { text: index === 0 ? label : '', width: LABEL },
    { text: subject, width: Math.min(28, Math.floor(style.width * 0.35)) },
    { text: signs(value, style), width: SIGNS },
    { text: index === shown.length - 1 ? `${sentence()}${more}` : sentence() },
  ]);
  return rows(cells, style.width);
}

function reasonsIn({ contributions }: RankedAlternative, sign: 1 | -1, citing: Citing): Reason[] {
  return contributions
    .filter(({ points }) => Math.sign(points) === sign)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map((contribution) => ({
      subject: subjectOf(citing.view)(contribution),
      value: strengthOf(contribution),
      sentence: () => sentenceOf(contribution, citing),
    }));
}

function subjectOf({ names }: AdviceView): (contribution: Contribution) => string {
  return (contribution) =>
    contribution.kind === 'quality'
      ? names.quality(contribution.quality)
      : reasonWords(contribution.because);
}

const STRONG = 10;

function strengthOf(contribution: Contribution): number {
  if (contribution.kind === 'quality') return contribution.rating;
  const size = contribution.kind === 'evidence' && Math.abs(contribution.points) >= STRONG ? 2 : 1;
  return Math.sign(contribution.points) * size;
}

function sentenceOf(contribution: Contribution, { view, notes }: Citing): string {
  const { palette } = view.style;
  if (contribution.kind === 'certain') {
    const marks = contribution.claims.slice(0, 2).map(notes.mark).join(' ');
    return `not answered, but speaks ${contribution.points > 0 ? 'for' : 'against'} it with every answer ${marks}`;
  }
  const sentences = contribution.claims.map((claim) => citation(claim, notes));
  const beyond =
    contribution.kind === 'quality' && contribution.beyondScale ? ['(the end of the scale)'] : [];
  return [sentences.join('; '), ...beyond.map(palette.faint)].join(' ');
}

function sacrificeReason(sacrifice: Sacrifice, { view, notes }: Citing): Reason {
  const { quality, than, claimOf } = sacrifice;
  return {
    subject: view.names.quality(quality),
    value: than === claimOf ? 0 : -1,
    sentence: () => givenUpText(sacrifice, citation(sacrifice, notes), view.names),
  };
}

function runnerUp(
  { ranking, recommended, status, pinned, joint }: DecisionAdvice,
  { names }: AdviceView,
): string[] {
  if (joint) return [];
  const isSeveral = ranking.some(({ picked }) => picked !== undefined);
  const pick = ranking.find(({ alternative }) => recommended.includes(alternative));
  const next = ranking.find(
    ({ alternative, excludedBy }) =>
      !recommended.includes(alternative) && excludedBy.every(({ state }) => state === 'possible'),
  );
  if (isSeveral || pick === undefined || next === undefined || status === 'tied') return [];
  const gap = pick.score - next.score;
  if (gap === 0) return [`${names.alternative(next.alternative)}, level on points so far`];
  const points = count(Math.abs(gap), 'point');
  const name = names.alternative(next.alternative);
  if (pinned)
    return [gap > 0 ? `the pick leads ${name} by ${points}` : `${name} would lead by ${points}`];
  return [`${name}, ${points} ${gap > 0 ? 'behind' : 'ahead so far, and yet beaten in the end'}`];
}

function pinText({ id, recommended }: DecisionAdvice, { pins, names }: AdviceView): string {
  if (recommended.length > 0) return 'pinned';
  return `pinned to ${names.alternatives([pins[id] ?? []].flat())}`;
}

/** Where no technique is picked there is nothing to keep or pay, but the count of each that was not worth it. */
function whyNone({ ranking, recommended, pinned }: DecisionAdvice): string[] {
  const pick = ranking.find(({ alternative }) => recommended.includes(alternative));
  if (pinned || pick?.picked === undefined || pick.contributions.length > 0) return [];
  const others = ranking
    .filter(({ picked }) => !picked)
    .map(({ name, score }) => `${name} ${score}`);
  return [`nothing more is worth its price here, in points: ${others.join(', ')}`];
}

function exclusions(
  { id: decision, ranking, pinned }: DecisionAdvice,
  wanted: 'certain' | 'possible',
  { view, notes }: Citing,
): string[] {
  const isPrinted = (id: string) => !pinned || [view.pins[decision] ?? []].flat().includes(id);
  return ranking.flatMap(({ alternative, name, excludedBy }) =>
    (isPrinted(alternative) ? excludedBy : [])
      .filter(({ state }) => state === wanted)
      .map((each) => ruledOutText(name, each, { palette: view.style.palette, notes })),
  );
}

const MOST_QUESTIONS = 8;

function dependence(decision: DecisionAdvice, detail: AdviceView['detail']): string[] {
  const { dependsOn, status, joint } = decision;
  if (dependsOn.length > 0) return [questionsIn(dependsOn, decision, detail)];
  return !joint && (status === 'settled' || status === 'tied') ? [nothing(decision)] : [];
}

/** Where it is undecided whether the decision applies: what that depends on, and what it comes to so far. */
function applicability(decision: DecisionAdvice, detail: AdviceView['detail']): string[] {
  const { applies, appliesDependsOn = [], appliesAsPicked } = decision;
  if (applies !== 'undecided') return [];
  const questions = questionsIn(appliesDependsOn, decision, detail);
  return [`${appliesAsPicked ? 'as it stands' : 'not as it stands'}; depends on ${questions}`];
}

function questionsIn(
  questions: readonly string[],
  { dependsOnBounded }: DecisionAdvice,
  detail: AdviceView['detail'],
): string {
  const most = detail === 'full' ? questions.length : MOST_QUESTIONS;
  return `${listedFirst(questions, most)}${dependsOnBounded ? ' (at most)' : ''}`;
}

function nothing({ id, pinned, status }: DecisionAdvice): string {
  if (pinned) return 'nothing: it is pinned by you';
  return status === 'tied' ? `nothing more; ${tieBreak(id)}` : 'no open question';
}

function silence({ ranking }: DecisionAdvice, { names }: AdviceView): string[] {
  const silent = ranking.filter((each) => each.silent).map(({ alternative }) => alternative);
  return silent.length === 0
    ? []
    : [`the documents say nothing that scores about ${names.alternatives(silent)}`];
}
