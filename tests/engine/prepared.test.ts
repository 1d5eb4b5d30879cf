import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf } from '../../src/common/counts.ts';
import { preparedFor } from '../../src/common/prepared.ts';
import { advise } from '../../src/engine/advice/advise.ts';
import { outlookOf } from '../../src/engine/advice/outlook.ts';
import { childrenOf, type Diagram } from '../../src/engine/decide/diagram.ts';
import { judge, THOROUGH } from '../../src/engine/decide/judge.ts';
import {
  type JudgedTable,
  judgeTable,
  judgeUnanswered,
} from '../../src/engine/decide/judge-table.ts';
import { packDiagrams, preparedDiagram } from '../../src/engine/decide/prepared-diagrams.ts';
import { distributionOf, questionsOf } from '../../src/engine/decide/queries.ts';
import type { DecisionTable } from '../../src/engine/table/decision-table.ts';
import {
  packTables,
  packUnanswered,
  preparedTables,
  preparedUnanswered,
} from '../../src/engine/table/prepared-tables.ts';
import { type AnswerMasks, masksOf } from '../../src/engine/table/slots.ts';
import { type Tables, tablesFor } from '../../src/engine/table/tables.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { preparedSheet } from '../../src/knowledge/answers/prepared-sheets.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { answeredCases, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { drawingFrom } from '../support/random-sheets.ts';
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

/** All that a diagram says: its nodes, the class of each legal answer, and what may be known of it without its nodes. */
function saidByDiagram(diagram: Diagram, { questions }: Pick<Tables, 'questions'>) {
  const { root, size, levels } = diagram;
  return {
    root,
    known: { questions: questionsOf(diagram), outcomes: [...distributionOf(diagram)] },
    levels: levels.map(({ slot, classes, classOf }) => ({
      slot,
      classes: classes.map(({ mask, weight }) => ({ mask, weight })),
      classOf: questions[slot]?.legal().map(classOf),
    })),
    nodes: Array.from({ length: size }, (_, node) => ({
      level: diagram.levelOf(node),
      children: childrenOf(diagram, node),
    })),
  };
}

test('a diagram that was packed is the same, and puts each legal answer into the same class', () => {
  let compared = 0;
  fc.assert(
    fc.property(answeredCases, (each) => {
      const tables = tablesFor(knowledgeIn(each));
      const answers = new Int32Array(tables.questions.length);
      const judged = [
        ...judge(
          { tables, given: answers, answers, pins: new Map() },
          { depth: THOROUGH },
        ).values(),
      ];
      const { heads, nodes } = packDiagrams(judged);
      const sections = new Map([...packTables(tables.decisions), ...heads, ...nodes]);
      for (const { entry, tables: own } of judged) {
        const unpacked = preparedTables(entry.decision.id, (name) => sections.get(name)) ?? [];
        const said = (diagrams: readonly (Diagram | undefined)[]) =>
          diagrams.map((diagram) => diagram && saidByDiagram(diagram, tables));
        // A decision that never applies has no tables to judge.
        const prepared = unpacked.slice(0, own.length).map(preparedDiagram);
        expect(said(prepared)).toEqual(said(own.map((one) => one.diagram)));
        compared += own.filter(({ diagram }) => diagram).length;
      }
    }),
    { numRuns },
  );
  expect(compared).toBeGreaterThan(numRuns);
});

test('who wins with nothing answered wins whatever is answered that does not decide it', () => {
  let decided = 0;
  fc.assert(
    fc.property(answeredCases, (each) => {
      const { decisions, questions } = tablesFor(knowledgeIn(each));
      const judged = (table: DecisionTable, answers: AnswerMasks) =>
        judgeTable(table, answers, { questions, depth: THOROUGH });
      const nothing = new Int32Array(questions.length);
      const sections = packUnanswered(decisions, (table) => judged(table, nothing));
      for (const { decision, tables } of decisions) {
        const prepared = preparedUnanswered(decision.id, (name) => sections.get(name));
        const own = prepared?.questions ?? [];
        const given = masksOf(situationIn(each).answers, questions).map((mask, index) =>
          own.includes(index) ? 0 : mask,
        );
        for (const [index, table] of tables().entries()) {
          const winning = prepared?.tables[index] ?? expect.unreachable();
          const known = judgeUnanswered(table, given, { winning, depth: THOROUGH });
          expect(saidByJudged(known, questions)).toEqual(
            saidByJudged(judged(table, given), questions),
          );
        }
        if (given.some((mask) => mask !== 0)) decided += 1;
      }
    }),
    { numRuns },
  );
  expect(decided).toBeGreaterThan(numRuns / 10);
});

function saidByJudged(
  { diagram, residual, ...judged }: JudgedTable,
  questions: Tables['questions'],
) {
  const { racers, base } = residual;
  return { ...judged, racers, base, diagram: diagram && saidByDiagram(diagram, { questions }) };
}

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
  const few = { ...nothing, decisions: ['database', 'caching', 'cqrs-stores'] };
  expect(advise(knowledge, few)).toEqual(advise(plain, few));
  expect(preparedFor(knowledge)?.('diagram database 0')).toBeDefined();
  expect(preparedFor(knowledge)?.('nodes database 0')).toBeDefined();
  expect(preparedFor(knowledge)?.('unanswered database')).toBeDefined();
  expect(preparedFor(knowledge)?.('applies cqrs-stores')).toBeDefined();
  const { partial } = drawingFrom(plain, 1);
  for (const share of [0.05, 0.1, 0.2]) {
    const some = { ...few, answers: partial(share) };
    expect(advise(knowledge, some)).toEqual(advise(plain, some));
  }
  expect(countsOf(knowledge)).toEqual(countsOf(plain));
  for (const { id, text, place } of knowledge.profiles.values()) {
    const read = parseAnswerSheet({ file: place.file, text }, plain);
    expect(preparedSheet(id, knowledge)).toEqual(read);
  }
});
