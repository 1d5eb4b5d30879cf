import { NONE } from '../../common/answers.ts';
import { isLegal } from '../table/legal-answers.ts';
import { firstMembers, lowestOf, maskOf, membersOf } from '../table/masks.ts';
import type { Slot } from '../table/slots.ts';

/** An answer next to the present one. */
export interface Neighbour {
  readonly mask: number;
  /** Levels moved in the order of the choices, or members that come and go; 0 where nothing was answered. */
  readonly distance: number;
  /** Its place among the answers next to the present one. */
  readonly rank: number;
}

type Near = Omit<Neighbour, 'rank'>;

/**
 * The answers that one change of a question leads to, the nearest first, then in the order of the choices: any other
 * choice; where several may be picked, the set with one member added, removed or swapped, as far as that is legal. An
 * open question, `present` is 0, may get any choice, and where several may be picked one member or none.
 */
export function neighboursOf(slot: Slot, present: number): Neighbour[] {
  const found = slot.several ? setsNear(slot, present) : levels(slot, present);
  return found
    .map((each) => (present === 0 ? { ...each, distance: 0 } : each))
    .sort((a, b) => a.distance - b.distance)
    .map((each, rank) => ({ ...each, rank }));
}

function levels({ choices }: Slot, present: number): Near[] {
  const level = present === 0 ? 0 : lowestOf(present);
  return membersOf(firstMembers(choices.length) & ~present).map((choice) => ({
    mask: 1 << choice,
    distance: Math.abs(choice - level),
  }));
}

const SWAP = 2;

/** The empty set is the choice that says so. */
function setsNear(slot: Slot, present: number): Near[] {
  const none = maskOf([NONE], slot.choices);
  const members = present & ~none;
  const others = membersOf(firstMembers(slot.choices.length) & ~none & ~members);
  const without = membersOf(members).map((gone) => members & ~(1 << gone));
  const near: Near[] = [
    ...without.map((mask) => ({ mask, distance: 1 })),
    ...others.map((added) => ({ mask: members | (1 << added), distance: 1 })),
    ...without.flatMap((rest) =>
      others.map((added) => ({ mask: rest | (1 << added), distance: SWAP })),
    ),
    ...(present === 0 ? [{ mask: 0, distance: 0 }] : []),
  ];
  return near
    .map((each) => (each.mask === 0 ? { ...each, mask: none } : each))
    .filter(({ mask }) => isLegal(mask, slot));
}
