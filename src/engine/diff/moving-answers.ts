import type { Pins } from '../../model/answers.ts';
import type { PickOfSide } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { type Given, idsOf, judgeOne, situationOf } from '../advice/situation.ts';
import { PICKS } from '../decide/judge-table.ts';
import {
  type DecisionEntry,
  decidingTables,
  pinMasksOf,
  questionsIn,
  type Tables,
  tablesFor,
} from '../table/tables.ts';
import { pickOf } from './judged-sheet.ts';

/** Which changes lead to a pick. */
interface Moving {
  /** All of the smallest sets, in the order of the questions; pins come after them. */
  readonly sets: readonly (readonly string[])[];
  /** Not all sets could be tried: the one given cannot do without any of its members. */
  readonly isBounded: boolean;
}

interface Move {
  readonly knowledge: KnowledgeBase;
  readonly decision: string;
  readonly before: Given;
  readonly after: Given;
}

/** As many as ten changes have. */
const MOST_TRIED = 1_024;

/** The smallest sets of the changes that lead from the first of two situations to a pick which the second has. */
export function movingAnswers(move: Move, isReached: (pick: PickOfSide) => boolean): Moving {
  const changes = changesIn(move);
  const leadsThere = (set: readonly string[]) => isReached(pickAfter(set, move));
  let tried = 0;
  for (let size = 1; size < changes.length; size += 1) {
    tried += chosenFrom(changes.length, size);
    if (tried > MOST_TRIED) return { sets: [irreducible(changes, leadsThere)], isBounded: true };
    const sets = subsetsOf(changes, size).filter(leadsThere);
    if (sets.length > 0) return { sets, isBounded: false };
  }
  return { sets: [changes], isBounded: false };
}

/** The changed questions and pins that can move the decision, or whether it applies. */
function changesIn({ knowledge, decision, before, after }: Move): string[] {
  const tables = tablesFor(knowledge);
  const entry = tables.decisions[tables.indexOf.get(decision) ?? -1];
  const parents = entry?.parents.flatMap((index) => tables.decisions[index] ?? []) ?? [];
  const chain = entry ? [...parents, entry] : [];
  const touching = new Set(
    chain.flatMap((each) => [
      ...each.decision.appliesWhen.flatMap(({ terms }) => terms.map(({ subject }) => subject)),
      ...weighedQuestions(each, before.pins, tables),
      ...weighedQuestions(each, after.pins, tables),
    ]),
  );
  const questions = withImplying(touching, knowledge).filter(
    (id) => !isSame(before.answers.get(id)?.choices, after.answers.get(id)?.choices),
  );
  const decisions = chain
    .map((each) => each.decision.id)
    .filter((id) => !isSame(before.pins.get(id), after.pins.get(id)));
  return [...questions, ...decisions];
}

/** Some questions and those whose answers imply something about them, in the order of the questions. */
function withImplying(
  touching: ReadonlySet<string>,
  { questions, implications }: KnowledgeBase,
): string[] {
  const implying = implications
    .filter(({ question }) => touching.has(question))
    .flatMap(({ condition }) => condition.terms.map(({ subject }) => subject));
  return [...questions.keys()].filter((id) => touching.has(id) || implying.includes(id));
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined) {
  return one?.join() === other?.join();
}

/** The pick of the first situation with some changes made. */
function pickAfter(set: readonly string[], { knowledge, decision, before, after }: Move) {
  const situation = situationOf(knowledge, {
    answers: changed(before.answers, after.answers, set),
    pins: changed(before.pins, after.pins, set),
  });
  return pickOf(judgeOne(situation, decision, PICKS));
}

/** A copy in which the given keys are as they are afterwards: absent if they are absent there. */
function changed<V>(
  before: ReadonlyMap<string, V>,
  after: ReadonlyMap<string, V>,
  ids: readonly string[],
): ReadonlyMap<string, V> {
  const copy = new Map(before);
  for (const id of ids) {
    const value = after.get(id);
    if (value === undefined) copy.delete(id);
    else copy.set(id, value);
  }
  return copy;
}

/** n over k. */
function chosenFrom(n: number, k: number): number {
  return k === 0 ? 1 : (chosenFrom(n - 1, k - 1) * n) / k;
}

function subsetsOf(items: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    subsetsOf(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

/** Leaves out one after the other what is not needed, until all that is left is. */
function irreducible(
  changes: readonly string[],
  leadsThere: (set: readonly string[]) => boolean,
): readonly string[] {
  const without = (change: string) => changes.filter((each) => each !== change);
  const needless = changes.find((change) => leadsThere(without(change)));
  return needless === undefined ? changes : irreducible(without(needless), leadsThere);
}

/** The ids of the questions that can move the pick of a decision, were it to apply; under some pins. */
export function weighedQuestions(entry: DecisionEntry, pins: Pins, tables: Tables): string[] {
  const own = decidingTables(entry, pinMasksOf(pins, tables), tables);
  return idsOf(questionsIn(own), tables.questions);
}
