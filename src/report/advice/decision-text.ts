import type {
  Contribution,
  DecisionAdvice,
  RankedAlternative,
  Sacrifice,
} from '../../model/advice.ts';
import { decisionHeading } from '../layout/headings.ts';
import { type Cell, INDENT, labelled, paragraph, rows, WIDE_LABEL } from '../layout/layout.ts';
import { citation, type References, references } from '../layout/references.ts';
import { signs } from '../layout/style.ts';
import { isNarrow } from '../words/certainty.ts';
import { conditionWords } from '../words/conditions.ts';
import { listedFirst, topicWords } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { sentence, upperFirst } from '../words/sentences.ts';
import { tieBreak } from '../words/status.ts';
import type { AdviceView } from './advice-view.ts';
import { flipWords } from './flip-words.ts';
import { jointLabels } from './joint-text.ts';
import { whyNone } from './why-none.ts';

const SIGNS = 3;

/** Reasons printed for a pick, and for each of several picks, before `--full`. */
const MOST_REASONS = 4;
const FEW_REASONS = 2;

/** One line of a block: how much, what it is about, and the sentence. */
interface Reason {
  /** −2 … +2, for the signs. */
  readonly value: number;
  readonly subject: string;
  /** Numbers the places it cites, so it is called only for what is printed. */
  readonly sentence: () => string;
}

/** One decision with its reasons: arguments for and against the pick, alternatives, and what it depends on. */
export function decisionText(decision: DecisionAdvice, view: AdviceView): string[] {
  const notes = references(view.style);
  const citing = { view, notes };
  const picked = decision.ranking.filter(({ alternative }) =>
    decision.recommended.includes(alternative),
  );
  const body = [
    ...jointLabels(decision, view, notes),
    ...picked.flatMap((each) =>
      alternativeLines(each, decision, { ...citing, isOne: picked.length === 1 }),
    ),
    ...lines('Why', whyNone(decision).map(upperFirst), view),
    ...lines('Alternatives', insteadOf(decision, citing), view),
    ...lines('Ruled out', exclusions(decision, 'certain', citing), view),
    ...lines('Ruled out if', exclusions(decision, 'possible', citing), view),
    ...lines('Depends on', dependence(decision, view), view),
    ...lines('Applies', applicability(decision, view), view),
    ...lines('Not rated', silence(decision, view), view),
  ];
  const sources = notes.list();
  return [
    ...decisionHeading(decision, view, pinText(decision, view)),
    ...body,
    ...(sources === '' ? [] : paragraph(sources, view.style.width, INDENT)),
  ];
}

function lines(label: string, texts: readonly string[], { style }: AdviceView): string[] {
  return labelled(label, texts, { width: style.width, column: WIDE_LABEL });
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
  const citing = { view, notes };
  const lost = decision.givesUp.filter(({ claimOf }) => isOne || claimOf === ranked.alternative);
  const cons = [...reasonsIn(ranked, -1, citing), ...admitted(lost, ranked, citing)];
  const mitigations = lost.flatMap(({ mitigation, quality }) =>
    mitigation === undefined ? [] : [`${view.names.quality(quality)}: ${mitigation}`],
  );
  return [
    ...(isOne ? [] : paragraph(palette.strong(ranked.name), width, INDENT)),
    ...block('For', reasonsIn(ranked, 1, citing), { view, most }),
    ...block('Against', cons, { view, most }),
    ...lines('Mitigation', mitigations, view),
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
  const more = hidden > 0 ? style.palette.faint(` (${hidden} more: --full)`) : '';
  const cells = shown.map(({ subject, value, sentence: said }, index): Cell[] => [
    { text: '', width: INDENT },
    { text: index === 0 ? label : '', width: WIDE_LABEL },
    { text: signs(value, style), width: SIGNS },
    { text: subject, width: Math.min(26, Math.floor(style.width * 0.33)) },
    { text: index === shown.length - 1 ? `${said()}${more}` : said() },
  ]);
  return rows(cells, style.width);
}

function reasonsIn({ contributions }: RankedAlternative, sign: 1 | -1, citing: Citing): Reason[] {
  return contributions
    .filter(({ points }) => Math.sign(points) === sign)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map((contribution) => ({
      value: strengthOf(contribution),
      subject: subjectOf(contribution, citing.view),
      sentence: () => sentenceOf(contribution, citing),
    }));
}

/** A quality by its name, anything else by the questions whose answers count. */
function subjectOf(contribution: Contribution, { names }: AdviceView): string {
  if (contribution.kind === 'quality') return names.quality(contribution.quality);
  const titles = contribution.because.map((reason) =>
    reason === 'base' ? '' : topicWords(reason.question, names),
  );
  return [...new Set(titles)].join(', ');
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
    return `not answered yet, but every answer counts ${contribution.points > 0 ? 'for' : 'against'} it ${marks}`;
  }
  const sentences = contribution.claims.map((claim) => citation(claim, notes));
  const beyond =
    contribution.kind === 'quality' && contribution.beyondScale ? ['(end of the scale)'] : [];
  return [sentences.join('; '), ...beyond.map(palette.faint)].join(' ');
}

