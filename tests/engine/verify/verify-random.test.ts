import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advise } from '../../../src/engine/advice/advise.ts';
import type { AnswerSheet } from '../../../src/model/answers.ts';
import type { KnowledgeBase } from '../../../src/model/knowledge.ts';
import { knowledgeIn, pinnedCases, situationIn } from '../../support/engine-arbitraries.ts';
import { knowledgeOf } from '../../support/engine-builders.ts';
import { knownOf, readableBy } from '../../support/engine-differences.ts';
import { mutated, mutations } from '../../support/engine-mutations.ts';
import { recordedIn, recordedQuickly } from '../../support/record-view.ts';
import { numRuns } from '../../support/runs.ts';
import { allVerified, verified } from '../../support/verified.ts';

/** A record of each decision, without triggers. */
function recordsIn(knowledge: KnowledgeBase, sheet: AnswerSheet) {
  return [...knowledge.decisions.keys()].map((id) => recordedQuickly(knowledge, sheet, id));
}

/** What `recommend` says on one decision. */
function directly(knowledge: KnowledgeBase, sheet: AnswerSheet, id: string) {
  const { decisions } = advise(knowledge, { ...knownOf(sheet, knowledge), decisions: [id] });
  return decisions.find((each) => each.id === id);
}

test('a record is unchanged under the knowledge and the answers that it was made with', () => {
  fc.assert(
    fc.property(pinnedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const sheet = { ...situationIn(each), notes: new Map() };
      const records = [...knowledge.decisions.keys()].map((id) => recordedIn(knowledge, sheet, id));
      for (const verdict of allVerified(records, knowledge)) {
        expect(verdict).toMatchObject({ outcome: 'unchanged', causes: [], fired: [] });
      }
    }),
    { numRuns },
  );
});

test('with other answers it comes to what is recommended for these, with a cause if that is not the same', () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(pinnedCases, pinnedCases, (each, other) => {
      const knowledge = knowledgeIn(each);
      const today = readableBy([knowledge], other);
      const given = knownOf(today, knowledge);
      const now = { ...today, ...given };
      for (const record of recordsIn(knowledge, { ...situationIn(each), notes: new Map() })) {
        const { outcome, before, after, causes } = verified(record, knowledge, now);
        const advice = directly(knowledge, now, record.decision);
        expect(after?.recommended).toEqual(advice?.recommended);
        expect(after?.status).toBe(advice?.status);
        expect(causes.length > 0).toBe(outcome !== 'unchanged');
        if (outcome === 'unchanged') expect(after?.recommended).toEqual(before?.recommended);
        outcomes.add(outcome);
      }
    }),
    { numRuns },
  );
  expect([...outcomes].toSorted()).toEqual([
    ...['certainty-changed', 'not-decidable', 'pick-changed', 'unchanged'],
  ]);
});

test('with other knowledge, and other answers, each record that is not unchanged has a cause', () => {
  const seen = { outcomes: new Set<string>(), causes: new Set<string>() };
  fc.assert(
    fc.property(pinnedCases, pinnedCases, mutations, (each, other, edits) => {
      const older = knowledgeIn(each);
      const newer = knowledgeOf(edits.reduce(mutated, each.spec));
      const sheet = readableBy([older, newer], each);
      const today = { ...sheet, ...knownOf(readableBy([newer], other), newer) };
      const records = recordsIn(older, { ...sheet, ...knownOf(sheet, older) });
      for (const { outcome, causes } of [
        ...allVerified(records, newer),
        ...allVerified(records, newer, today),
      ]) {
        expect(causes.length > 0).toBe(outcome !== 'unchanged');
        seen.outcomes.add(outcome);
        for (const { kind } of causes) seen.causes.add(kind);
      }
    }),
    { numRuns },
  );
  expect(seen.outcomes.size).toBe(4);
  expect(seen.causes.size).toBe(6);
});
