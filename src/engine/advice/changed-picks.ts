import { largest } from '../../common/lists.ts';
import type { Decision } from '../../model/decision.ts';
import { maskOf } from '../table/masks.ts';
import type { PinMasks } from '../table/tables.ts';
import { isApplied } from './conflicts.ts';
import type { Picked, Picks } from './picks-under.ts';

/** Another pick; where several may be picked, one technique more if it is not picked, else one less. */
export interface Change {
  readonly decision: string;
  readonly alternative: string;
}

/** What it takes to try other picks. */
export interface Trial {
  /** In their order: what a decision depends on stands before it. */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly pins: PinMasks;
  /** What decisions come to under some pins. */
  readonly picksUnder: (pins: PinMasks) => Picks;
  /** The score of an alternative; no pick changes it. */
  readonly scoreOf: (decision: string, alternative: string) => number;
}

/** What is advised once some picks are others. */
export interface Changed {
  readonly picked: Picks;
  /** By how many points each change falls behind what would be picked without it; in the order of the changes. */
  readonly losses: readonly number[];
  /** A decision with several picks that is ruled out as it is held now: a further change of it may lift that. */
  readonly blocked?: string;
}

export type PickChanger = (changes: readonly Change[]) => Changed | undefined;

/**
 * Says what some changed picks come to: each is held like a pin, and decisions that depend on it are decided anew. Undefined
 * where a change is none: the decision does not apply or is pinned, the pick is the same, or it is ruled out.
 */
export function pickChanger(trial: Trial): PickChanger {
  return (changes) => {
    let walk: Walk | undefined = { held: trial.pins, losses: new Map() };
    for (const decision of trial.decisions.values()) {
      const own = changes.filter((change) => change.decision === decision.id);
      if (own.length > 0) walk = walk && step({ decision, own }, walk, trial);
    }
    if (walk === undefined) return undefined;
    const { held, losses, blocked } = walk;
    return {
      ...(blocked !== undefined && { blocked }),
      picked: trial.picksUnder(held),
      losses: changes.map((change) => losses.get(change) ?? 0),
    };
  };
}

/** From one changed decision to the next, in their order. */
interface Walk {
  /** The pins, and the changed picks so far. */
  readonly held: PinMasks;
  readonly losses: ReadonlyMap<Change, number>;
  readonly blocked?: string;
}

interface Turn {
  readonly decision: Decision;
  readonly own: readonly Change[];
}

function step({ decision, own }: Turn, walk: Walk, trial: Trial): Walk | undefined {
  const { held, losses } = walk;
  const index = trial.indexOf.get(decision.id) ?? -1;
  const before = trial.picksUnder(held).get(decision.id);
  if (before === undefined || held.has(index)) return undefined;
  const pick = pickAfter(own, decision, before);
  if (pick === undefined) return undefined;
  const ids = decision.alternatives.map(({ id }) => id);
  const longer = new Map([...held, [index, maskOf(pick, ids)]]);
  const isOut = trial.picksUnder(longer).get(decision.id)?.status === 'infeasible';
  if (isOut && !decision.several) return undefined;
  const lost = own.map((change) => [change, lossOf(change, before, trial)] as const);
  return {
    ...walk,
    held: longer,
    losses: new Map([...losses, ...lost]),
    ...(isOut && { blocked: decision.id }),
  };
}

/** The changed pick; undefined where it is none. */
function pickAfter(
  own: readonly Change[],
  decision: Decision,
  before: Picked,
): readonly string[] | undefined {
  const { recommended } = before;
  if (!isApplied(before) || before.status === 'infeasible') return undefined;
  if (decision.several) return toggled(own, decision, recommended);
  const [first, ...more] = own;
  const isSame = recommended.length === 1 && recommended[0] === first?.alternative;
  const isChange = recommended.length > 0 && more.length === 0 && !isSame;
  return first && isChange ? [first.alternative] : undefined;
}

/** In the order of the decision; its baseline where no technique is left. */
function toggled(
  own: readonly Change[],
  { alternatives, baseline }: Decision,
  picked: readonly string[],
): readonly string[] {
  const isToggled = (id: string) => own.some(({ alternative }) => alternative === id);
  const techniques = alternatives
    .map(({ id }) => id)
    .filter((id) => id !== baseline && picked.includes(id) !== isToggled(id));
  return techniques.length === 0 && baseline !== undefined ? [baseline] : techniques;
}

function lossOf(
  { decision, alternative }: Change,
  { recommended }: Picked,
  { decisions, scoreOf }: Trial,
): number {
  const score = scoreOf(decision, alternative);
  if (decisions.get(decision)?.several)
    return recommended.includes(alternative) ? score : 0 - score;
  return largest(recommended.map((each) => scoreOf(decision, each))) - score;
}
