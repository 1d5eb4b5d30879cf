import type { Answers, Pins } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { compile, withParents } from '../compiled.ts';
import { type Pick, pickerOf } from '../picker.ts';
import { questionsTouching } from '../touching.ts';

/** What is answered and what is pinned. */
export interface Situation {
  readonly answers: Answers;
  readonly pins: Pins;
}

/** Which changes lead to a pick. */
export interface Moving {
  /** All of the smallest sets, in the order of the questions; pins come after them. */
  readonly sets: readonly (readonly string[])[];
  /** Not all sets could be tried: the one given cannot do without any of its members. */
  readonly isBounded: boolean;
}

export interface Move {
  readonly knowledge: KnowledgeBase;
  readonly decision: string;
  readonly before: Situation;
  readonly after: Situation;
}

/** As many as ten changes have. */
const MOST_TRIED = 1_024;

/** The smallest sets of the changes between two situations that lead from the first to a pick which the second has. */
export function movingAnswers(move: Move, isReached: (pick: Pick) => boolean): Moving {
  const changes = changesIn(move);
  const pickAfter = pickerAfter(move);
  const leadsThere = (set: readonly string[]) => isReached(pickAfter(set));
  let tried = 0;
  for (let size = 1; size < changes.length; size += 1) {
    tried += chosenFrom(changes.length, size);
    if (tried > MOST_TRIED) return { sets: [irreducible(changes, leadsThere)], isBounded: true };
    const sets = subsetsOf(changes, size).filter(leadsThere);
    if (sets.length > 0) return { sets, isBounded: false };
  }
  return { sets: [changes], isBounded: false };
}

/** The changed questions and pins that can move the decision. */
function changesIn({ knowledge, decision, before, after }: Move): string[] {
  const chain = withParents(decision, compile(knowledge).decisions);
  const questions = questionsTouching(knowledge, decision).filter(
    (id) => !isSame(before.answers.get(id)?.choices, after.answers.get(id)?.choices),
  );
  const decisions = chain
    .map((each) => each.decision.id)
    .filter((id) => !isSame(before.pins.get(id), after.pins.get(id)));
  return [...questions, ...decisions];
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined) {
  return one?.join() === other?.join();
}

/** The pick of the first situation with some changes made. Each set of pins has its own picker. */
function pickerAfter({ knowledge, decision, before, after }: Move) {
  const pickers = new Map<string, (answers: Answers) => Pick>();
  return (set: readonly string[]): Pick => {
    const pinned = set.filter((id) => before.pins.has(id) || after.pins.has(id));
    const key = pinned.join();
    const picker =
      pickers.get(key) ?? pickerOf(knowledge, decision, changed(before.pins, after.pins, pinned));
    pickers.set(key, picker);
    return picker(changed(before.answers, after.answers, set));
  };
}

/** A copy in which the given keys are as they are afterwards: absent where they are absent there. */
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

/** Leaves out one after the other what is not needed. */
function irreducible(
  changes: readonly string[],
  leadsThere: (set: readonly string[]) => boolean,
): readonly string[] {
  return changes.reduce<readonly string[]>((set, change) => {
    const less = set.filter((each) => each !== change);
    return leadsThere(less) ? less : set;
  }, changes);
}
