import type { Conflict, JointChange } from '../../model/advice.ts';
import { namesOf } from '../table/masks.ts';
import { conflictIn, isDecided } from './conflict.ts';
import type { PartChoice } from './part-choice.ts';
import { standingPicks } from './pick-states.ts';
import { type Change, decisionOf, lossesOf, trialOf } from './trial.ts';

/** Why something else is recommended than the decision would pick by itself, and what that costs. */
export function jointChange(index: number, choice: PartChoice): JointChange {
  const { root, chosen, ground } = choice;
  const { decisions } = ground.picks.situation.tables;
  const own = chosen.changes.filter((change) => decisionOf(change) === index);
  const before = root.states(index);
  const isFollowing = own.length === 0 || !before?.isApplied;
  const changed = new Set(chosen.changes.map(decisionOf));
  const follows = (decisions[index]?.parents ?? []).filter(
    (each) => isFollowing && changed.has(each),
  );
  const isSettled = own.length > 0 || isDecided(chosen.states(index));
  return {
    instead: namesOf(standingPicks(before), decisions[index]?.alternatives ?? []),
    because: own.length === 0 ? [] : brokenWithout(own, choice),
    ...(follows.length > 0 && {
      follows: follows.flatMap((each) => decisions[each]?.decision.id ?? []),
    }),
    ...(own.length > 0 && { loses: lossesOf(own, ground).reduce((a, b) => a + b, 0) }),
    certain: isSettled && choice.isCertain(index),
  };
}

/** The decisions on whose picks a change depends. */
export function namedBy({ because, follows = [] }: JointChange): string[] {
  return [...because.flatMap(({ decisions }) => decisions), ...follows];
}

/**
 * What would be broken if some changes were taken back while all others stay, save those that are none then. There is
 * something, or the others would have been enough.
 */
function brokenWithout(
  own: readonly Change[],
  { ground, chosen, isCertain }: PartChoice,
): Conflict[] {
  let rest = chosen.changes.filter((change) => !own.includes(change));
  let trial = trialOf(rest, ground);
  while (trial?.void !== undefined) {
    const pointless = trial.void;
    rest = rest.filter((change) => decisionOf(change) !== pointless);
    trial = trialOf(rest, ground);
  }
  const { broken = [], states = chosen.states } = trial ?? {};
  return broken
    .filter((each) => !chosen.broken.includes(each))
    .map((each) => {
      const conflict = conflictIn(each, states, ground.picks.situation.tables);
      return { ...conflict, certain: conflict.certain && each.decisions.every(isCertain) };
    });
}
