import { firstDifference } from '../../common/lists.ts';
import type { Answers, Pins } from '../../model/answers.ts';
import type { Progress } from '../../model/audit.ts';
import type { AnswerChange, Flip, Flips, Picked } from '../../model/flips.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { contradictionsIn } from '../advice/contradictions.ts';
import { situationOf } from '../advice/situation.ts';
import { pickOfTables } from '../advice/verdicts.ts';
import { namesOf } from '../table/masks.ts';
import { type DecisionEntry, decidingTables } from '../table/tables.ts';
import type { Changeable } from './changes.ts';
import {
  type Change,
  membersIn,
  type PickSearch,
  pickSearch,
  type TablePick,
} from './pick-search.ts';

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
 * All smallest sets of changed answers that change the pick of a decision, were it to apply (docs/model.md, "Flips").
 * Reports from time to time how far it is with the sets of one size.
 */
export function* flips(knowledge: KnowledgeBase, request: FlipRequest): Generator<Progress, Flips> {
  const { decision, answers, pins, to } = request;
  const { tables, ...situation } = situationOf(knowledge, { answers, pins });
  const entry = tables.decisions[tables.indexOf.get(decision) ?? -1];
  if (entry === undefined) throw new Error(`There is no decision ${decision}`);
  const own = decidingTables(entry, situation.pins, tables);
  const { questions } = tables;
  const { implying } = tables;
  const search = pickSearch({ tables: own, given: situation.given, questions, implying });
  const pickOf = (picks: readonly TablePick[]) =>
    pickOfTables(entry, picks, situation.pins.has(entry.index));
  const pick = pickOf(search.now);
  const isFlip = (next: Picked) =>
    to === undefined ? keyOf(next) !== keyOf(pick) : isPicked(next, to);
  const result = {
    decision,
    pick,
    ...(to !== undefined && { to }),
    searchedUpTo: MOST_CHANGES,
  };
  const contradicted = new Set(
    [
      ...knowledge.contradictions.flatMap(({ condition }) => condition.terms),
      ...knowledge.implications.flatMap(({ condition, question }) => [
        ...condition.terms,
        { subject: question },
      ]),
    ].map(({ subject }) => subject),
  );
  const resistanceOf = resistanceIn(knowledge);
  const hunt = { knowledge, answers, entry, search, pickOf, isFlip, contradicted, resistanceOf };
  for (let size = 1; size <= MOST_CHANGES; size += 1) {
    const found = yield* flipsOf(size, hunt);
    if (found.length === 0) continue;
    const listed = found.sort((a, b) => firstDifference(a.cost, b.cost)).slice(0, MOST_LISTED);
    return { ...result, size, total: found.length, flips: listed.map(flipOf) };
  }
  return { ...result, total: 0, flips: [] };
}

/** An alternative is picked: alone, or one of several that may be; a tie is not a pick. */
export function isPicked({ status, recommended }: Picked, alternative: string): boolean {
  return status !== 'tied' && recommended.includes(alternative);
}

/** Equal for the same pick, in whatever order, proved or not. */
function keyOf({ status, recommended }: Picked): string {
  return status === 'infeasible' ? status : `picks ${[...recommended].sort().join(' ')}`;
}

interface Hunt {
  readonly knowledge: KnowledgeBase;
  readonly answers: Answers;
  /** The questions that some contradiction names. */
  readonly contradicted: ReadonlySet<string>;
  readonly entry: DecisionEntry;
  readonly search: PickSearch;
  readonly pickOf: (picks: readonly TablePick[]) => Picked;
  readonly isFlip: (pick: Picked) => boolean;
  readonly resistanceOf: (question: Changeable) => number;
}

interface Found {
  readonly changes: readonly Change[];
  readonly pick: Picked;
  readonly contradicts: readonly string[];
  /** The order that `Flips` promises: the first number that differs counts. */
  readonly cost: readonly number[];
}

/** Sets of changes that are tried between two reports. */
const STRIDE = 64;

function* flipsOf(size: number, hunt: Hunt): Generator<Progress, Found[]> {
  const { search, pickOf, isFlip } = hunt;
  const trials = search.trials(size);
  const subject = size === 1 ? 'changes of one answer' : `changes of ${size} answers`;
  const found: Found[] = [];
  for (const [done, trial] of trials.entries()) {
    if (done % STRIDE === 0) yield { done, total: trials.length, subject };
    const pick = pickOf(search.after(trial));
    if (!isFlip(pick)) continue;
    for (const changes of membersIn(trial, search.changeables)) {
      found.push(foundBy(changes, pick, hunt));
    }
  }
  return found;
}

function foundBy(changes: readonly Change[], pick: Picked, hunt: Hunt): Found {
  const contradicts = contradictedBy(changes, hunt);
  const given = changes.filter(({ question }) => question.present !== 0);
  const distance = changes.reduce((sum, { to }) => sum + to.distance, 0);
  const resistance = given.reduce((sum, { question }) => sum + hunt.resistanceOf(question), 0);
  const questions = changes.map(({ question }) => question.slot.index);
  const ranks = changes.map(({ to }) => to.rank);
  const cost = [Math.sign(contradicts.length), given.length, distance, resistance];
  return { changes, pick, contradicts, cost: [...cost, ...questions, ...ranks] };
}

/** How hard it is to change what is so, by the group of the question: a wish, what an organisation can do, a fact. */
const RESISTANCE = { freely: 0, 'with-effort': 1 } as const;
const MOST_RESISTANCE = 2;

function resistanceIn({ groups, questions }: KnowledgeBase): Hunt['resistanceOf'] {
  const byGroup = new Map(
    groups.map(({ id, changes }) => [id, changes ? RESISTANCE[changes] : MOST_RESISTANCE]),
  );
  return ({ slot }) => byGroup.get(questions.get(slot.id)?.group ?? '') ?? MOST_RESISTANCE;
}

/** The questions of which the answers contradict each other after the changes, and not before. */
function contradictedBy(
  changes: readonly Change[],
  { knowledge, answers, contradicted }: Hunt,
): readonly string[] {
  const isNamed = ({ question }: Change) => contradicted.has(question.slot.id);
  if (!changes.some(isNamed)) return [];
  const before = contradictionsIn(knowledge, answers).map(({ condition }) => condition);
  const next = new Map(answers);
  for (const { question, to } of changes) {
    next.set(question.slot.id, { choices: namesOf(to.mask, question.slot.choices) });
  }
  const after = contradictionsIn(knowledge, next);
  const added = after.filter(({ condition }) => !before.includes(condition));
  return [...new Set(added.flatMap(({ questions }) => questions))];
}

function flipOf({ changes, pick, contradicts }: Found): Flip {
  return {
    changes: changes.map(changeOf),
    pick,
    ...(contradicts.length > 0 && { contradicts }),
  };
}

function changeOf({ question: { slot, present }, to }: Change): AnswerChange {
  const plain = (mask: number) => {
    const choices = namesOf(mask, slot.choices);
    return slot.several ? choices : (choices[0] ?? '');
  };
  return {
    question: slot.id,
    ...(present !== 0 && { from: plain(present) }),
    to: plain(to.mask),
  };
}
