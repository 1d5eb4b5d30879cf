import type { Answers, Pins } from '../../model/answers.ts';
import type { AnswerChange, Flip, Flips, Picked } from '../../model/flips.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { Progress } from '../audit/audit.ts';
import { contradictionsIn } from '../contradictions.ts';
import { firstDifference } from '../first-difference.ts';
import { pickerOf } from '../picker.ts';
import { type Changeable, changesOf } from './changes.ts';
import { type Change, changed, exampleOf, membersOf, numberOfTrials, trialsOf } from './trials.ts';

/** What is asked for. */
export interface FlipRequest {
  readonly decision: string;
  readonly answers: Answers;
  readonly pins: Pins;
  /** Only flips after which this alternative is picked. */
  readonly to?: string;
}

/** Larger sets of changed answers are not looked at. */
const MOST_CHANGES = 3;
/** Flips beyond this number are counted, not listed. */
const MOST_LISTED = 1_000;

/**
 * All smallest sets of changed answers that change the pick of a decision (MODEL.md, section 5). It tells from time to
 * time how far it is with the sets of one size.
 */
export function* flips(knowledge: KnowledgeBase, request: FlipRequest): Generator<Progress, Flips> {
  const { decision, answers, pins, to } = request;
  const picker = pickerOf(knowledge, decision, pins);
  const pick = picker(answers);
  const isFlip = (next: Picked) =>
    to === undefined ? keyOf(next) !== keyOf(pick) : isPicked(next, to);
  const result = {
    decision,
    pick: plainPick(pick),
    ...(to !== undefined && { to }),
    searchedUpTo: MOST_CHANGES,
  };
  const contradictory = new Set(
    contradictionsIn(knowledge, answers).map(({ condition }) => condition),
  );
  const questions = changesOf(knowledge, request);
  const search = { knowledge, answers, contradictory, questions, picker, isFlip };
  for (let size = 1; size <= MOST_CHANGES; size += 1) {
    const found = yield* flipsOf(size, search);
    if (found.length === 0) continue;
    const listed = found.sort((a, b) => firstDifference(a.cost, b.cost)).slice(0, MOST_LISTED);
    return { ...result, size, total: found.length, flips: listed.map(flipOf) };
  }
  return { ...result, total: 0, flips: [] };
}

/** An alternative is picked: alone, or one of several that may be; a tie is no pick. */
export function isPicked({ status, recommended }: Picked, alternative: string): boolean {
  return status !== 'tied' && recommended.includes(alternative);
}

/** Equal for the same pick, in whatever order, proved or not. */
function keyOf({ status, recommended }: Picked): string {
  const isNone = status === 'not-applicable' || status === 'infeasible';
  return isNone ? status : `picks ${[...recommended].sort().join(' ')}`;
}

interface Search {
  readonly knowledge: KnowledgeBase;
  readonly answers: Answers;
  /** The contradictions that are there before any change. */
  readonly contradictory: ReadonlySet<string>;
  readonly questions: readonly Changeable[];
  readonly picker: (answers: Answers) => Picked;
  readonly isFlip: (pick: Picked) => boolean;
}

interface Found {
  readonly changes: readonly Change[];
  readonly pick: Picked;
  readonly contradicts: readonly string[];
  /** The order that `Flips` promises: the first number that differs counts. */
  readonly cost: readonly number[];
}

/** Sets of changes that are tried between two reports. */
const STRIDE = 8;

function* flipsOf(size: number, search: Search): Generator<Progress, Found[]> {
  const { answers, questions, picker, isFlip } = search;
  const total = numberOfTrials(questions, size);
  const subject = size === 1 ? 'changes of one answer' : `changes of ${size} answers`;
  const found: Found[] = [];
  let done = 0;
  for (const trial of trialsOf(questions, size)) {
    if (done % STRIDE === 0) yield { done, total, subject };
    done += 1;
    const pick = picker(changed(answers, exampleOf(trial)));
    if (!isFlip(pick)) continue;
    for (const changes of membersOf(trial)) found.push(foundBy(changes, pick, search));
  }
  return found;
}

function foundBy(changes: readonly Change[], pick: Picked, search: Search): Found {
  const contradicts = contradictedBy(changes, search);
  const given = changes.filter(({ question }) => question.present !== undefined).length;
  const distance = changes.reduce((sum, { to }) => sum + to.distance, 0);
  const questions = changes.map(({ question }) => question.index);
  const ranks = changes.map(({ to }) => to.rank);
  const cost = [contradicts.length > 0 ? 1 : 0, given, distance, ...questions, ...ranks];
  return { changes, pick, contradicts, cost };
}

/** The questions of which the answers contradict each other after the changes, and not before. */
function contradictedBy(
  changes: readonly Change[],
  { knowledge, answers, contradictory }: Search,
): readonly string[] {
  const after = contradictionsIn(knowledge, changed(answers, changes));
  const added = after.filter(({ condition }) => !contradictory.has(condition));
  return [...new Set(added.flatMap(({ questions }) => questions))];
}

function flipOf({ changes, pick, contradicts }: Found): Flip {
  return {
    changes: changes.map(changeOf),
    pick: plainPick(pick),
    ...(contradicts.length > 0 && { contradicts }),
  };
}

function plainPick({ status, recommended }: Picked): Picked {
  return { status, recommended };
}

function changeOf({ question: { question, present }, to }: Change): AnswerChange {
  const plain = (choices: readonly string[]) => (question.several ? choices : (choices[0] ?? ''));
  return {
    question: question.id,
    ...(present && { from: plain(present) }),
    to: plain(to.choices),
  };
}
