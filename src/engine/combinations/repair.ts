import type { Advice, Conflict, DecisionAdvice, Repair, RepairChange } from '../../model/advice.ts';
import type { Answers, Pins } from '../../model/answers.ts';
import type { Combination } from '../../model/combination.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { firstDifference } from '../first-difference.ts';
import { denseOf } from '../proof/dense.ts';
import {
  type Change,
  type Changed,
  type PickChanger,
  pickChanger,
  type Trial,
} from './changed-picks.ts';
import { conflictsIn, isApplied, picksOf } from './combinations.ts';
import { type Picked, picksUnder } from './picks-under.ts';

/** Where the search looked at more sets of changes than this, it says neither that there is a repair nor that there is none. */
const MOST_TRIED = 20_000;

/**
 * The fewest changed picks that remove every conflict (MODEL.md, section 7); pins stay, and what a change brings up gets
 * the pick it would have. Of equally few changes those after which the fewest other decisions turn; of these, as points of
 * two decisions do not compare and are not added up, those whose largest loss is smallest, then those whose next largest
 * is, and so on; then the order of the decisions and of their alternatives decides.
 *
 * Exact, level by level: a conflict stays as long as nothing changes in what it names or in what that hangs on, so the
 * next change is always one of those.
 */
export function mend(wrong: Wrong): Pick<Advice, 'repair' | 'irreparable'> {
  const situation = situationOf(wrong);
  const change = pickChanger(situation);
  const tried = new Set<string>();
  let level = reach([], change, situation);
  while (level.length > 0) {
    const mended = level.filter(
      ({ conflicts, blocked }) => conflicts.length === 0 && blocked === undefined,
    );
    if (mended.length > 0) return { repair: repairOf(best(mended, situation), situation) };
    const sets = level.flatMap((state) => longerBy(state, situation));
    const fresh = sets.filter((changes) => isFirst(keyOf(changes), tried));
    if (tried.size > MOST_TRIED) return {};
    level = fresh.flatMap((changes) => reach(changes, change, situation));
  }
  return { irreparable: true };
}

/** Advice whose picks break a combination. */
export interface Wrong {
  readonly knowledge: KnowledgeBase;
  readonly answers: Answers;
  readonly pins: Pins;
  /** On all decisions. */
  readonly advice: ReadonlyMap<string, DecisionAdvice>;
}

interface Situation extends Trial {
  readonly combinations: readonly Combination[];
  /** As advised. */
  readonly before: ReadonlyMap<string, Picked>;
}

function situationOf({ knowledge, answers, pins, advice }: Wrong): Situation {
  return {
    decisions: knowledge.decisions,
    combinations: knowledge.combinations,
    pins,
    picksUnder: picksUnder(denseOf(knowledge), answers, pins),
    rankings: new Map([...advice].map(([id, { ranking }]) => [id, ranking])),
    before: advice,
  };
}

interface State extends Changed {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
}

function reach(
  changes: readonly Change[],
  change: PickChanger,
  { combinations }: Situation,
): State[] {
  const changed = change(changes);
  if (changed === undefined) return [];
  return [{ ...changed, changes, conflicts: conflictsIn(combinations, changed.picked) }];
}

/** One change more, of whatever may remove the conflict that leaves the least choice. */
function longerBy(state: State, situation: Situation): (readonly Change[])[] {
  const { conflicts, blocked } = state;
  const [fewest = []] = (blocked === undefined ? conflicts : [{ decisions: [blocked] }])
    .map((conflict) => changesFor(conflict, state, situation))
    .sort((a, b) => a.length - b.length);
  return fewest.map((change) => [...state.changes, change]);
}

function changesFor(
  conflict: Pick<Conflict, 'decisions'>,
  { changes, picked }: State,
  { decisions, pins }: Situation,
): Change[] {
  return withParents(conflict.decisions, decisions).flatMap(
    ({ id, several, baseline, alternatives }) => {
      const now = picked.get(id);
      const own = changes
        .filter((change) => change.decision === id)
        .map((each) => each.alternative);
      const isFixed = pins.has(id) || (own.length > 0 && !several);
      if (now === undefined || !isApplied(now) || isFixed) return [];
      return alternatives
        .filter((each) => !own.includes(each.id) && !(several && each.id === baseline))
        .map((each) => ({ decision: id, alternative: each.id }));
    },
  );
}

/** Some decisions with all that they hang on. */
function withParents(ids: readonly string[], decisions: Trial['decisions']): Decision[] {
  const found = new Set<Decision>();
  const visit = (decision: Decision | undefined) => {
    if (decision === undefined || found.has(decision)) return;
    found.add(decision);
    for (const { subject } of decision.appliesWhen.flatMap(({ terms }) => terms)) {
      visit(decisions.get(subject));
    }
  };
  for (const id of ids) visit(decisions.get(id));
  return [...found];
}

/** The same for the same changes in any order. */
function keyOf(changes: readonly Change[]): string {
  return changes
    .map(({ decision, alternative }) => `${decision}=${alternative}`)
    .sort()
    .join(';');
}

function isFirst(key: string, tried: Set<string>): boolean {
  const isNew = !tried.has(key);
  tried.add(key);
  return isNew;
}

function best(states: readonly State[], situation: Situation): State {
  const [first, ...others] = states;
  if (first === undefined) throw new Error('There is nothing to choose from');
  return others.reduce((a, b) => (isBetter(b, a, situation) ? b : a), first);
}

function isBetter(a: State, b: State, situation: Situation): boolean {
  const descending = ({ losses }: State) => [...losses].sort((x, y) => y - x);
  const order = [...situation.decisions.values()].flatMap((decision) =>
    decision.alternatives.map(({ id }) => `${decision.id}=${id}`),
  );
  const standing = ({ changes }: State) =>
    changes
      .map(({ decision, alternative }) => order.indexOf(`${decision}=${alternative}`))
      .sort((x, y) => x - y);
  const turned = (state: State) => turnedBy(state, situation).length;
  const key = (state: State) => [turned(state), ...descending(state), ...standing(state)];
  return firstDifference(key(a), key(b)) < 0;
}

/** The decisions whose pick is another one, each with the losses of its own changes; in their order. */
function turnedBy({ changes, losses, picked }: State, { before, decisions }: Situation) {
  return [...decisions.keys()].flatMap((decision) => {
    const [from, to] = [picksOf(before.get(decision)), picksOf(picked.get(decision))];
    const own = losses.filter((_, index) => changes[index]?.decision === decision);
    return from.join() === to.join() && own.length === 0 ? [] : [{ decision, from, to, own }];
  });
}

function repairOf(state: State, situation: Situation): Repair {
  const turned = turnedBy(state, situation);
  const changes = turned
    .filter(({ own }) => own.length > 0)
    .map(({ own, ...each }): RepairChange => ({ ...each, loses: own.reduce((a, b) => a + b, 0) }));
  const follows = turned.filter(({ own }) => own.length === 0).map(({ own: _, ...each }) => each);
  return { changes, ...(follows.length > 0 && { follows }) };
}
