import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampledDistribution, sharesOf } from '../../src/engine/advice/shares.ts';
import { judgeWanted, situationOf } from '../../src/engine/advice/situation.ts';
import { distributionOf } from '../../src/engine/decide/queries.ts';
import {
  type Case,
  cases,
  knowledgeIn,
  pinnedCases,
  situationIn,
} from '../support/engine-arbitraries.ts';
import { largeCases } from '../support/engine-large-cases.ts';
import { truthIn } from '../support/engine-runs.ts';
import { exactShares, sharesBy } from '../support/engine-shares.ts';
import { numRuns } from '../support/runs.ts';

/** The open decisions of a case, judged. */
function openIn(each: Case) {
  const judged = judgeWanted(situationOf(knowledgeIn(each), situationIn(each)), []);
  return [...judged.values()].filter(({ status }) => status === 'open');
}

describe.each([
  ['without pins', cases],
  ['with pins', pinnedCases],
])('shares of open decisions, %s,', (_, arbitrary) => {
  test('are those of counting every completion', () => {
    fc.assert(
      fc.property(arbitrary, (each) => {
        const { pins } = situationIn(each);
        const truth = truthIn(each);
        for (const judged of openIn(each)) {
          const { decision } = judged.entry;
          const { outcomes } = truth.get(decision.id) ?? { outcomes: new Map() };
          expect({ id: decision.id, ...sharesOf(judged) }).toEqual({
            id: decision.id,
            ...sharesBy(outcomes, decision, pins.has(decision.id)),
          });
        }
      }),
      { numRuns },
    );
  });
});

/** One of the eight questions that have four choices takes several of them. */
const largeCasesWithSets: fc.Arbitrary<Case> = fc
  .tuple(largeCases, fc.boolean(), fc.option(fc.integer({ min: 2, max: 3 })))
  .map(([each, several, limit]) => {
    const questions = each.spec.questions.map((question) =>
      question.id === 'w0' && several
        ? { ...question, several, ...(limit !== null && { limit }) }
        : question,
    );
    return { ...each, spec: { ...each.spec, questions } };
  });

test('shares are exact where there are too many completions to list', () => {
  fc.assert(
    fc.property(largeCasesWithSets, (each) => {
      for (const judged of openIn(each)) {
        const { decision } = judged.entry;
        expect(sharesOf(judged)).toEqual(
          exactShares(knowledgeIn(each), decision, situationIn(each)),
        );
      }
    }),
    { numRuns: Math.ceil(numRuns / 10) },
  );
});

describe('random completions, for what is too much to compile,', () => {
  test('come near the exact distribution', () => {
    const distances = fc.sample(largeCasesWithSets, 30).flatMap((each) =>
      openIn(each).flatMap(({ tables }) =>
        tables.flatMap(({ residual, diagram }) => {
          if (diagram === undefined) return [];
          const sampled = sampledDistribution(residual);
          return [...distributionOf(diagram)].map(([outcome, share]) =>
            Math.abs(share - (sampled.get(outcome) ?? 0)),
          );
        }),
      ),
    );
    expect(distances.length).toBeGreaterThan(30);
    expect(distances.filter((each) => each > 0.05).length).toBeLessThan(distances.length / 50);
    expect(Math.max(...distances)).toBeLessThan(0.1);
  });

  test('are the same each time', () => {
    const [each] = fc.sample(largeCasesWithSets, { numRuns: 1, seed: 3 });
    const residuals = openIn(
      each ?? {
        spec: { qualities: {}, questions: [], patterns: [], decisions: [] },
        answers: {},
        pins: {},
      },
    ).flatMap(({ tables }) => tables.map(({ residual }) => residual));
    const thousandths = residuals.map((residual) =>
      [...sampledDistribution(residual)].map(([picks, share]) => [
        picks,
        Math.round(1_000 * share),
      ]),
    );
    expect(thousandths).toEqual([
      [
        [2, 333],
        [0, 667],
      ],
      [
        [4, 745],
        [0, 255],
      ],
      [[0, 1_000]],
      [
        [4, 669],
        [0, 331],
      ],
    ]);
  });
});
