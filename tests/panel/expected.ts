import type { Judgement } from './judgement.ts';
import type { Point } from './points.ts';

/** A label that counts: both judges name it, and neither calls it weak. */
export interface Expected {
  readonly label: string;
  /** The label, and what both judges accept beside it. */
  readonly accepted: readonly string[];
  readonly confidence: Confidence;
}

export type Confidence = 'strong' | 'moderate';

export type Judges = readonly [Judgement, Judgement];

export function expectedOn({ name }: Point, [one, two]: Judges): Expected | undefined {
  const [first, second] = [one[name], two[name]];
  const label = first?.picks[0];
  if (first === undefined || second === undefined || label === undefined) return undefined;
  if (label !== second.picks[0]) return undefined;
  const confidences = [first.confidence, second.confidence];
  if (confidences.includes('weak')) return undefined;
  const isStrong = confidences.every((each) => each === 'strong');
  return {
    label,
    accepted: [label, ...first.others.filter((other) => second.others.includes(other))],
    confidence: isStrong ? 'strong' : 'moderate',
  };
}

/** A single pick that the judges accept; a tie is a miss. */
export function isHit(picks: readonly string[], { accepted }: Expected): boolean {
  const [pick] = picks;
  return picks.length === 1 && pick !== undefined && accepted.includes(pick);
}
