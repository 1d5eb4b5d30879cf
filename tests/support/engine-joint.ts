import { firstDifference } from '../../src/common/lists.ts';
import { advise } from '../../src/engine/advice/advise.ts';
import { situationOf } from '../../src/engine/advice/situation.ts';
import { THOROUGH } from '../../src/engine/decide/judge.ts';
import { brokenIn } from '../../src/engine/joint/broken.ts';
import { conflictIn } from '../../src/engine/joint/conflict.ts';
import { heldPicks } from '../../src/engine/joint/pick-states.ts';
import type { Conflict, DecisionAdvice } from '../../src/model/advice.ts';
import type { Pins } from '../../src/model/answers.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Situation } from './engine-brute-force.ts';
import { brokenBy, standingPick } from './engine-combinations.ts';

/** A set of changed picks, by decision, and what it costs: the smaller the better, from left to right. */
export interface PossibleChoice {
  readonly picks: Readonly<Record<string, readonly string[]>>;
  /** Broken combinations, changes, those in main decisions, other decisions that turn, the losses, the largest first, and the changes by their places. */
  readonly cost: readonly number[];
  /** Of each changed decision, of all its changes together. */
  readonly losses: Readonly<Record<string, number>>;
  /** How all decisions stand then. */
  readonly after: readonly DecisionAdvice[];
}

/** The best set of changed picks of all that there are, the empty one among them. */
export function bestChoice(knowledge: KnowledgeBase, situation: Situation): PossibleChoice {
  const [first, ...others] = allChoices(knowledge, situation);
  if (first === undefined) throw new Error('no change is always possible');
  return others.reduce((a, b) => (firstDifference(b.cost, a.cost) < 0 ? b : a), first);
}

/** What each decision comes to by itself. */
export function adviceAlone(
  knowledge: KnowledgeBase,
  { answers, pins }: Situation,
): readonly DecisionAdvice[] {
  return advise({ ...knowledge, combinations: [] }, { answers, pins, decisions: [] }).decisions;
}

function allChoices(knowledge: KnowledgeBase, { answers, pins }: Situation): PossibleChoice[] {
  const plain = { ...knowledge, combinations: [] };
  const under = remember((more) => advise(plain, { answers, pins: more, decisions: [] }).decisions);
  const before = under(pins);
  return assignments(knowledge, pins).flatMap((picks) => {
    const after = under(new Map([...pins, ...picks]));
    const found = [...picks].map(([id, pick]) =>
      changeOf(id, pick, { knowledge, under, pins, picks }),
    );
    if (found.includes(undefined)) return [];
    const changes = found.flatMap((change) => change ?? []);
    const turned = before.filter((each, index) => {
      const now = after[index];
      // A decision that comes up has turned no pick.
      const [from = [], to = []] = [standingPick(each), now && standingPick(now)];
      return !picks.has(each.id) && from.length > 0 && from.join() !== to.join();
    });
    const losses = changes.flatMap((change) => change.losses).sort((a, b) => b - a);
    const places = changes.flatMap((change) => change.places).sort((a, b) => a - b);
    const broken = brokenBy(knowledge.combinations, after);
    const main = changes.filter(({ id }) => knowledge.decisions.get(id)?.below === undefined);
    const mainChanges = main.flatMap((change) => change.losses).length;
    return [
      {
        picks: Object.fromEntries(picks),
        cost: [broken.length, losses.length, mainChanges, turned.length, ...losses, ...places],
        losses: Object.fromEntries(
          changes.map(({ id, losses: own }) => [id, own.reduce((a, b) => a + b, 0)]),
        ),
        after,
      },
    ];
  });
}

type Under = (pins: Pins) => readonly DecisionAdvice[];

function remember(under: Under): Under {
  const known = new Map<string, readonly DecisionAdvice[]>();
  return (pins) => {
    const key = JSON.stringify([...pins].sort(([a], [b]) => (a < b ? -1 : 1)));
    const found = known.get(key) ?? under(pins);
    known.set(key, found);
    return found;
  };
}

/** Any pick in the place of any that is not pinned. */
function assignments({ decisions }: KnowledgeBase, pins: Pins): Pins[] {
  let all: Pins[] = [new Map()];
  for (const decision of decisions.values()) {
    const others = pins.has(decision.id) ? [] : allPicks(decision);
    all = all.flatMap((picks) => [
      picks,
      ...others.map((pick) => new Map([...picks, [decision.id, pick]])),
    ]);
  }
  return all;
}

function allPicks({ several, alternatives, baseline }: Decision): (readonly string[])[] {
  const ids = alternatives.map(({ id }) => id);
  if (!several) return ids.map((id) => [id]);
  let sets: (readonly string[])[] = [[]];
  for (const id of ids.filter((each) => each !== baseline)) {
    sets = sets.flatMap((set) => [set, [...set, id]]);
  }
  return sets.map((set) => (set.length === 0 && baseline !== undefined ? [baseline] : set));
}

interface Try {
  readonly knowledge: KnowledgeBase;
  readonly under: Under;
  readonly pins: Pins;
  readonly picks: Pins;
}

interface Changed {
  readonly id: string;
  readonly losses: readonly number[];
  /** Numbers in the order of the decisions and of their alternatives. */
  readonly places: readonly number[];
}

/** One changed decision against what it would be without its own change; undefined where it is no change. */
function changeOf(
  id: string,
  pick: readonly string[],
  { knowledge, under, pins, picks }: Try,
): Changed | undefined {
  const decision = knowledge.decisions.get(id);
  const others = new Map([...pins, ...[...picks].filter(([each]) => each !== id)]);
  const advice = under(others).find((each) => each.id === id);
  const held = under(new Map([...pins, ...picks])).find((each) => each.id === id);
  const own = advice && standingPick(advice);
  if (!decision || !advice || !own || held?.status === 'infeasible') return undefined;
  const scoreOf = (which: string) =>
    advice.ranking.find(({ alternative }) => alternative === which)?.score ?? 0;
  if (own.join() === pick.join()) return undefined;
  const at = [...knowledge.decisions.keys()].indexOf(id);
  const placesOf = (ids: readonly string[]) =>
    ids.map((each) => 100 * at + decision.alternatives.findIndex((one) => one.id === each));
  if (!decision.several) {
    if (own.length === 0) return undefined;
    const lead = Math.max(...own.map(scoreOf));
    return { id, losses: pick.map((each) => lead - scoreOf(each)), places: placesOf(pick) };
  }
  const techniques = (list: readonly string[]) => list.filter((each) => each !== decision.baseline);
  const dropped = techniques(own).filter((each) => !pick.includes(each));
  const added = techniques(pick).filter((each) => !own.includes(each));
  const losses = [...dropped.map(scoreOf), ...added.map((each) => 0 - scoreOf(each))];
  return { id, losses, places: placesOf([...dropped, ...added]) };
}

/** The combinations that are broken by what each decision picks by itself. */
export function conflictsAlone(knowledge: KnowledgeBase, situation: Situation): Conflict[] {
  const here = situationOf(knowledge, situation);
  const picks = heldPicks(here, { judged: [], calls: THOROUGH.calls });
  const broken = here.tables.parts().flatMap(({ combinations }) => {
    const states = picks.statesUnder(here.pins);
    return brokenIn(combinations, states).map((each) => conflictIn(each, states, here.tables));
  });
  return broken.sort((a, b) => a.line - b.line);
}
