import type { Status } from '../../model/advice.ts';
import { type Applicability, applicabilityOf, parentsOf } from '../decide/applies.ts';
import { type Judged, QUICK, type Situation } from '../decide/judge.ts';
import { meets, meetsSoFar } from '../table/conditions.ts';
import type { DecisionEntry, Demand, PinMasks } from '../table/tables.ts';
import { appliesEitherWay } from './applies-either-way.ts';
import { type OwnPick, type OwnPicks, ownPicks } from './own-picks.ts';

/** What a decision comes to while some picks are held. */
export interface PickState {
  /** Were it to apply; not applicable only where it never does. */
  readonly status: Status;
  readonly applies: Applicability['applies'];
  /** It applies for certain, or by the answers given and the picks that lead now. */
  readonly isApplied: boolean;
  /** Were it to apply: a mask of its alternatives, 0 where nothing fits. */
  readonly picks: number;
}

/** By the index of the decision; those that were not asked for are missing. */
export type PickStates = readonly (PickState | undefined)[];

/** What is picked as it stands: several where several are, or are tied. */
export function standingPicks(state: PickState | undefined): number {
  return state?.isApplied ? state.picks : 0;
}

/** What decisions come to while picks are held in place of their own, beside the pins. */
export interface HeldPicks extends OwnPicks {
  readonly situation: Situation;
  /** The states of some decisions, in their order, with all that they depend on; `held` includes the pins. */
  readonly statesUnder: (held: PinMasks, among: readonly number[]) => PickStates;
  /** The state of a decision as if no pick of its own were held. */
  readonly freeState: (index: number, held: PinMasks, states: PickStates) => PickState;
}

/** What was judged already, and how many calls may be spent on whether a decision applies. */
export interface Prior {
  readonly judged: Iterable<Judged>;
  readonly calls: number;
}

/**
 * For searches that ask often: who wins in a decision depends on no other pick, and whether it applies only on those of its
 * parents, so that each is worked out once.
 */
export function heldPicks(situation: Situation, { judged, calls }: Prior): HeldPicks {
  const known = new Map([...judged].map((each) => [each.entry.index, each]));
  const own = ownPicks(situation, new Map([...known].map(([index, each]) => [index, each.tables])));
  const isShown = appliesEitherWay(situation);
  const basis: Basis = { own, situation, known, calls, isShown, found: new Map() };
  const freeState: HeldPicks['freeState'] = (index, held, states) =>
    freeStateIn(basis, index, { held, states });
  return {
    ...own,
    situation,
    freeState,
    statesUnder: (held, among) => {
      const states: (PickState | undefined)[] = [];
      for (const index of among) {
        const mask = held.get(index);
        const isHeld = mask !== undefined && mask !== situation.pins.get(index);
        states[index] = isHeld
          ? heldState(own.pickHeld(index, mask))
          : freeState(index, held, states);
      }
      return states;
    },
  };
}

function heldState({ status, picks }: OwnPick): PickState {
  return { status, applies: 'yes', isApplied: true, picks };
}

interface Basis {
  readonly own: OwnPicks;
  readonly situation: Situation;
  readonly known: ReadonlyMap<number, Judged>;
  readonly calls: number;
  readonly isShown: ReturnType<typeof appliesEitherWay>;
  /** By the decision and the held picks that it depends on. */
  readonly found: Map<number | string, PickState>;
}

interface Around {
  readonly held: PinMasks;
  /** Of all decisions before. */
  readonly states: PickStates;
}

function freeStateIn(basis: Basis, index: number, around: Around): PickState {
  const { found, situation } = basis;
  const entry = situation.tables.decisions[index];
  if (entry === undefined) throw new Error(`There is no decision ${index}`);
  const key = keyOf(entry, around.held, situation.pins);
  const before = found.get(key);
  if (before !== undefined) return before;
  const state = stateOf(entry, basis, around);
  found.set(key, state);
  return state;
}

