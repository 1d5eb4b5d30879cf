import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { READERS, readAnswerFile, readCases, SETS } from './case.ts';
import { POINTS } from './points.ts';

const knowledge = await builtInKnowledge();
const sets = await Promise.all(
  SETS.map(async (set) => ({ set, cases: await readCases(set), size: set === '' ? 60 : 26 })),
);
const all = sets.flatMap(({ set, cases }) => cases.map(({ id }) => [id, set] as const));

function namesIn(folder: string): string[] {
  return readdirSync(new URL(folder, import.meta.url)).sort();
}

test.each(sets)(
  'facts, labels and the answers of both readers are there for the same cases: "$set"',
  ({ set, cases, size }) => {
    const names = cases.map(({ id }) => `${id}.yaml`);
    expect(names).toHaveLength(size);
    for (const folder of ['facts/', 'labels/', 'answers/first/', 'answers/second/']) {
      expect(namesIn(set + folder)).toEqual(names);
    }
  },
);

describe.each(READERS)("the %s reader's answers", (reader) => {
  test.each(all)('to %s are answers to our questions', async (id, set) => {
    const sheet = parseAnswerSheet(await readAnswerFile(id, reader, set), knowledge);
    expect(sheet.system).toBe(id);
    expect(sheet.answers.size).toBeGreaterThan(0);
    expect(sheet.pins.size).toBe(0);
  });
});

test('every label speaks of a decision and of alternatives that the program knows', () => {
  const { decisions } = knowledge;
  const alternativesOf = (id: string) =>
    decisions.get(id)?.alternatives.map((each) => each.id) ?? [];
  const known = Object.fromEntries(
    Object.entries(POINTS).map(([point, { decision, alternatives }]) => [
      point,
      {
        ids: [
          ...alternativesOf(decision),
          ...(point === 'database' ? alternativesOf('nosql-type') : []),
        ],
        alternatives,
      },
    ]),
  );
  for (const { main, also } of sets.flatMap(({ cases }) => cases)) {
    for (const { point, chosen } of [main, ...also]) {
      for (const label of chosen) {
        const id = known[point]?.alternatives[label] ?? label.replaceAll('_', '-');
        expect(known[point]?.ids).toContain(id);
      }
    }
  }
});