/** What the pick's own document says against it, on qualities that do not already count against it. */
function admitted(
  lost: readonly Sacrifice[],
  { contributions }: RankedAlternative,
  { view, notes }: Citing,
): Reason[] {
  const { names } = view;
  const counted = contributions.flatMap((each) =>
    each.kind === 'quality' && each.points < 0 ? [each.quality] : [],
  );
  return lost
    .filter((each) => !isOfAnother(each) && !counted.includes(each.quality))
    .map((sacrifice) => ({
      value: -1,
      subject: names.quality(sacrifice.quality),
      sentence: () => {
        const { than } = sacrifice;
        const better = than === undefined ? '' : `; ${names.alternative(than)} is better`;
        return `${citation(sacrifice, notes)}${better}`;
      },
    }));
}

/** Whether the sentence is about the alternative that does better. */
function isOfAnother({ than, claimOf }: Sacrifice): boolean {
  return than !== undefined && than === claimOf;
}

/** How far behind the runner-up is, what would change the pick, and what others do better. */
function insteadOf(decision: DecisionAdvice, citing: Citing): string[] {
  const { names, flipOf } = citing.view;
  const flip = isNarrow(decision) ? flipOf(decision.id) : undefined;
  return [
    ...runnerUp(decision, citing.view),
    ...(flip ? [sentence(flipWords(flip, decision.recommended, names))] : []),
    ...betterElsewhere(decision, citing),
  ];
}

/** `Serverless is better at operability: no servers to patch [8]` */
function betterElsewhere({ givesUp }: DecisionAdvice, { view, notes }: Citing): string[] {
  const { names } = view;
  return givesUp.filter(isOfAnother).map((each) => {
    const better = names.alternative(each.claimOf);
    return `${better} is better at ${names.quality(each.quality)}: ${citation(each, notes)}`;
  });
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
  const name = names.alternative(next.alternative);
  if (pinned) return [unpinned(name, gap)];
  if (gap === 0) return [`${name} is level on points so far.`];
  const points = count(Math.abs(gap), 'point');
  return [
    gap > 0
      ? `${name} is ${points} behind.`
      : `${name} is ${points} ahead so far, but loses in the end.`,
  ];
}

function unpinned(name: string, gap: number): string {
  const points = count(Math.abs(gap), 'point');
  if (gap === 0) return `Without the pin, ${name} would be level on points.`;
  return gap > 0
    ? `The points agree with your pin, which leads ${name} by ${points}.`
    : `Without the pin, ${name} would lead by ${points}.`;
}

function pinText({ id, recommended }: DecisionAdvice, { pins, names }: AdviceView): string {
  if (recommended.length > 0) return 'pinned';
  return `pinned to ${names.alternatives([pins[id] ?? []].flat())}`;
}

/** `NoSQL: there are no joins, with "Joins" (Kind of queries) [2]` */
function exclusions(
  { id: decision, ranking, pinned }: DecisionAdvice,
  wanted: 'certain' | 'possible',
  { view, notes }: Citing,
): string[] {
  const { names, style, pins } = view;
  const isPrinted = (id: string) => !pinned || [pins[decision] ?? []].flat().includes(id);
  return ranking.flatMap(({ alternative, name, excludedBy }) =>
    (isPrinted(alternative) ? excludedBy : [])
      .filter(({ state }) => state === wanted)
      .map((rule) => {
        const because = style.palette.faint(`if ${conditionWords(rule.because, names)}`);
        const condition = wanted === 'possible' ? `, ${because}` : '';
        return `${name}: ${rule.text}${condition} ${notes.mark(rule)}`;
      }),
  );
}

const MOST_QUESTIONS = 8;

function dependence(decision: DecisionAdvice, view: AdviceView): string[] {
  const { dependsOn, status, joint } = decision;
  if (dependsOn.length > 0) return [questionsIn(dependsOn, decision, view)];
  return !joint && (status === 'settled' || status === 'tied') ? [nothing(decision)] : [];
}

/** If it is undecided whether the decision applies: what that depends on, and the current answer. */
function applicability(decision: DecisionAdvice, view: AdviceView): string[] {
  const { applies, appliesDependsOn = [], appliesAsPicked } = decision;
  if (applies !== 'undecided') return [];
  const questions = questionsIn(appliesDependsOn, decision, view);
  return [`${appliesAsPicked ? 'so far, yes' : 'so far, no'}; depends on ${questions}`];
}

function questionsIn(
  questions: readonly string[],
  { dependsOnBounded }: DecisionAdvice,
  { detail, names }: AdviceView,
): string {
  const most = detail === 'full' ? questions.length : MOST_QUESTIONS;
  const titles = questions.map((id) => topicWords(id, names));
  return `${listedFirst(titles, most)}${dependsOnBounded ? ' (possibly fewer)' : ''}`;
}

function nothing({ id, pinned, status }: DecisionAdvice): string {
  if (pinned) return 'nothing, because you pinned it';
  return status === 'tied' ? `nothing more; ${tieBreak(id)}` : 'no open question';
}

function silence({ ranking }: DecisionAdvice, { names }: AdviceView): string[] {
  const silent = ranking.filter((each) => each.silent).map(({ alternative }) => alternative);
  return silent.length === 0
    ? []
    : [`${names.alternatives(silent)}: the documents contain nothing that counts here`];
}
