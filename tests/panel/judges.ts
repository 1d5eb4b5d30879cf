import type { Judges } from './expected.ts';
import type { Point } from './points.ts';

/** How often two judges name the same pick, however sure they are. */
export interface Same {
  readonly same: number;
  readonly number: number;
}

export function samePicks(all: readonly Judges[], points: readonly Point[]): Same {
  const pairs = points.flatMap(({ name }) =>
    all.flatMap(([one, two]) => {
      const [first, second] = [one[name], two[name]];
      return first === undefined || second === undefined ? [] : [[first, second] as const];
    }),
  );
  const same = pairs.filter(([first, second]) => first.picks[0] === second.picks[0]);
  return { same: same.length, number: pairs.length };
}
