import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf } from '../../src/common/counts.ts';
import { preparedFor } from '../../src/common/prepared.ts';
import { outlookOf } from '../../src/engine/advice/outlook.ts';
import type { DecisionTable } from '../../src/engine/table/decision-table.ts';
import { packTables, preparedTables } from '../../src/engine/table/prepared-tables.ts';
import { tablesFor } from '../../src/engine/table/tables.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { preparedSheet } from '../../src/knowledge/answers/prepared-sheets.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { answeredCases, knowledgeIn } from '../support/engine-arbitraries.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { numRuns } from '../support/runs.ts';

/** All that a table says, lazy or not. */
function saidBy({ questions, byQuestion, ...table }: DecisionTable) {
  return {
    ...table,
    rows: { ...table.rows, several: table.rows.several.map(({ slot }) => slot) },
    byQuestion: [...byQuestion.keys()],
    questions: questions.map((each) => ({
      ...{ slot: each.slot, several: each.several, weights: each.weights, added: each.added },
      ...{ effects: each.effects, literals: each.literals, columns: each.columns },
      ...{ classes: each.classes, certain: each.certain, lowest: each.lowest },
      ...{ mayRuleOut: each.mayRuleOut, rulesOut: each.rulesOut, alike: each.alike() },
      classOf: each.classes.map(({ mask }) => each.classOf(mask)),
    })),
  };
}

test('a table that was packed says the same', () => {
  fc.assert(
    fc.property(answeredCases, (each) => {
      const { decisions } = tablesFor(knowledgeIn(each));
      const sections = packTables(decisions);
      for (const { decision, tables } of decisions) {
        const unpacked = preparedTables(decision.id, (name) => sections.get(name));
        expect(unpacked?.map(saidBy)).toEqual(tables().map(saidBy));
      }
    }),
    { numRuns },
  );
});

/** The same knowledge, of which nothing is prepared. */
function unprepared(knowledge: KnowledgeBase): KnowledgeBase {
  return { ...knowledge, patterns: new Map(knowledge.patterns) };
}

test('what the build prepared of the built-in knowledge is what it would be worked out to be', async () => {
  const knowledge = await builtInKnowledge();
  const plain = unprepared(knowledge);
  expect(preparedFor(knowledge)?.('prospects')).toBeDefined();
  expect(preparedFor(plain)).toBeUndefined();
  for (const { decision, tables } of tablesFor(knowledge).decisions) {
    const own = tablesFor(plain).decisions.find((each) => each.decision.id === decision.id);
    expect(tables().map(saidBy)).toEqual(own?.tables().map(saidBy));
  }
  const nothing = {
    answers: new Map(),
    pins: new Map(),
    decisions: ['database', 'caching', 'nosql-type'],
  };
  expect(outlookOf(knowledge, nothing)).toEqual(outlookOf(plain, nothing));
  expect(countsOf(knowledge)).toEqual(countsOf(plain));
  for (const { id, text, place } of knowledge.profiles.values()) {
    const read = parseAnswerSheet({ file: place.file, text }, plain);
    expect(preparedSheet(id, knowledge)).toEqual(read);
  }
});
