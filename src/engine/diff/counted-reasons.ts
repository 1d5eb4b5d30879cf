import type { Contribution, Exclusion, RankedAlternative, Reason } from '../../model/advice.ts';
import type { ReasonSide } from '../../model/difference.ts';
import type { Pattern } from '../../model/pattern.ts';
import { type ChangedLine, type Line, oneSided, type Paired, pairUp } from './changed-lines.ts';
import type { JudgedSheet } from './judged-sheet.ts';

/** A contribution or a hard rule, ready to be found again on the other side. */
export interface CountedReason {
  readonly kind: Contribution['kind'] | 'hard-rule';
  /** The quality, the open question, or the sentence. */
  readonly subject: string;
  /** Of a contribution. */
  readonly because?: readonly Reason[];
  /** Of a hard rule, as written. */
  readonly condition?: string;
  /** The questions whose answers it depends on. */
  readonly questions: readonly string[];
  readonly side: ReasonSide;
}

/** An alternative as one side weighs it. */
export interface Weighed {
  readonly ranked: RankedAlternative;
  readonly pattern: Pattern;
}

/**
 * The reasons for and against an alternative that do not count the same; a sentence in other words that counts the same
 * for the same answers is not a change. Hard rules come first.
 */
export function changedCounts(before: Weighed, after: Weighed): Paired<CountedReason>[] {
  return [
    ...changesOf(rulesIn(before), rulesIn(after)),
    ...changesOf(
      before.ranked.contributions.map(contributed),
      after.ranked.contributions.map(contributed),
    ),
  ];
}

/** The hard rules alone. */
export function changedRules(before: Weighed, after: Weighed): Paired<CountedReason>[] {
  return changesOf(rulesIn(before), rulesIn(after));
}

function contributed(contribution: Contribution): CountedReason {
  const { kind, points, because, claims } = contribution;
  const questions = because.flatMap((reason) => (reason === 'base' ? [] : [reason.question]));
  switch (kind) {
    case 'quality': {
      const { quality, weight, rating } = contribution;
      return { kind, subject: quality, because, questions, side: { points, weight, rating } };
    }
    case 'evidence':
      return { kind, subject: claims[0]?.text ?? '', because, questions, side: { points } };
    case 'certain':
      return { kind, subject: questions.join(), because, questions, side: { points } };
    default:
      return kind satisfies never;
  }
}

function rulesIn({ ranked, pattern }: Weighed): CountedReason[] {
  return ranked.excludedBy.map((rule) => ({
    kind: 'hard-rule',
    subject: rule.text,
    condition: rule.because,
    questions: questionsOf(rule, pattern),
    side: { state: rule.state },
  }));
}

function questionsOf({ text, because }: Exclusion, { evidence }: Pattern): string[] {
  const written = evidence.find((each) => each.text === text && each.condition?.text === because);
  return written?.condition?.terms.map(({ subject }) => subject) ?? [];
}

function changesOf(
  before: readonly CountedReason[],
  after: readonly CountedReason[],
): Paired<CountedReason>[] {
  const same = pairUp({ before, after }, isOne);
  const reworded = pairUp(same.left, isReworded);
  const changed = pairUp(reworded.left, isAbout);
  const rewritten = pairUp(changed.left, isForSame);
  return [...changed.pairs, ...rewritten.pairs, ...oneSided(rewritten.left)];
}

function isAbout(one: CountedReason, other: CountedReason): boolean {
  return one.kind === other.kind && one.subject === other.subject;
}

function isOne(one: CountedReason, other: CountedReason): boolean {
  return isAbout(one, other) && countsSame(one, other);
}

function isReworded(one: CountedReason, other: CountedReason): boolean {
  return isForSame(one, other) && countsSame(one, other);
}

/** A sentence of the same kind on the same answers. */
function isForSame(one: CountedReason, other: CountedReason): boolean {
  const isSentence = one.kind === 'evidence' || one.kind === 'hard-rule';
  return isSentence && one.kind === other.kind && wordOf(one) === wordOf(other);
}

function wordOf({ because, condition }: CountedReason): string {
  return JSON.stringify([because, condition]);
}

function countsSame({ side: one }: CountedReason, { side: other }: CountedReason): boolean {
  return one.points === other.points && one.state === other.state;
}

/** Those of the changed lines that are behind a changed reason. */
export function linesBehind(
  reason: Paired<CountedReason>,
  lines: readonly ChangedLine[],
  sheets: readonly [JudgedSheet, JudgedSheet],
): ChangedLine[] {
  const [before, after] = sheets;
  return lines.filter(
    (line) =>
      (line.before && isBehind(line.before, reason, before)) ||
      (line.after && isBehind(line.after, reason, after)),
  );
}

/** A line of one side. */
function isBehind(
  line: Line,
  { before, after }: Paired<CountedReason>,
  sheet: JudgedSheet,
): boolean {
  const reason = after ?? before;
  if (reason === undefined) return false;
  const questions = [before, after].flatMap((each) => each?.questions ?? []);
  const subjects = [before?.subject, after?.subject];
  if (line.kind === 'implication') return line.questions.some((each) => questions.includes(each));
  switch (reason.kind) {
    case 'quality':
      return isOnQuality(line, reason.subject, sheet);
    case 'evidence':
    case 'hard-rule':
      return line.kind === reason.kind
        ? subjects.includes(line.said.text)
        : isOnAnswers(line) && line.questions.some((each) => questions.includes(each));
    case 'certain':
      return isOnQuestion(line, reason.subject, sheet);
    default:
      return reason.kind satisfies never;
  }
}

/** A claim, its place among the driving qualities, or a weight that certainly counts. */
function isOnQuality({ said, questions }: Line, quality: string, { known }: JudgedSheet): boolean {
  return said.quality === quality && questions.every((each) => known.answers.has(each));
}

/** Which answers a question has. */
function isOnAnswers({ kind }: Line): boolean {
  return kind === 'question' || kind === 'choice' || kind === 'limits';
}

/** What an open question adds for certain: by conditions on it alone, and by weights of qualities on which there are claims. */
function isOnQuestion(
  { kind, said: { quality = '' }, questions }: Line,
  question: string,
  { knowledge }: JudgedSheet,
): boolean {
  if (kind === 'hard-rule') return false;
  if (kind === 'weight' || questions.length > 0) {
    return questions.length > 0 && questions.every((each) => each === question);
  }
  const choices = knowledge.questions.get(question)?.choices ?? [];
  return choices.some(({ weights }) => (weights.get(quality) ?? 0) !== 0);
}
