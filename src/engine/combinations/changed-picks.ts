import type { DecisionAdvice } from '../../model/advice.ts';
import type { Pins } from '../../model/answers.ts';
import type { Decision } from '../../model/decision.ts';
import { isApplied } from './combinations.ts';
import type { Picked } from './picks-under.ts';

/** Another pick; where several may be picked, one technique more if it is not picked, else one less. */
export interface Change {
  readonly decision: string;
  readonly alternative: string;
}

/** What it takes to try other picks. */
export interface Trial {
  /** In their order: what a decision hangs on stands before it. */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly pins: Pins;
  /** What all decisions come to under some pins. */
  readonly picksUnder: (pins: Pins) => ReadonlyMap<string, Picked>;
  /** The scores of its alternatives, highest first; no pick changes them. */
  readonly rankings: ReadonlyMap<string, DecisionAdvice['ranking']>;
}

/** What is advised once some picks are others. */
export interface Changed {
  readonly picked: ReadonlyMap<string, Picked>;
  /** By how many points each change falls behind what would be picked without it; in the order of the changes. */
  readonly losses: readonly number[];
  /** A decision with several picks that is ruled out as it is held now: a further change of it may mend that. */
  readonly blocked?: string;
}

export type PickChanger = (changes: readonly Change[]) => Changed | undefined;

/**
 * Says what some changed picks come to: each is held like a pin, and decisions that hang on it are decided anew. Undefined
 * where a change is none: the decision does not apply or is pinned, the pick is the same, or it is ruled out.
 */
export function pickChanger(trial: Trial): PickChanger {
  const known = { ...trial, picksUnder: remember(trial.picksUnder) };
  return (changes) => {
    let walk: Walk | undefined = { held: trial.pins, losses: new Map() };
    for (const decision of trial.decisions.values()) {
      const own = changes.filter((change) => change.decision === decision.id);
      if (own.length > 0) walk = walk && step({ decision, own }, walk, known);
    }
    if (walk === undefined) return undefined;
    const { held, losses, blocked } = walk;
    return {
      ...(blocked !== undefined && { blocked }),
      picked: known.picksUnder(held),
      losses: changes.map((change) => losses.get(change) ?? 0),
    };
  };
}

/** From one changed decision to the next, in their order. */
interface Walk {
  /** The pins, and the changed picks so far. */
  readonly held: Pins;
  readonly losses: ReadonlyMap<Change, number>;
  readonly blocked?: string;
}

interface Turn {
  readonly decision: Decision;
  readonly own: readonly Change[];
}

function step({ decision, own }: Turn, walk: Walk, trial: Trial): Walk | undefined {
  const { held, losses } = walk;
  const before = trial.picksUnder(held).get(decision.id);
  if (before === undefined || held.has(decision.id)) return undefined;
  const pick = pickAfter(own, decision, before);
  if (pick === undefined) return undefined;
  const longer = new Map([...held, [decision.id, pick]]);
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

/** Asks only once for the same pins. */
function remember(picksUnder: Trial['picksUnder']): Trial['picksUnder'] {
  const before = new Map<string, ReadonlyMap<string, Picked>>();
  return (pins) => {
    const key = [...pins].map(([id, picks]) => `${id}=${picks}`).join(';');
    const picked = before.get(key) ?? picksUnder(pins);
    before.set(key, picked);
    return picked;
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
  { decisions, rankings }: Trial,
): number {
  const ranking = rankings.get(decision) ?? [];
  const score = ranking.find((each) => each.alternative === alternative)?.score ?? 0;
  const lead = ranking.find((each) => recommended.includes(each.alternative))?.score ?? 0;
  if (!decisions.get(decision)?.several) return lead - score;
  return recommended.includes(alternative) ? score : 0 - score;
}
