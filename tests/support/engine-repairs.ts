import { advise } from '../../src/engine/advice/advise.ts';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import type { Pins } from '../../src/model/answers.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Situation } from './engine-brute-force.ts';
import { brokenBy, standingPick } from './engine-combinations.ts';

/** Other picks that remove every conflict, by decision, and what they cost: the smaller the better, from left to right. */
export interface PossibleRepair {
  readonly picks: Readonly<Record<string, readonly string[]>>;
  /** Changes, other decisions that turn, and the losses of the changes, the largest first. */
  readonly cost: readonly number[];
  readonly losses: Readonly<Record<string, number>>;
}

/** Every repair there is, found by trying all picks of all decisions. */
export function allRepairs(
  knowledge: KnowledgeBase,
  { answers, pins }: Situation,
): PossibleRepair[] {
  const plain = { ...knowledge, combinations: [] };
  const under = remember((more) => advise(plain, { answers, pins: more, decisions: [] }).decisions);
  const before = under(pins);
  return assignments(knowledge, pins).flatMap((picks) => {
    const after = under(new Map([...pins, ...picks]));
    const found = [...picks].map(([id, pick]) =>
      changeOf(id, pick, { knowledge, under, pins, picks }),
    );
    if (found.includes(undefined) || brokenBy(knowledge.combinations, after).length > 0) return [];
    const changes = found.flatMap((change) => change ?? []);
    const turned = before.filter((each, index) => {
      const now = after[index];
      // A decision that starts to apply without a pick has turned no pick.
      const [from = [], to = []] = [standingPick(each), now && standingPick(now)];
      return !picks.has(each.id) && from.join() !== to.join();
    });
    const losses = changes.flatMap((change) => change.losses).sort((a, b) => b - a);
    return [
      {
        picks: Object.fromEntries(picks),
        cost: [losses.length, turned.length, ...losses],
        losses: Object.fromEntries(
          changes.map(({ id, losses: own }) => [id, own.reduce((a, b) => a + b, 0)]),
        ),
      },
    ];
  });
}

/** Below 0 where the first is the smaller repair. */
export function byCost(a: PossibleRepair, b: PossibleRepair): number {
  return a.cost.map((each, index) => each - (b.cost[index] ?? 0)).find((off) => off !== 0) ?? 0;
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

/** The losses of one changed decision against what it would be without its own change; undefined where it is no change. */
function changeOf(
  id: string,
  pick: readonly string[],
  { knowledge, under, pins, picks }: Try,
): { readonly id: string; readonly losses: readonly number[] } | undefined {
  const decision = knowledge.decisions.get(id);
  const others = new Map([...pins, ...[...picks].filter(([each]) => each !== id)]);
  const advice = under(others).find((each) => each.id === id);
  const held = under(new Map([...pins, ...picks])).find((each) => each.id === id);
  const own = advice && standingPick(advice);
  if (!decision || !advice || !own || held?.status === 'infeasible') return undefined;
  const scoreOf = (which: string) =>
    advice.ranking.find(({ alternative }) => alternative === which)?.score ?? 0;
  if (own.join() === pick.join()) return undefined;
  if (!decision.several) {
    if (own.length === 0) return undefined;
    const lead = Math.max(...own.map(scoreOf));
    return { id, losses: pick.map((each) => lead - scoreOf(each)) };
  }
  const techniques = (list: readonly string[]) => list.filter((each) => each !== decision.baseline);
  const dropped = techniques(own).filter((each) => !pick.includes(each));
  const added = techniques(pick).filter((each) => !own.includes(each));
  return { id, losses: [...dropped.map(scoreOf), ...added.map((each) => 0 - scoreOf(each))] };
}
