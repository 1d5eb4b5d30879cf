import { randomInt } from 'node:crypto';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    fastCheckSeed: number;
  }
}

/** Draws the seed of all random cases of a run, unless `FC_SEED` names one, and says how to have the same cases again. */
export function setup(project: TestProject): void {
  const { FC_SEED: given } = process.env;
  const seed = given ? Number(given) : randomInt(2 ** 31);
  if (!Number.isInteger(seed)) throw new Error(`FC_SEED is no whole number: \`${given}\``);
  project.provide('fastCheckSeed', seed);
  process.stdout.write(`fast-check seed ${seed} (FC_SEED=${seed} repeats this run)\n`);
}
