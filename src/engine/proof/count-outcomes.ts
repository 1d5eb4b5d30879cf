import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { OPEN } from './codes.ts';
import { MOST_COMPLETIONS } from './explore.ts';
import type { Kinds } from './kinds.ts';
import { listOutcomes, type Scene, sizeOf } from './list-outcomes.ts';
import { outcomeOf } from './world.ts';

/** How many completions come to each outcome; all of them, or some that were drawn. */
export interface Counted {
  readonly counts: ReadonlyMap<number, number>;
  readonly total: number;
  readonly isSampled: boolean;
}

const SAMPLES = 1_000;

/** Counts legal completions, each as often as there are answers of its kind (MODEL.md, section 4). */
export function countOutcomes(scene: Scene, seed: number): Counted {
  return sizeOf(scene.kinds) > MOST_COMPLETIONS ? drawn(scene, seed) : all(scene);
}

function all(scene: Scene): Counted {
  const weights = scene.kinds.reduce<readonly number[]>(
    (before, { counts }) => before.flatMap((weight) => counts.map((count) => weight * count)),
    [1],
  );
  const counts = new Map<number, number>();
  listOutcomes(scene).forEach((outcome, index) => {
    counts.set(outcome, (counts.get(outcome) ?? 0) + (weights[index] ?? 0));
  });
  return { counts, total: weights.reduce((sum, weight) => sum + weight, 0), isSampled: false };
}

function drawn({ line, sheet, kinds }: Scene, seed: number): Counted {
  const generator = xoroshiro128plus(seed);
  const counts = new Map<number, number>();
  const full = sheet.slice();
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    for (const each of kinds) {
      const die = uniformInt(generator, 0, legalAnswersOf(each) - 1);
      full[each.question] = codeAt(each, die);
    }
    const outcome = outcomeOf(line, full);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return { counts, total: SAMPLES, isSampled: true };
}

function legalAnswersOf({ counts }: Kinds): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The kind that the legal answer with this number is of. */
function codeAt({ codes, counts }: Kinds, number: number): number {
  let left = number;
  const index = counts.findIndex((count) => {
    left -= count;
    return left < 0;
  });
  return codes[index] ?? OPEN;
}
