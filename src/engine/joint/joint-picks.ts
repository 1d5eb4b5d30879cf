import { once } from '../../common/lazy.ts';
import type { Conflict, JointChange } from '../../model/advice.ts';
import type { Situation } from '../decide/judge.ts';
import type { CombinationMasks } from '../table/combination-masks.ts';
import type { PinMasks } from '../table/tables.ts';
import { conflictIn } from './conflict.ts';
import { jointChange } from './joint-change.ts';
import { choiceIn, type PartChoice } from './part-choice.ts';
import { heldPicks, type PickState, type Prior, standingPicks } from './pick-states.ts';
import { decisionOf } from './trial.ts';

/** A combination that the recommended picks still break. */
export interface StillBroken {
  readonly combination: CombinationMasks;
  readonly conflict: Conflict;
  /** There were too many sets of picks to try. */
  readonly isGivenUp: boolean;
}

/** The recommendation of each decision together with all others (docs/model.md, "Choosing together"). */
export interface JointPicks {
  /** Whether it applies by itself, for certain or by the answers given and the picks that lead now. */
  readonly isApplied: (index: number) => boolean;
  /** Where it is not what the decision would pick by itself: a mask of alternatives, and what changed it. */
  readonly changeOf: (index: number) => RecommendedChange | undefined;
  /** Of those that name one of some decisions. */
  readonly stillBroken: (indexes: readonly number[]) => readonly StillBroken[];
}

export interface RecommendedChange {
  readonly picks: number;
  readonly joint: JointChange;
}

/** Chooses in each part by itself, when one of its decisions is first asked for. */
export function jointPicks(situation: Situation, prior: Prior): JointPicks {
  const { tables, pins } = situation;
  const parts = tables.parts();
  const picks = once(() => heldPicks(situation, prior));
  const choices = parts.map((part) => once(() => choiceIn({ part, picks: picks() })));
  const placeOf = (index: number) => parts.findIndex(({ decisions }) => decisions.includes(index));
  return {
    isApplied: (index) => picks().statesUnder(pins)(index)?.isApplied === true,
    changeOf: (index) => {
      const choice = choices[placeOf(index)]?.();
      return choice && changeIn(index, choice);
    },
    stillBroken: (indexes) => {
      const places = [...new Set(indexes.map(placeOf))];
      const left = places.flatMap((place) => {
        const choice = choices[place]?.();
        return choice ? brokenAfter(choice, pins) : [];
      });
      return left
        .filter(({ combination }) => combination.decisions.some((each) => indexes.includes(each)))
        .sort((a, b) => a.combination.index - b.combination.index);
    },
  };
}

/** A conflict stays under every completion if pins alone make it, or if nothing that it names can change. */
function brokenAfter({ chosen, ground, tried, isCertain }: PartChoice, pins: PinMasks) {
  return chosen.broken.map((combination): StillBroken => {
    const conflict = conflictIn(combination, chosen.states, ground.picks.situation.tables);
    const { decisions } = combination;
    const isLeft = decisions.every((index) => pins.has(index)) || decisions.every(isCertain);
    const own = tried.find(({ part }) => part.combinations.includes(combination));
    const isGivenUp = own !== undefined && own.changes === undefined;
    return {
      combination,
      isGivenUp,
      conflict: { ...conflict, certain: conflict.certain && isLeft },
    };
  });
}

function changeIn(index: number, choice: PartChoice): RecommendedChange | undefined {
  const { chosen, root } = choice;
  if (chosen.changes.length === 0) return undefined;
  const picks = standingPicks(chosen.states(index));
  const isChanged = chosen.changes.some((change) => decisionOf(change) === index);
  if (!isChanged && isSameState(root.states(index), chosen.states(index))) return undefined;
  return { picks, joint: jointChange(index, choice) };
}

/** The same is picked, and it can apply on both sides, or on none. */
function isSameState(before: PickState | undefined, after: PickState | undefined): boolean {
  const isTurned = (before?.applies === 'no') !== (after?.applies === 'no');
  return standingPicks(before) === standingPicks(after) && !isTurned;
}
