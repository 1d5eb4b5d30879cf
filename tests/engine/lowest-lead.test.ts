import fc from 'fast-check';
import { expect, test } from 'vitest';
import { situationOf } from '../../src/engine/advice/situation.ts';
import { lowestLead, type Rivalry } from '../../src/engine/explain/contrasts.ts';
import { masksOf } from '../../src/engine/table/slots.ts';
import { tablesFor } from '../../src/engine/table/tables.ts';
import type { Decision } from '../../src/model/decision.ts';
import { type Case, cases, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { knowledgeOf } from '../support/engine-builders.ts';
import { leastLead } from '../support/engine-leads.ts';
import { worldsIn } from '../support/engine-runs.ts';
import { wideCases } from '../support/engine-wide-cases.ts';
import { techniquesOf } from '../support/engine-worlds.ts';
import { numRuns } from '../support/runs.ts';

test.each([
  ['', cases, numRuns],
  [', with a question that has over 100 legal answers', wideCases, Math.ceil(numRuns / 5)],
])(
  'the lowest lead is the least over all completions that leave the rival standing%s',
  (...row) => {
    const [, arbitrary, runs] = row;
    const seen = { leads: 0, none: 0 };
    fc.assert(
      fc.property(arbitrary, (each) => {
        for (const { found, expected } of leadsIn(each)) {
          expect(found).toEqual(expected);
          seen[found.lead === undefined ? 'none' : 'leads'] += 1;
        }
      }),
      { numRuns: runs },
    );
    expect(Math.min(seen.leads, seen.none)).toBeGreaterThan(runs);
  },
);

/** The lowest lead of each alternative over each rival, as the engine and as all completions have it. */
function leadsIn(each: Case) {
  const knowledge = knowledgeIn(each);
  const {
    answers,
    tables: { decisions },
  } = situationOf(knowledge, situationIn(each));
  const worlds = worldsIn(each);
  return decisions.flatMap(({ decision, tables }) =>
    rivalriesIn(decision).map((rivalry) => ({
      found: { ...rivalry, lead: lowestLead(tables(), rivalry, answers) },
      expected: { ...rivalry, lead: leastLead(rivalry, decision, worlds) },
    })),
  );
}

/** Each alternative over each other one; where several may be picked, each technique over not having it. */
function rivalriesIn(decision: Decision): Rivalry[] {
  const ids = decision.alternatives.map(({ id }) => id);
  if (decision.several) return techniquesOf(decision).map((alternative) => ({ alternative }));
  return ids.flatMap((alternative) =>
    ids.filter((over) => over !== alternative).map((over) => ({ alternative, over })),
  );
}

test('there is no lowest lead over a rival that every joint answer rules out', () => {
  const all = ['x', 'y'].flatMap((q) => ['x', 'y'].map((r) => `q: ${q} & r: ${r}`));
  const knowledge = knowledgeOf({
    qualities: {},
    questions: ['q', 'r'].map((id) => ({ id, choices: { x: {}, y: {} } })),
    patterns: [{ id: 'a' }, { id: 'b', ruledOutWhen: all }],
    decisions: [{ id: 'd', alternatives: ['a', 'b'], driving: [] }],
  });
  const { decisions, questions } = tablesFor(knowledge);
  const tables = decisions.flatMap((entry) => entry.tables());
  const nothing = masksOf(new Map(), questions);
  expect(lowestLead(tables, { alternative: 'a', over: 'b' }, nothing)).toBeUndefined();
});
