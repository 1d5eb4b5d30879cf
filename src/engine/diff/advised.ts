import type { Decision } from '../../model/decision.ts';
import type { Judged } from '../decide/judge.ts';
import { judgedIn, type Stage } from './stage.ts';

/** One decision as two knowledge bases advise on it, both of which know it. */
export interface Advised {
  readonly id: string;
  readonly stages: readonly [before: Stage, after: Stage];
  readonly judged: readonly [before: Judged, after: Judged];
  readonly decisions: readonly [before: Decision, after: Decision];
}

export function advisedOn(id: string, stages: Advised['stages']): Advised {
  const [before, after] = [judgedIn(stages[0], id), judgedIn(stages[1], id)];
  const decisions = [before.entry.decision, after.entry.decision] as const;
  return { id, stages, judged: [before, after], decisions };
}

/** The alternatives that a side has pinned: it leaves out those that it does not know. */
export function pinsOf({ id, stages: [before, after] }: Advised) {
  return [before.known.pins.get(id), after.known.pins.get(id)] as const;
}

/** Pinned on both sides, so that only hard rules on what is pinned can move the pick. */
export function isPinned(advised: Advised): boolean {
  return pinsOf(advised).every((pin) => pin !== undefined);
}

/** Several may be picked on both sides. */
export function isOfSeveral({ decisions }: Advised): boolean {
  return decisions.every(({ several }) => several);
}
