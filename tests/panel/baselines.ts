import { type Expected, isHit } from './expected.ts';
import type { Outcome } from './outcomes.ts';

type Labelled = Pick<Outcome, 'point' | 'expected'>;

/** How often always picking the plain alternative is a hit. */
export function plainHits(all: readonly Labelled[]): number {
  return all.filter(({ point, expected }) => isHit([point.plain], expected)).length;
}

/** How often always picking the label that a point has most often in `whole` is a hit. */
export function frequentHits(all: readonly Labelled[], whole: readonly Labelled[]): number {
  return all.filter(({ point, expected }) =>
    isHit(
      mostFrequent(whole.filter((each) => each.point === point).map((each) => each.expected)),
      expected,
    ),
  ).length;
}

function mostFrequent(all: readonly Expected[]): string[] {
  const countOf = (label: string) => all.filter((each) => each.label === label).length;
  const labels = [...new Set(all.map(({ label }) => label))];
  return labels.sort((a, b) => countOf(b) - countOf(a)).slice(0, 1);
}
