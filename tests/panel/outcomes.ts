import { type Advised, isAccepted } from './advised.ts';
import { type Expected, expectedOn, isHit } from './expected.ts';
import { labelsOn } from './labels.ts';
import { POINTS, type Point } from './points.ts';

/** A label that counts, and what the advice picks there. */
export interface Outcome {
  readonly of: Advised;
  readonly point: Point;
  readonly expected: Expected;
  /** Absent where the sheet is refused. */
  readonly picks?: readonly string[];
}

export function outcomesOf(of: Advised): Outcome[] {
  return POINTS.flatMap((point) => {
    const expected = expectedOn(point, of.of.judges);
    if (expected === undefined) return [];
    if (!isAccepted(of)) return [{ of, point, expected }];
    return [{ of, point, expected, picks: labelsOn(point.decision, of.given.advice) }];
  });
}

export function isMet({ picks, expected }: Outcome): boolean {
  return picks !== undefined && isHit(picks, expected);
}
