import { expect, test } from 'vitest';
import { drawing } from '../fuzz/cases.ts';
import { faultOf } from '../fuzz/faults.ts';
import { grammarVocabulary } from '../support/grammar-vocabulary.ts';
import { numRuns } from '../support/runs.ts';

const SEED = 1;

test('random documents are read without an error, and every reported place stands in them', () => {
  const [draw, vocabulary] = [drawing(2_000), grammarVocabulary()];
  for (let seed = SEED; seed < SEED + numRuns; seed += 1) {
    const fault = faultOf(draw(seed), vocabulary);
    expect({ seed, fault }).toEqual({ seed, fault: undefined });
  }
});
