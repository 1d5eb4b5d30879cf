import type { Status } from '../../model/advice.ts';
import { type Applicability, applicabilityOf, parentsOf } from '../decide/applies.ts';
import { type Judged, QUICK, type Situation } from '../decide/judge.ts';
import { meets, meetsSoFar } from '../table/conditions.ts';
import type { DecisionEntry, Demand, PinMasks } from '../table/tables.ts';
import { type Examples, examplesOf } from './examples.ts';
import { type OwnPick, type OwnPicks, ownPicks } from './own-picks.ts';

/** What a decision comes to while some picks are held; each thing is worked out when it is first asked for. */
export interface PickState {
  /** Who wins, were it to apply. */
  readonly own: OwnPick;
  /** The status of `own`; not applicable where it never applies. */
  readonly status: Status;
  readonly applies: Applicability['applies'];
  /** It applies for certain, or by the answers given and the picks that lead now. */
  readonly isApplied: boolean;
}

/** By the index of the decision; undefined if there is none. */
export type PickStates = (index: number) => PickState | undefined;

/** What is picked as it stands: several where several are, or are tied. */
export function standingPicks(state: PickState | undefined): number {
  return state?.isApplied ? state.own.picks : 0;
}

/** What decisions come to while picks are held in place of their own, beside the pins. */
export interface HeldPicks extends OwnPicks {
  readonly situation: Situation;
  /** The states of all decisions; `held` includes the pins. */
  readonly statesUnder: (held: PinMasks) => PickStates;
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
  const examples = examplesOf(situation);
  const basis: Basis = { own, situation, known, calls, examples, found: new Map() };
  const freeState: HeldPicks['freeState'] = (index, held, states) =>
    freeStateIn(basis, index, { held, states });
  return {
    ...own,
    situation,
    freeState,
    statesUnder: (held) => {
      const found: PickState[] = [];
      const states: PickStates = (index) => {
        if (index < 0) return undefined;
        const mask = held.get(index);
        const isHeld = mask !== undefined && mask !== situation.pins.get(index);
        found[index] ??= isHeld
          ? heldState(own.pickHeld(index, mask))
          : freeState(index, held, states);
        return found[index];
      };
      return states;
    },
  };
}

function heldState(own: OwnPick): PickState {
  return { own, status: own.status, applies: 'yes', isApplied: true };
}

interface Basis {
  readonly own: OwnPicks;
  readonly situation: Situation;
  readonly known: ReadonlyMap<number, Judged>;
  readonly calls: number;
  readonly examples: Examples;
  /** By the decision and the held picks that it depends on. */
  readonly found: Map<number | string, PickState>;
}

interface Around {
  readonly held: PinMasks;
  readonly states: PickStates;
}

function freeStateIn(basis: Basis, index: number, around: Around): PickState {
  const { found, situation } = basis;
  const entry = situation.tables.decisions[index];
  if (entry === undefined) throw new Error(`There is no decision ${index}`);
  const key = keyOf(entry, around.held, situation.pins);
  const before = found.get(key);
  if (before !== undefined) return before;
  const state = new FreeState(entry, basis, around);
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

/** Most combinations are not broken whether a decision applies or not, so that few states are asked for that. */
class FreeState implements PickState {
  readonly #entry: DecisionEntry;
  readonly #basis: Basis;
  readonly #around: Around;
  #seen: Seen | undefined;
  #applies: Applicability['applies'] | undefined;
  #isApplied: boolean | undefined;

  constructor(entry: DecisionEntry, basis: Basis, around: Around) {
    this.#entry = entry;
    this.#basis = basis;
    this.#around = around;
  }

  get own(): OwnPick {
    return this.#basis.own.pickOf(this.#entry.index);
  }

  get status(): Status {
    return this.applies === 'no' ? 'not-applicable' : this.own.status;
  }

  get applies(): Applicability['applies'] {
    if (this.#applies === undefined) {
      const seen = this.#shown();
      this.#applies =
        seen === 'not seen' ? workedOut(this.#entry, this.#basis, this.#around.held) : seen;
    }
    return this.#applies;
  }

  get isApplied(): boolean {
    this.#isApplied ??= this.#isAppliedNow();
    return this.#isApplied;
  }

  /** Where nothing is certain the picks that lead now decide; one example shows that the opposite is not certain. */
  #isAppliedNow(): boolean {
    const seen = this.#applies ?? this.#shown();
    if (seen === 'yes' || seen === 'no') return seen === 'yes';
    const isLed = isHeldByPicks(this.#entry, this.#basis.situation, this.#around);
    if (seen === 'undecided') return isLed;
    const others = without(this.#around.held, this.#entry);
    if (this.#basis.examples.isShown(this.#entry.index, isLed ? 'yes' : 'no', others)) return isLed;
    return this.applies === 'undecided' ? isLed : this.applies === 'yes';
  }

  #shown(): Seen {
    this.#seen ??= seenOf(this.#entry, this.#basis, this.#around);
    return this.#seen;
  }
}

type Seen = Applicability['applies'] | 'not seen';

/** Whether a decision applies, as far as that takes no diagram. */
function seenOf(entry: DecisionEntry, { situation, known }: Basis, { held, states }: Around): Seen {
  const { pins } = situation;
  if (pins.has(entry.index) || entry.appliesWhen.length === 0) return 'yes';
  const isFree = entry.parents.every((parent) => held.get(parent) === pins.get(parent));
  const before = isFree ? known.get(entry.index) : undefined;
  if (before) return before.applicability.applies;
  const certain = certainlyApplies(entry, situation, states);
  if (certain === undefined) return 'not seen';
  return certain ? 'yes' : 'no';
}

/** Calls that take no longer than a few examples. */
const FEW_CALLS = 100;

/** As for advice under pins. Where a proof may take long, examples may show sooner that it is undecided. */
function workedOut(
  entry: DecisionEntry,
  { own, situation, calls, examples }: Basis,
  held: PinMasks,
): Applicability['applies'] {
  const { tables, answers, pins } = situation;
  const others = without(held, entry);
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
  return examples.isEitherWay(entry.index, others) ? 'undecided' : within(calls).applies;
}

function without(held: PinMasks, { index }: DecisionEntry): PinMasks {
  return held.has(index) ? new Map([...held].filter(([each]) => each !== index)) : held;
}

/** As the states of its parents show; undefined if they do not. */
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
  const state = states(demand.decision);
  if (state === undefined) return false;
  const { status, picks } = state.own;
  if (status === 'open') return undefined;
  if (!meets(picks, demand.masks) || state.applies === 'no') return false;
  return state.applies === 'yes' ? true : undefined;
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
      : meets(standingPicks(states(demand.decision)), demand.masks);
  return appliesWhen.some((demands) => demands.every(isMet));
}
