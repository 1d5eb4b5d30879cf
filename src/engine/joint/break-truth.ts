import type { CombinationMasks, PickPart } from '../table/combination-masks.ts';
import { meets, type Truth } from '../table/conditions.ts';
import { isHeldBy, isMetBy } from './broken.ts';
import type { OwnPick, OwnPicks } from './own-picks.ts';
import type { HeldPicks } from './pick-states.ts';
import type { Trial } from './trial.ts';

/**
 * Whether a combination is broken, over all completions. Decisions that are not decided are taken one by one, so that more
 * may seem possible than is; those in `unknown` may come to anything.
 */
export function truthOfBreak(
  { held, wanted }: CombinationMasks,
  trial: Trial,
  picks: HeldPicks,
  unknown: ReadonlySet<number> = NONE,
): Truth {
  const around = { trial, picks, unknown };
  const whens = held.map((part) => truthOf(part, isHeldBy, around));
  if (whens.includes('never')) return 'never';
  const needs = wanted?.map((part) => truthOf(part, isMetBy, around));
  if (needs?.every((truth) => truth === 'always')) return 'never';
  const isHeldAlways = whens.every((truth) => truth === 'always');
  return isHeldAlways && (needs === undefined || needs.includes('never')) ? 'always' : 'sometimes';
}

const NONE: ReadonlySet<number> = new Set();

interface Around {
  readonly trial: Trial;
  readonly picks: HeldPicks;
  readonly unknown: ReadonlySet<number>;
}

/** Whether a part of a combination is fulfilled; a held pick counts as it is, as the state is found only if it may be held. */
function truthOf(
  part: PickPart,
  isFulfilled: typeof isHeldBy,
  { trial, picks, unknown }: Around,
): Truth {
  const index = part.decision;
  const { pins } = picks.situation;
  if (unknown.has(index) && !pins.has(index)) return 'sometimes';
  const state = trial.states(index);
  if (state === undefined) return 'never';
  const isHeldHere = trial.held.get(index) !== pins.get(index);
  const truth =
    isHeldHere || state.own.status !== 'open'
      ? truthFor(isFulfilled(part, state.own))
      : whileOpen(part, state.own, picks);
  if (truth === 'never' || state.applies === 'no') return 'never';
  return state.applies === 'undecided' ? 'sometimes' : truth;
}

function truthFor(isFulfilled: boolean): Truth {
  return isFulfilled ? 'always' : 'never';
}

function whileOpen(part: PickPart, own: OwnPick, picks: HeldPicks): Truth {
  const { tables, pins } = picks.situation;
  if (pins.has(part.decision)) return meets(own.picks, part.masks) ? 'sometimes' : 'never';
  const entry = tables.decisions[part.decision];
  return entry?.decision.several
    ? amongTechniques(part, picks, entry.baseline)
    : amongRacers(part, own, picks);
}

/** Each technique that is open may be picked or not; the baseline where none is. */
function amongTechniques({ decision, masks }: PickPart, own: OwnPicks, baseline: number): Truth {
  let [picked, possible] = [0, 0];
  for (const { status, picks, table } of own.tablesOf(decision)) {
    if (status !== 'open') picked |= picks;
    possible |= status === 'open' ? (table.picks[1] ?? 0) : picks;
  }
  if (picked === 0) possible |= baseline;
  if (masks.every((mask) => (mask & picked) !== 0)) return 'always';
  return masks.every((mask) => (mask & possible) !== 0) ? 'sometimes' : 'never';
}

/** Any that may still win, what leads, and none if all may be ruled out. */
function amongRacers({ decision, common }: PickPart, { picks }: OwnPick, own: OwnPicks): Truth {
  let possible = picks;
  let mayBeNone = false;
  for (const { residual } of own.tablesOf(decision)) {
    const { racers, table, levels, conditions } = residual;
    for (const racer of racers) possible |= table.picks[racer] ?? 0;
    mayBeNone ||= levels.some(({ mayRuleOut }) => mayRuleOut !== 0);
    mayBeNone ||= conditions.some(({ rulesOut }) => rulesOut);
  }
  if ((possible & common) === 0) return 'never';
  return (possible & ~common) === 0 && !mayBeNone ? 'always' : 'sometimes';
}