/** The index alone where none of its parents is held, as for most. */
function keyOf({ index, parents }: DecisionEntry, held: PinMasks, pins: PinMasks): number | string {
  let key: number | string = index;
  for (const parent of parents) {
    const mask = held.get(parent);
    if (mask !== undefined && mask !== pins.get(parent)) key = `${key} ${parent}=${mask}`;
  }
  return key;
}

function stateOf(entry: DecisionEntry, basis: Basis, around: Around): PickState {
  const applies = appliesUnder(entry, basis, around);
  if (applies === 'no') return { status: 'not-applicable', applies, isApplied: false, picks: 0 };
  const { status, picks } = basis.own.pickOf(entry.index);
  const isApplied = applies === 'yes' || isHeldByPicks(entry, basis.situation, around);
  return { status, applies, isApplied, picks };
}

function appliesUnder(
  entry: DecisionEntry,
  { own, situation, known, calls, isShown }: Basis,
  { held, states }: Around,
): Applicability['applies'] {
  const { pins } = situation;
  if (pins.has(entry.index) || entry.appliesWhen.length === 0) return 'yes';
  const isFree = entry.parents.every((parent) => held.get(parent) === pins.get(parent));
  const before = isFree ? known.get(entry.index) : undefined;
  if (before) return before.applicability.applies;
  const certain = isFree ? undefined : certainlyApplies(entry, situation, states);
  if (certain === undefined) return workedOut(entry, { own, situation, calls, isShown }, held);
  return certain ? 'yes' : 'no';
}

/** Calls that take no longer than a few examples. */
const FEW_CALLS = 100;

/** As for advice under pins. Where a proof may take long, examples may show sooner that it is undecided. */
function workedOut(
  entry: DecisionEntry,
  { own, situation, calls, isShown }: Pick<Basis, 'own' | 'situation' | 'calls' | 'isShown'>,
  held: PinMasks,
): Applicability['applies'] {
  const { tables, answers, pins } = situation;
  const others = new Map([...held].filter(([index]) => index !== entry.index));
  const judged = new Map(
    parentsOf(entry, tables, others).map((parent) => {
      const mask = others.get(parent);
      const isHeld = mask !== undefined && mask !== pins.get(parent);
      return [parent, isHeld ? own.tablesHeld(parent, mask) : own.tablesOf(parent)] as const;
    }),
  );
  const within = (most: number) =>
    applicabilityOf(entry, { tables, answers, pins: others, judged, calls: most });
  if (calls <= QUICK.calls) return within(calls).applies;
  const quick = within(FEW_CALLS);
  if (!quick.isBounded) return quick.applies;
  return isShown(entry.index, others) ? 'undecided' : within(calls).applies;
}

/** As the states of its parents show; undefined where they do not. */
function certainlyApplies(
  { appliesWhen }: DecisionEntry,
  { answers }: Situation,
  states: PickStates,
): boolean | undefined {
  let isOpen = false;
  for (const demands of appliesWhen) {
    const truths = demands.map((demand) => truthOf(demand, answers, states));
    if (truths.every((truth) => truth === true)) return true;
    if (!truths.includes(false)) isOpen = true;
  }
  return isOpen ? undefined : false;
}

function truthOf(
  demand: Demand,
  answers: Situation['answers'],
  states: PickStates,
): boolean | undefined {
  if ('slot' in demand) {
    const answer = answers[demand.slot] ?? 0;
    return meetsSoFar(answer, demand.masks);
  }
  const state = states[demand.decision];
  if (state === undefined || state.applies === 'no') return false;
  if (state.applies === 'undecided' || state.status === 'open') return undefined;
  return meets(state.picks, demand.masks);
}

/** By the answers given and the picks that lead now. */
function isHeldByPicks(
  { appliesWhen }: DecisionEntry,
  { answers }: Situation,
  { states }: Around,
): boolean {
  const isMet = (demand: Demand): boolean =>
    'slot' in demand
      ? meetsSoFar(answers[demand.slot] ?? 0, demand.masks) === true
      : meets(standingPicks(states[demand.decision]), demand.masks);
  return appliesWhen.some((demands) => demands.every(isMet));
}
