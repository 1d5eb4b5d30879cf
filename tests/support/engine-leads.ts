import type { Rivalry } from '../../src/engine/explain/contrasts.ts';
import type { Decision } from '../../src/model/decision.ts';
import { holds, isRuledOut, patternIn, valueIn, type World } from './engine-worlds.ts';

/**
 * The least lead of an alternative over its rival in any world that leaves the rival standing, or of a technique over not
 * having it; undefined where a world rules the alternative out, or none leaves the rival.
 */
export function leastLead(
  { alternative, over }: Rivalry,
  decision: Decision,
  worlds: readonly World[],
): number | undefined {
  const stands = (world: World, id: string | undefined) =>
    id === undefined ||
    (!isRuledOut(world, patternIn(world, id)) && isReasoned(world, decision, id));
  const worth = (world: World, id: string | undefined) =>
    id === undefined ? 0 : valueIn(world, decision, patternIn(world, id));
  const left = worlds.filter((world) => stands(world, over));
  if (left.length === 0 || !worlds.every((world) => stands(world, alternative))) return undefined;
  return Math.min(...left.map((world) => worth(world, alternative) - worth(world, over)));
}

/** A technique needs one of its reasons to hold, if it has any. */
function isReasoned(world: World, { several }: Decision, id: string): boolean {
  const reasons = patternIn(world, id).evidence.flatMap(({ kind, condition }) =>
    kind === 'use-when' && condition ? [condition] : [],
  );
  return !several || reasons.length === 0 || reasons.some((reason) => holds(world, reason));
}
