import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tablesFor } from '../../src/engine/table/tables.ts';
import { type Case, knowledgeIn, pinnedCases } from '../support/engine-arbitraries.ts';
import { featuresOf } from '../support/engine-features.ts';
import { wideCases } from '../support/engine-wide-cases.ts';

/** How often each occurs. */
function tally(found: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const each of found) times.set(each, (times.get(each) ?? 0) + 1);
  return times;
}

test('the random cases reach every status of every kind of decision, and what is hard to judge', () => {
  const sample = fc.sample(pinnedCases, { numRuns: 400, seed: 7 });
  const unpinned = sample.map((each): Case => ({ ...each, pins: {} }));
  const times = tally([...sample, ...unpinned].flatMap(featuresOf));
  const rare = EXPECTED.filter((feature) => (times.get(feature) ?? 0) < 8);
  expect(rare.map((feature) => [feature, times.get(feature)])).toEqual([]);
});

const EXPECTED = [
  'one pick that is settled',
  'one pick that is open',
  'one pick that is tied',
  'one pick that is infeasible',
  'one pick that is not-applicable',
  'several picks with a baseline that is settled',
  'several picks with a baseline that is open',
  'several picks with a baseline that is not-applicable',
  'several picks without a baseline that is settled',
  'several picks without a baseline that is open',
  'settled where it applies is undecided',
  'open where it applies is undecided',
  'tied where it applies is undecided',
  'an open pick tied at times',
  'an open pick where nothing stands at times',
  'a condition over 2 open questions',
  'a condition over 3 open questions',
  'a hard rule on an open set with a limit',
  'a hard rule on an open set with a choice alone',
  'a winner that is ruled out at times',
  'a parent that is open',
  'a parent that is tied',
  'a parent that is infeasible',
  'a parent where it applies is undecided',
  'a parent of several picks that is open',
  'a parent of several picks that is settled',
  'a pinned parent that is open',
  'a pinned parent that is infeasible',
  'a pinned child',
  'a child of a child',
  'a child of several picks',
];

test('the cases with a wide question have more than 100 kinds of answers to it, often enough', () => {
  const sample = fc.sample(wideCases, { numRuns: 60, seed: 7 });
  const isWide = sample.map((each) => {
    if ('wide' in each.answers) return false;
    const { decisions, slots } = tablesFor(knowledgeIn(each));
    const wide = slots.get('wide')?.index ?? -1;
    const tables = decisions.flatMap((decision) => decision.tables());
    return tables.some(({ byQuestion }) => (byQuestion.get(wide)?.classes.length ?? 0) > 100);
  });
  expect(isWide.filter(Boolean).length).toBeGreaterThan(10);
});
