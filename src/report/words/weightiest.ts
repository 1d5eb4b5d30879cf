import type { Contribution } from '../../model/advice.ts';

/** The contributions that speak for something (1) or against it (−1) in a sentence, those of most points first. */
export function weightiest(contributions: readonly Contribution[], sign: 1 | -1): Contribution[] {
  return contributions
    .filter(({ points, claims }) => Math.sign(points) === sign && claims.length > 0)
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points));
}
