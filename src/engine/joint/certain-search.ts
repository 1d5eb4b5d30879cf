import { firstDifference } from '../../common/lists.ts';
import { membersOf } from '../table/masks.ts';
import { truthOfBreak } from './break-truth.ts';
import { isDecided } from './conflict.ts';
import type { PickStates } from './pick-states.ts';
import {
  concerned,
  fewestChanges,
  mainChangesIn,
  parentsOf,
  rankOf,
  searchOf,
  turnedBy,
} from './search.ts';
import {
  type Change,
  decisionOf,
  type Ground,
  isSeveral,
  placeOf,
  type Trial,
  trialOf,
} from './trial.ts';

/** Far fewer than the search itself may try, which could otherwise take longer under some completion, and be given up. */
const MOST_LOOKED_AT = 2_000;

/**
 * Whether no answer to an open question can change what the search finds. Under every completion it would go the same way:
 * in each state that it visits, and in those that it would visit if open decisions came to something else,
 *
 * - the same combinations are broken, whatever the outcome of open decisions,
 * - it is decided whether those decisions apply that may be changed, and
 *
 * what was found are changes under every completion, and better ones than all others that were found. This may be false
 * although nothing can change, but it is true only if nothing can.
 */
export function isSearchCertain(chosen: Trial, base: PickStates, ground: Ground): boolean {
  let isSteady = true;
  const reach = (changes: readonly Change[]) => {
    const trial = isSteady
      ? trialOf(changes, ground, (decision) => isOpen(decision, ground))
      : undefined;
    isSteady &&= trial === undefined || isSteadyIn(trial, ground);
    return trial;
  };
  const found = fewestChanges({ ...searchOf(ground, MOST_LOOKED_AT), reach });
  if (!isSteady || found === undefined) return false;
  const others = found.trials.filter(({ changes }) => changes.join() !== chosen.changes.join());
  return (
    others.length < found.trials.length &&
    isChangeForCertain(chosen, ground) &&
    others.every((other) => isBetter(chosen, other, { base, ground }))
  );
}

function isOpen(decision: number, { picks }: Ground): boolean {
  return picks.pickOf(decision).status === 'open';
}

/** The search would find the same state under every completion under which it finds it at all, and go on from it in the same way. */
function isSteadyIn(trial: Trial, ground: Ground): boolean {
  const { picks, part } = ground;
  const { states, held, broken } = trial;
  const isHeldForCertain = trial.changes.map(decisionOf).every((decision) => {
    const free = picks.freeState(decision, held, states);
    const isPlain = !isSeveral(decision, ground) || !isOpen(decision, ground);
    return free.applies !== 'undecided' && isPlain && !mayBeBlocked(decision, trial, ground);
  });
  if (!isHeldForCertain) return false;
  if (trial.void !== undefined) return areChangeable(parentsOf(trial.void, ground), trial, ground);
  if (trial.blocked !== undefined) return true;
  return (
    part.combinations.every((each) => truthOfBreak(each, trial, picks) !== 'sometimes') &&
    broken.every((conflict) => areChangeable(concerned(conflict, ground), trial, ground))
  );
}

/** Several picks of which some answers rule out one: only then a further change would lift that. */
function mayBeBlocked(decision: number, { held }: Trial, ground: Ground): boolean {
  const mask = held.get(decision);
  if (mask === undefined || !isSeveral(decision, ground)) return false;
  return ground.picks.pickHeld(decision, mask).status === 'open';
}

/** It is decided whether each may be changed, and what a change comes to. */
function areChangeable(decisions: readonly number[], trial: Trial, ground: Ground): boolean {
  return decisions.every((decision) => {
    if (ground.picks.situation.pins.has(decision)) return true;
    if (trial.states(decision)?.applies === 'undecided') return false;
    return !(isSeveral(decision, ground) && isOpen(decision, ground));
  });
}

function isChangeForCertain({ changes, held }: Trial, ground: Ground): boolean {
  return changes.map(decisionOf).every((decision) => {
    const mask = held.get(decision) ?? 0;
    return !isOpen(decision, ground) && ground.picks.pickHeld(decision, mask).status !== 'open';
  });
}

interface Comparing {
  readonly base: PickStates;
  readonly ground: Ground;
}

/** Under every completion under which the other is possible. */
function isBetter(one: Trial, other: Trial, { base, ground }: Comparing): boolean {
  const both = [one, other];
  const [fewer = 0, further = 0] = both.map((trial) => mainChangesIn(trial, ground));
  if (fewer !== further) return fewer < further;
  if (!both.every((trial) => isTurningSteady(trial, base, ground))) return false;
  const [less = 0, more = 0] = both.map((trial) => turnedBy(trial, base, ground).length);
  if (less !== more) return less < more;
  const isComparable = both.every(({ changes }) =>
    changes.every((change) => isLossSteady(change, ground)),
  );
  if (!isComparable) return false;
  return firstDifference(rankOf(one, base, ground), rankOf(other, base, ground)) < 0;
}

/** The same other decisions turn under every completion. */
function isTurningSteady({ changes, states }: Trial, base: PickStates, { part }: Ground): boolean {
  const changed = new Set(changes.map(decisionOf));
  return part.decisions.every((index) => {
    const [before, after] = [base(index), states(index)];
    return changed.has(index) || before === after || (isDecided(before) && isDecided(after));
  });
}

/** No answer to an open question changes by how many points the change falls behind. */
function isLossSteady(change: Change, ground: Ground): boolean {
  const decision = decisionOf(change);
  if (isOpen(decision, ground)) return false;
  const { picks } = ground.picks.pickOf(decision);
  const places = isSeveral(decision, ground) ? [] : membersOf(picks);
  const bits = [...places, placeOf(change)].map((place) => 1 << place);
  return ground.picks.answeredOf(decision).every(({ table, open, conditions }) => {
    const weighed = bits.flatMap((bit) => {
      const place = table.picks.indexOf(bit);
      return place < 0 ? [] : [place];
    });
    const [first = 0] = table.isTechnique ? [0] : weighed;
    const isConditional = conditions.some(
      ({ alternative, points }) => points !== 0 && weighed.includes(alternative),
    );
    const isLevel = open.every(({ classes, certain }) =>
      classes.every(({ points }) =>
        weighed.every((place) => leadIn(points, place, first) === leadIn(certain, place, first)),
      ),
    );
    return !isConditional && isLevel;
  });
}

function leadIn(points: readonly number[], place: number, first: number): number {
  return (points[place] ?? 0) - (points[first] ?? 0);
}
