import type { Conflict } from '../../model/advice.ts';
import type { CombinationMasks } from '../table/combination-masks.ts';
import { namesOf } from '../table/masks.ts';
import type { Tables } from '../table/tables.ts';
import { isMet } from './broken.ts';
import { type PickState, type PickStates, standingPicks } from './pick-states.ts';

/** A broken combination in words: the picks that break it, and what is missing. */
export function conflictIn(
  { combination, held, wanted, decisions }: CombinationMasks,
  states: PickStates,
  tables: Tables,
): Conflict {
  const { when, requires, because, place } = combination;
  const idOf = (index: number) => tables.decisions[index]?.decision.id ?? '';
  const names = (index: number, mask: number) =>
    namesOf(mask, tables.decisions[index]?.alternatives ?? []);
  const picked = (index: number) => standingPicks(states(index));
  const anyOf = (masks: readonly number[]) => masks.reduce((any, mask) => any | mask, 0);
  const missing = (wanted ?? []).filter((part) => !isMet(part, states(part.decision)));
  return {
    kind: requires ? 'requires' : 'never',
    condition: when.text,
    ...(requires && { requires: requires.text }),
    because,
    decisions: decisions.map(idOf),
    picks: Object.fromEntries(
      held.map(({ decision, masks }) => [
        idOf(decision),
        names(decision, picked(decision) & anyOf(masks)),
      ]),
    ),
    ...(requires && {
      missing: missing.map(({ decision, masks }) => ({
        decision: idOf(decision),
        wanted: names(decision, anyOf(masks)),
        picked: names(decision, picked(decision)),
      })),
    }),
    certain: decisions.every((index) => isDecided(states(index))),
    file: place.file,
    line: place.line,
  };
}

/** No answer to an open question can change it. */
export function isDecided(state: PickState | undefined): boolean {
  return state?.own.status === 'open' ? state.applies === 'no' : state?.applies !== 'undecided';
}
