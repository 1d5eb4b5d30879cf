import type {
  Contribution,
  DecisionAdvice,
  Exclusion,
  RankedAlternative,
} from '../../model/advice.ts';
import type { LineChange, ReasonChange, ReasonSide } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { changedDecisionLines, changedLines } from './document-lines.ts';

/** One decision as two knowledge bases advise on it. */
export interface Advised {
  readonly before: DecisionAdvice;
  readonly after: DecisionAdvice;
  readonly knowledge: readonly [before: KnowledgeBase, after: KnowledgeBase];
}

/**
 * What the knowledge says otherwise about the picks of before and after: reasons whose points differ, hard rules that
 * came, went or became certain, each with the lines behind it. Where no point of the picks moved, whatever differs
 * in the lines about the decision.
 */
export function changedReasons(advised: Advised): ReasonChange[] {
  const reasons = [
    ...applicabilityChange(advised),
    ...concerned(advised).flatMap((id) => reasonsAbout(id, advised)),
  ];
  return reasons.length > 0 ? reasons.sort(byWeight) : silentChanges(advised);
}

/** The picks of both sides; of several picks those that one side lacks; where the picks are the same, all. */
function concerned({ before, after, knowledge }: Advised): string[] {
  const both = [...new Set([...before.recommended, ...after.recommended])];
  const differing = both.filter(
    (id) => !before.recommended.includes(id) || !after.recommended.includes(id),
  );
  if (differing.length === 0) return everyAlternative({ before, after });
  return knowledge[1].decisions.get(after.id)?.several ? differing : both;
}

function everyAlternative({ before, after }: Pick<Advised, 'before' | 'after'>): string[] {
  const ids = [...before.ranking, ...after.ranking].map(({ alternative }) => alternative);
  return [...new Set(ids)];
}

function applicabilityChange({ before, after, knowledge }: Advised): ReasonChange[] {
  const lines = changedDecisionLines(after.id, knowledge).filter(
    ({ kind }) => kind === 'applies-when',
  );
  const isAffected = [before, after].some(
    ({ status, mayNotApply }) => status === 'not-applicable' || mayNotApply,
  );
  return lines.length > 0 && isAffected ? [{ kind: 'decision', lines }] : [];
}

function reasonsAbout(alternative: string, advised: Advised): ReasonChange[] {
  const { before, after, knowledge } = advised;
  const [old, now] = [rankedIn(before, alternative), rankedIn(after, alternative)];
  if (old === undefined || now === undefined) return [oneSided(alternative, advised)];
  const lines = changedLines(after.id, alternative, knowledge);
  return [
    ...changesOf(old.excludedBy.map(ruleIn), now.excludedBy.map(ruleIn)),
    ...changesOf(old.contributions.map(reasonIn), now.contributions.map(reasonIn)),
  ].map(({ before: was, after: is }) => ({
    ...about(is ?? was),
    alternative,
    ...(was && { before: was.side }),
    ...(is && { after: is.side }),
    lines: lines.filter((line) => feeds(line, { was, is, knowledge })),
  }));
}

function rankedIn({ ranking }: DecisionAdvice, id: string): RankedAlternative | undefined {
  return ranking.find(({ alternative }) => alternative === id);
}

/** An alternative that only one side has: where it is described. */
function oneSided(alternative: string, { knowledge }: Advised): ReasonChange {
  const [before, after] = knowledge.map(({ patterns }) => patterns.get(alternative));
  const lineOf = (pattern: typeof before) =>
    pattern && { text: pattern.name, file: pattern.place.file, line: pattern.place.line };
  const [was, is] = [lineOf(before), lineOf(after)];
  const change = { kind: 'order' as const, ...(was && { before: was }), ...(is && { after: is }) };
  return { kind: 'alternative', alternative, lines: [change] };
}

/** A contribution or hard rule, ready to be found again on the other side. */
interface Reason {
  readonly kind: 'quality' | 'evidence' | 'certain' | 'hard-rule';
  /** The quality, the open question, or the sentence. */
  readonly subject: string;
  readonly because: readonly string[];
  readonly side: ReasonSide;
}

function reasonIn(contribution: Contribution): Reason {
  const { kind, points, because, claims } = contribution;
  switch (kind) {
    case 'quality': {
      const { quality, weight, rating } = contribution;
      return { kind, subject: quality, because, side: { points, weight, rating } };
    }
    case 'evidence':
      return { kind, subject: claims[0]?.text ?? '', because, side: { points } };
    case 'certain':
      return { kind, subject: because.join(), because, side: { points } };
    default:
      return kind satisfies never;
  }
}

function ruleIn({ text, because, state }: Exclusion): Reason {
  return { kind: 'hard-rule', subject: text, because: [because], side: { state } };
}

interface Pair {
  readonly before?: Reason | undefined;
  readonly after?: Reason | undefined;
}

