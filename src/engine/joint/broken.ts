import type { CombinationMasks, PickPart } from '../table/combination-masks.ts';
import { meets } from '../table/conditions.ts';
import { type PickState, type PickStates, standingPicks } from './pick-states.ts';

/**
 * The combinations that the picks break, in their order (docs/model.md, "Choosing together"). A tie breaks a combination
 * only where each of the tied does, so that some way out of it is no conflict. A decision that does not apply, or that
 * nothing fits, has no pick: it satisfies no requirement and breaks no prohibition.
 */
export function brokenIn(
  combinations: readonly CombinationMasks[],
  states: PickStates,
): CombinationMasks[] {
  return combinations.filter((combination) => isBroken(combination, states));
}

function isBroken({ held, wanted }: CombinationMasks, states: PickStates): boolean {
  for (const part of held) if (!isHeld(part, states[part.decision])) return false;
  if (wanted === undefined) return true;
  for (const part of wanted) if (!isMet(part, states[part.decision])) return true;
  return false;
}

/** However a tie ends. */
export function isHeld({ masks, common }: PickPart, state: PickState | undefined): boolean {
  const picks = standingPicks(state);
  if (state?.status === 'tied') return picks !== 0 && (picks & ~common) === 0;
  return meets(picks, masks);
}

/** One way at least in which a tie may end. */
export function isMet({ masks, common }: PickPart, state: PickState | undefined): boolean {
  const picks = standingPicks(state);
  return state?.status === 'tied' ? (picks & common) !== 0 : meets(picks, masks);
}
