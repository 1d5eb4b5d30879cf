import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { judgeWanted, situationOf } from '../../../src/engine/advice/situation.ts';
import { questionsIn, tablesFor } from '../../../src/engine/table/tables.ts';
import { parseAnswerSheet } from '../../../src/knowledge/answers/answer-sheet.ts';
import { assemble } from '../../support/assemble.ts';
import { generatedKnowledge, type Size } from './generated-knowledge.ts';

const SIZE: Size = { patterns: 66, decisions: 15, questions: 100 };

const READING = { file: 'reading.yaml', text: readFileSync('knowledge/reading.yaml', 'utf8') };

function generated(size: Size, seed = 1) {
  const { files, answers } = generatedKnowledge(size, seed);
  const file = (name: string) => ({ file: name, text: files.get(name) ?? '' });
  const documents = [...files.keys()].filter((name) => name.endsWith('.md')).map(file);
  const { knowledge, diagnostics } = assemble(
    [
      {
        ...{ documents, profiles: [], reading: [READING], complete: true },
        qualities: file('qualities.yaml'),
        questions: file('questions.yaml'),
        decisions: file('decisions.yaml'),
      },
    ],
    '0',
  );
  // The patterns of the catalogue belong to no decision, and are meant to.
  const others = diagnostics.filter(({ rule }) => rule !== 'pattern-in-no-decision');
  expect(others).toEqual([]);
  if (knowledge === undefined) throw new Error('Nothing was assembled');
  const sheet = parseAnswerSheet({ file: 'answers.yaml', text: answers }, knowledge);
  return { knowledge, sheet };
}

test.each([
  SIZE,
  { patterns: 4, decisions: 1, questions: 1 },
  { patterns: 21, decisions: 5, questions: 12 },
  { patterns: 20, decisions: 5, questions: 300 },
])('generated knowledge is sound, and as large as was asked for: %o', (size) => {
  const { knowledge, sheet } = generated(size);
  const { patterns, decisions, questions } = knowledge;
  expect({
    patterns: patterns.size,
    decisions: decisions.size,
    questions: questions.size,
  }).toEqual(size);
  expect(sheet.answers.size).toBeLessThanOrEqual(size.questions);
});

test('each decision reads at most twelve questions, for its picks and for whether it applies', () => {
  const { knowledge } = generated(SIZE);
  const { decisions } = tablesFor(knowledge);
  const situation = situationOf(knowledge, { answers: new Map(), pins: new Map() });
  for (const [index, { applicability }] of judgeWanted(situation, [])) {
    const own = questionsIn(decisions[index]?.tables() ?? []);
    const read = new Set([...own, ...applicability.dependsOn]);
    expect(read.size).toBeGreaterThan(4);
    expect(read.size).toBeLessThanOrEqual(12);
  }
});

test('some four questions of five are answered', () => {
  const { answers } = parse(generatedKnowledge({ ...SIZE, questions: 300 }, 1).answers);
  expect(Object.keys(answers).length).toBeGreaterThan(220);
  expect(Object.keys(answers).length).toBeLessThan(260);
});

test('the same seed makes the same knowledge, and another one other knowledge', () => {
  expect(generatedKnowledge(SIZE, 7)).toEqual(generatedKnowledge(SIZE, 7));
  expect(generatedKnowledge(SIZE, 8)).not.toEqual(generatedKnowledge(SIZE, 7));
});

test('patterns that no decision weighs change nothing of all that was there', () => {
  const [few, many] = [66, 100].map((patterns) => generatedKnowledge({ ...SIZE, patterns }, 1));
  for (const [name, text] of few?.files ?? []) {
    expect(many?.files.get(name)?.startsWith(text.slice(0, text.indexOf('[^s0]: ')))).toBe(true);
  }
});
