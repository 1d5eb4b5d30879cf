import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseAnswerSheet } from '../../src/knowledge/answer-sheet.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { READERS, readAnswerFile, readCases } from './case.ts';
import { POINTS } from './points.ts';

const { knowledge } = await loadKnowledge({ knowledge: [], add: [] });
if (knowledge === undefined) throw new Error('the knowledge cannot be read');
const cases = await readCases();

function namesIn(folder: string): string[] {
  return readdirSync(new URL(folder, import.meta.url)).sort();
}

test('facts, labels and the answers of both readers are there for the same sixty cases', () => {
  const names = cases.map(({ id }) => `${id}.yaml`);
  expect(names).toHaveLength(60);
  for (const folder of ['facts/', 'labels/', 'answers/first/', 'answers/second/']) {
    expect(namesIn(folder)).toEqual(names);
  }
});

describe.each(READERS)("the %s reader's answers", (reader) => {
  test.each(cases.map(({ id }) => id))('to %s are answers to our questions', async (id) => {
    const { answers, system, pins } = parseAnswerSheet(await readAnswerFile(id, reader), knowledge);
    expect(system).toBe(id);
    expect(answers.size).toBeGreaterThan(0);
    expect(pins.size).toBe(0);
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
  for (const { main, also } of cases) {
    for (const { point, chosen } of [main, ...also]) {
      for (const label of chosen) {
        const id = known[point]?.alternatives[label] ?? label.replaceAll('_', '-');
        expect(known[point]?.ids).toContain(id);
      }
    }
  }
});
