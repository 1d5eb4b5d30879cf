import type { Condition } from '../../src/model/condition.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Pattern } from '../../src/model/pattern.ts';
import { completionsOf, outcomeIn, type Situation, verdictOn } from './engine-brute-force.ts';
import { expectedScore } from './engine-score.ts';
import {
  holds,
  isRuledOut,
  isTechniquePicked,
  patternIn,
  techniquesOf,
  type World,
} from './engine-worlds.ts';

/** What a pick is worked out from: every completion of some answers. */
interface View extends Situation {
  readonly knowledge: KnowledgeBase;
  readonly worlds: readonly World[];
}

/**
 * What is recommended in each decision, were it to apply: the winners where they are proved, else what leads
 * (docs/model.md, "Value and score"). In the order of the decision.
 */
export function picksBy(
  knowledge: KnowledgeBase,
  situation: Situation,
): Map<string, readonly string[]> {
  const { worlds } = completionsOf(knowledge, situation);
  const view = { ...situation, knowledge, worlds };
  const entries = [...knowledge.decisions.values()].map((decision) => {
    const picked = pickOf(decision, view);
    const ids = decision.alternatives.map(({ id }) => id);
    return [decision.id, ids.filter((id) => picked.includes(id))] as const;
  });
  return new Map(entries);
}

function pickOf(decision: Decision, view: View): readonly string[] {
  const pin = view.pins.get(decision.id);
  const outcomes = view.worlds.map((world) => outcomeIn(world, decision));
  const kind = { several: decision.several, isPinned: pin !== undefined };
  const { status, winners } = verdictOn(outcomes, kind);
  if (pin) return status === 'infeasible' ? [] : pin;
  if (decision.several) return techniquesPicked(decision, view);
  return status === 'open' ? leaderIn(decision, view) : winners;
}

/** The highest score among those that some completion leaves standing, the first of equals. */
function leaderIn(decision: Decision, { knowledge, answers, worlds }: View): string[] {
  const standing = decision.alternatives
    .map(({ id }) => patternIn({ knowledge }, id))
    .filter((pattern) => worlds.some((world) => !isRuledOut(world, pattern)))
    .map((pattern) => ({
      id: pattern.id,
      score: expectedScore({ knowledge, decision, pattern, answers }),
    }));
  const most = Math.max(...standing.map(({ score }) => score));
  return standing
    .filter(({ score }) => score === most)
    .slice(0, 1)
    .map(({ id }) => id);
}

/** The baseline where no technique is. */
function techniquesPicked(decision: Decision, view: View): string[] {
  const picked = techniquesOf(decision).filter((id) => isPickedNow(id, decision, view));
  return picked.length === 0 && decision.baseline !== undefined ? [decision.baseline] : picked;
}

/** While it is open: worth more than not having it, and a reason to use it holds for certain. */
function isPickedNow(id: string, decision: Decision, view: View): boolean {
  const { knowledge, answers, worlds } = view;
  const states = worlds.map((world) => isTechniquePicked(world, decision, id));
  if (states.every((state) => state === states[0])) return states[0] === true;
  const pattern = patternIn({ knowledge }, id);
  const score = expectedScore({ knowledge, decision, pattern, answers });
  return score > 0 && isReasoned(pattern, worlds);
}

function isReasoned({ evidence }: Pattern, worlds: readonly World[]): boolean {
  const reasons = evidence.flatMap(({ kind, condition }) =>
    kind === 'use-when' && condition ? [condition] : [],
  );
  const isCertain = (condition: Condition) => worlds.every((world) => holds(world, condition));
  return reasons.length === 0 || reasons.some(isCertain);
}
