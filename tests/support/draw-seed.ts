import { randomInt } from 'node:crypto';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    fastCheckSeed: number;
  }
}

/** The same random cases in each run, so that a push is never red by luck. */
const SEED = 1_313;

/** Sets the seed of all random cases: fixed, or drawn anew by `npm run test:deep`; `FC_SEED` names another one. */
export function setup(project: TestProject): void {
  const { FC_SEED: given } = process.env;
  const isDeep = project.vite.config.mode === 'deep';
  const seed = given ? Number(given) : isDeep ? randomInt(2 ** 31) : SEED;
  if (!Number.isInteger(seed)) throw new Error(`FC_SEED is no whole number: \`${given}\``);
  project.provide('fastCheckSeed', seed);
  if (given || isDeep)
    process.stdout.write(`fast-check seed ${seed}: repeat with FC_SEED=${seed}\n`);
}
