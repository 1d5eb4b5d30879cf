import type { CombinationMasks, PickPart } from '../table/combination-masks.ts';
import { meets } from '../table/conditions.ts';
import type { OwnPick } from './own-picks.ts';
import type { PickState, PickStates } from './pick-states.ts';

/**
 * The combinations that the picks break, in their order (docs/model.md, "Choosing together"). A tie breaks a combination
 * only if each of the tied does, so a conflict that some tied pick avoids does not count. A decision that does not apply,
 * or in which nothing fits, has no pick: it satisfies no requirement and breaks no prohibition.
 */
export function brokenIn(
  combinations: readonly CombinationMasks[],
  states: PickStates,
): CombinationMasks[] {
  return combinations.filter((combination) => isBroken(combination, states));
}

function isBroken({ held, wanted }: CombinationMasks, states: PickStates): boolean {
  for (const part of held) if (!isHeld(part, states(part.decision))) return false;
  if (wanted === undefined) return true;
  for (const part of wanted) if (!isMet(part, states(part.decision))) return true;
  return false;
}

export function isHeld(part: PickPart, state: PickState | undefined): boolean {
  return state !== undefined && isHeldBy(part, state.own) && state.isApplied;
}

export function isMet(part: PickPart, state: PickState | undefined): boolean {
  return state !== undefined && isMetBy(part, state.own) && state.isApplied;
}

/** By what wins if the decision applies, however a tie ends. */
export function isHeldBy({ masks, common }: PickPart, { status, picks }: OwnPick): boolean {
  return status === 'tied' ? (picks & ~common) === 0 : meets(picks, masks);
}

/** By what wins if the decision applies, for one way at least in which a tie may end. */
export function isMetBy({ masks, common }: PickPart, { status, picks }: OwnPick): boolean {
  return status === 'tied' ? (picks & common) !== 0 : meets(picks, masks);
}
