import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { picksAmong } from './judge-table.ts';
import { winnersUnder } from './pairs.ts';
import type { Distribution } from './queries.ts';
import type { Level, Residual } from './residual.ts';

const SAMPLES = 1_000;
const SEED = 20_261_129;

/** The outcomes of random completions, the same in each run: for residuals that are too much to compile. */
export function sampledDistribution(residual: Residual): Distribution {
  const generator = xoroshiro128plus(SEED);
  const found = new Map<number, number>();
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const answers = residual.levels.map((level) =>
      classAt(level, uniformInt(generator, 0, countIn(level) - 1)),
    );
    const picks = picksAmong(residual, winnersUnder(residual, answers));
    found.set(picks, (found.get(picks) ?? 0) + 1 / SAMPLES);
  }
  return found;
}

function countIn({ classes }: Level): number {
  return classes.reduce((sum, { weight }) => sum + weight, 0);
}

/** The class of the legal answer with this number. */
function classAt({ classes }: Level, number: number): number {
  let left = number;
  return classes.findIndex(({ weight }) => {
    left -= weight;
    return left < 0;
  });
}
