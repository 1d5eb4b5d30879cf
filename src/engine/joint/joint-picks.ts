import { once } from '../../common/lazy.ts';
import type { JointChange } from '../../model/advice.ts';
import type { Situation } from '../decide/judge.ts';
import { isSearchCertain } from './certain.ts';
import { jointChange, type PartChoice } from './joint-change.ts';
import { heldPicks, type PickState, type Prior, standingPicks } from './pick-states.ts';
import { bestOf, fewestChanges, searchOf } from './search.ts';
import { decisionOf, type Ground, type Trial, trialOf } from './trial.ts';

/** The combinations that the recommended picks of a part still break. */
export interface StillBroken extends Pick<Trial, 'broken' | 'states'> {
  readonly isGivenUp: boolean;
  /** No answer to an open question can change what is recommended in this part. */
  readonly isCertain: () => boolean;
}

/** The recommendation of each decision together with all others (docs/model.md, "Choosing together"). */
export interface JointPicks {
  /** Whether it applies by itself, for certain or by the answers given and the picks that lead now. */
  readonly isApplied: (index: number) => boolean;
  /** Where it is not what the decision would pick by itself: a mask of alternatives, and what changed it. */
  readonly changeOf: (index: number) => RecommendedChange | undefined;
  /** In each part to which one of some decisions belongs. */
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
    isApplied: (index) => {
      const among = [...(tables.decisions[index]?.parents ?? []), index];
      return picks().statesUnder(pins, among)[index]?.isApplied === true;
    },
    changeOf: (index) => {
      const choice = choices[placeOf(index)]?.();
      return choice && changeIn(index, choice);
    },
    stillBroken: (indexes) => {
      const places = [...new Set(indexes.map(placeOf))].sort((a, b) => a - b);
      return places.flatMap((place) => {
        const choice = choices[place]?.();
        return choice ? [brokenAfter(choice)] : [];
      });
    },
  };
}

function choiceIn(ground: Ground): PartChoice {
  const root = trialOf([], ground);
  if (root === undefined) throw new Error('No change is always possible');
  const base = root.states;
  const found = root.broken.length === 0 ? undefined : fewestChanges(searchOf(ground));
  const chosen = root.broken.length === 0 ? root : found && bestOf(found.trials, base, ground);
  const isCertain = once(
    () =>
      !ground.picks.situation.answers.includes(0) ||
      (chosen !== undefined && isSearchCertain(chosen, base, ground)),
  );
  return { ground, root, chosen, isCertain };
}

function brokenAfter({ chosen, root, isCertain }: PartChoice): StillBroken {
  const { broken, states } = chosen ?? root;
  return { broken, states, isGivenUp: chosen === undefined, isCertain };
}

function changeIn(index: number, choice: PartChoice): RecommendedChange | undefined {
  const { chosen, root } = choice;
  if (chosen === undefined || chosen.changes.length === 0) return undefined;
  const picks = standingPicks(chosen.states[index]);
  const isChanged = chosen.changes.some((change) => decisionOf(change) === index);
  if (!isChanged && isSameState(root.states[index], chosen.states[index])) return undefined;
  return { picks, joint: jointChange(index, choice, chosen) };
}

/** The same is picked, and it can apply on both sides, or on none. */
function isSameState(before: PickState | undefined, after: PickState | undefined): boolean {
  const isTurned = (before?.applies === 'no') !== (after?.applies === 'no');
  return standingPicks(before) === standingPicks(after) && !isTurned;
}