/** Those that do not count the same. A sentence in other words that counts the same for the same answers is no change. */
function changesOf(before: readonly Reason[], after: readonly Reason[]): Pair[] {
  const same = pairUp({ before, after }, isOne);
  const reworded = pairUp(same.left, isReworded);
  const changed = pairUp(reworded.left, isAbout);
  const rewritten = pairUp(changed.left, isForSame);
  return [
    ...changed.pairs,
    ...rewritten.pairs,
    ...rewritten.left.before.map((each) => ({ before: each })),
    ...rewritten.left.after.map((each) => ({ after: each })),
  ];
}

interface Sides {
  readonly before: readonly Reason[];
  readonly after: readonly Reason[];
}

/** Finds each reason of before a partner of its own, as long as there are any; and what is left over. */
function pairUp(
  { before, after }: Sides,
  isPair: (one: Reason, other: Reason) => boolean,
): { readonly pairs: readonly Pair[]; readonly left: Sides } {
  const come = [...after];
  const pairs: Pair[] = [];
  const gone = before.filter((each) => {
    const at = come.findIndex((other) => isPair(each, other));
    if (at >= 0) pairs.push({ before: each, after: come.splice(at, 1)[0] });
    return at < 0;
  });
  return { pairs, left: { before: gone, after: come } };
}

function isAbout(one: Reason, other: Reason): boolean {
  return one.kind === other.kind && one.subject === other.subject;
}

function isOne(one: Reason, other: Reason): boolean {
  return isAbout(one, other) && countsSame(one, other);
}

function isReworded(one: Reason, other: Reason): boolean {
  return isForSame(one, other) && countsSame(one, other);
}

/** A sentence of the same kind on the same answers. */
function isForSame(one: Reason, other: Reason): boolean {
  const isSentence = one.kind === 'evidence' || one.kind === 'hard-rule';
  return isSentence && one.kind === other.kind && one.because.join() === other.because.join();
}

function countsSame({ side: one }: Reason, { side: other }: Reason): boolean {
  return one.points === other.points && one.state === other.state;
}

function about(reason: Reason | undefined): Pick<ReasonChange, 'kind' | 'quality' | 'because'> {
  if (reason === undefined) return { kind: 'lines' };
  const { kind, subject, because } = reason;
  return kind === 'quality' ? { kind, quality: subject, because } : { kind, because };
}

interface Fed {
  readonly was: Reason | undefined;
  readonly is: Reason | undefined;
  readonly knowledge: Advised['knowledge'];
}

/** Whether a changed line is behind a changed reason. */
function feeds(change: LineChange, { was, is, knowledge }: Fed): boolean {
  const reason = is ?? was;
  if (reason === undefined) return false;
  const sides = [change.before, change.after].filter((side) => side !== undefined);
  const because = [was, is].flatMap((each) => each?.because ?? []);
  const subjects = [was, is].map((each) => each?.subject);
  switch (reason.kind) {
    case 'quality':
      return sides.some(
        ({ quality, condition }) =>
          quality === reason.subject && (condition === undefined || because.includes(condition)),
      );
    case 'evidence':
    case 'hard-rule':
      return change.kind === reason.kind && sides.some(({ text }) => subjects.includes(text));
    case 'certain':
      return sides.some((side) => isOnQuestion(side, reason.subject, knowledge));
    default:
      return reason.kind satisfies never;
  }
}

/** A condition on the question, a weight that it adds, or a claim about a quality that it weighs. */
function isOnQuestion(
  { quality, condition }: NonNullable<LineChange['before']>,
  question: string,
  knowledge: Advised['knowledge'],
): boolean {
  if (condition !== undefined) return new RegExp(`^${question}\\s*[=:]`).test(condition);
  const weighed = knowledge.flatMap(({ questions }) => questions.get(question)?.choices ?? []);
  return quality !== undefined && weighed.some(({ weights }) => weights.has(quality));
}

/** All lines that differ: where no point of what was answered moved, they count in what is open, or in the order. */
export function silentChanges(advised: Advised): ReasonChange[] {
  const { after, knowledge } = advised;
  const own = changedDecisionLines(after.id, knowledge);
  const lines = everyAlternative(advised).flatMap((alternative) => {
    const changed = changedLines(after.id, alternative, knowledge);
    return changed.length === 0 ? [] : [{ kind: 'lines' as const, alternative, lines: changed }];
  });
  return [...(own.length > 0 ? [{ kind: 'decision' as const, lines: own }] : []), ...lines];
}

/** Whether it applies, what is ruled out, then what moved most points. */
function byWeight(one: ReasonChange, other: ReasonChange): number {
  return weightOf(other) - weightOf(one);
}

function weightOf({ kind, before, after }: ReasonChange): number {
  const FIRST = ['decision', 'alternative', 'hard-rule'];
  const rank = FIRST.indexOf(kind);
  if (rank >= 0) return Number.MAX_SAFE_INTEGER - rank;
  return Math.abs((after?.points ?? 0) - (before?.points ?? 0));
}
