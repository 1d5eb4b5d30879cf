import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/common/user-error.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { withIdsOf } from '../../src/knowledge/answers/older-knowledge.ts';
import { packProfiles } from '../../src/knowledge/answers/prepared-sheets.ts';
import type { LayerFiles } from '../../src/knowledge/layers.ts';
import { parseQuestions } from '../../src/knowledge/read/questions.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { assemble } from '../support/assemble.ts';
import { layer, soundLayer } from '../support/layers.ts';

const QUESTIONS = `groups: [{ id: scale, name: Scale }]
questions:
  - id: writes
    group: scale
    ask: How much is written?
    help: Count.
    choices: [{ id: few, label: Little, from: 0, to: 10 }, { id: many, label: A lot, from: 10 }]
  - id: data
    group: scale
    several: true
    limit: 2
    ask: Which data?
    help: Look.
    choices: [{ id: rows, label: Rows }, { id: pages, label: Pages }, { id: logs, label: Logs }]
  - id: nodes
    group: scale
    ask: How many machines?
    help: Count.
    choices: [{ id: '1', label: One }, { id: '3', label: Three }]
`;

const knowledge = made(`${QUESTIONS}renamed:
  - { question: updates, to: writes }
  - { question: data, choice: records, to: rows }
retired:
  - { question: domain, because: no use }
  - { question: writes, choice: '7', because: was a choice once }
  - { question: writes, choice: bursts, because: no use }
  - { question: data, choice: tapes, because: no use }
  - { question: nodes, choice: '2', because: no quorum }
`);

function made(questions: string, ...above: readonly LayerFiles[]): KnowledgeBase {
  const { knowledge: read } = assemble([soundLayer({ questions }), ...above], 'abc');
  return read ?? expect.unreachable();
}

function read(text: string, known = knowledge) {
  const { answers, notes, former, retired } = parseAnswerSheet({ file: 'a.yaml', text }, known);
  return { answers: Object.fromEntries(answers), notes: [...notes], former, retired };
}

function refused(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what is retired', () => {
  test('is reported with its reason and its place', () => {
    expect(read('answers:\n  domain: shop\n  data: [rows, tapes]\n').retired).toEqual([
      { id: 'domain', because: 'no use', place: { file: 'a.yaml', line: 2, column: 11 } },
      {
        id: 'tapes',
        of: 'data',
        because: 'no use',
        place: { file: 'a.yaml', line: 3, column: 9 },
      },
    ]);
  });

  test('takes its notes along, and no others', () => {
    const text = 'answers: {}\nnotes: { domain: guessed, writes: counted }';
    expect(read(text)).toMatchObject({ notes: [['writes', 'counted']], retired: [] });
  });

  test('stands beside old names', () => {
    const found = read('answers: { updates: bursts, data: [records, tapes] }');
    expect(found.answers).toEqual({ data: { choices: ['rows'] } });
    expect(found.former.map(({ from }) => from)).toEqual(['updates', 'records']);
    expect(found.retired.map(({ id, of }) => [id, of])).toEqual([
      ['bursts', 'writes'],
      ['tapes', 'data'],
    ]);
  });

  test('is not at odds with an answer to the same question', () => {
    expect(read('answers: { updates: bursts, writes: few }').answers).toEqual({
      writes: { choices: ['few'] },
    });
  });

  test('does not count towards the limit of a list', () => {
    expect(read('answers: { data: [tapes, pages, logs] }').answers).toEqual({
      data: { choices: ['pages', 'logs'] },
    });
    expect(refused('answers: { data: [tapes, rows, pages, logs] }')).toContain('at most 2');
  });

  test('leaves `unknown`, an empty list and other faults as they are', () => {
    expect(read('answers: { writes: unknown, data: [] }').answers).toEqual({
      writes: null,
      data: { choices: ['none'] },
    });
    expect(refused('answers: { nodes: [2, 1] }')).toContain('takes one choice');
    expect(refused('answers: { data: [tapes, { a: b }] }')).toMatch(/^a\.yaml:1:26: .* neither/);
  });

  test('may look like a number, which a band comes before', () => {
    expect(read('answers: { nodes: 2, writes: 7 }').answers).toEqual({
      writes: { choices: ['few'], number: 7 },
    });
  });

  test('is no pin', () => {
    expect(refused('pins: { domain: sql }')).toContain('Unknown decision `domain`');
  });

  test('is not prepared for a profile, so that its reader gets the notice', () => {
    const sheets = ['answers: { domain: shop }', 'answers: { writes: few }'].map((text, index) => {
      const sheet = parseAnswerSheet({ file: 'a.yaml', text }, knowledge);
      return [String(index), sheet] as const;
    });
    expect([...packProfiles(new Map(sheets)).keys()]).toEqual(['profile 1']);
  });
});

describe('of several layers', () => {
  const only = (list: string) =>
    layer({ questions: `groups: []\nquestions: []\n${list}\n`, reading: 'containers: {}' });
  const retiredBelow = `${QUESTIONS}retired: [{ question: changes, because: no use }]\n`;

  test('the last one gives the reason', () => {
    const both = made(retiredBelow, only('retired: [{ question: changes, because: ask writes }]'));
    expect(read('answers: { changes: few }', both).retired).toMatchObject([
      { id: 'changes', because: 'ask writes' },
    ]);
  });

  test('the last one says whether an id is retired or renamed', () => {
    const renamed = made(retiredBelow, only('renamed: [{ question: changes, to: writes }]'));
    expect(read('answers: { changes: few }', renamed)).toMatchObject({
      answers: { writes: { choices: ['few'] } },
      retired: [],
    });
    const retired = made(
      `${QUESTIONS}renamed: [{ question: changes, to: writes }]\n`,
      only('retired: [{ question: changes, because: no use }]'),
    );
    expect(read('answers: { changes: few }', retired)).toMatchObject({ answers: {}, former: [] });
  });

  test('one that offers a choice again brings it back', () => {
    const text = QUESTIONS.replace("{ id: '3'", "{ id: '2', label: Two }, { id: '3'");
    const below = `${QUESTIONS}retired: [{ question: nodes, choice: '2', because: no quorum }]\n`;
    const back = made(below, layer({ questions: text }));
    expect(read('answers: { nodes: 2 }', back)).toMatchObject({
      answers: { nodes: { choices: ['2'] } },
      retired: [],
    });
  });
});

describe('knowledge that reads answers meant for another', () => {
  const older = made(`${QUESTIONS.replace('{ id: logs', '{ id: tapes, label: Tapes }, { id: logs')}
  - { id: domain, group: scale, ask: Which?, help: Look, choices: [{ id: shop, label: Shop }, { id: bank, label: Bank }] }
`);
  const text = 'answers: { domain: shop, data: [tapes, rows] }';

  test('ignores what it has retired itself', () => {
    const { answers, retired } = read(text, withIdsOf(knowledge, older));
    expect(answers).toEqual({ data: { choices: ['rows'] } });
    expect(retired.map(({ id }) => id)).toEqual(['domain', 'tapes']);
  });

  test('takes what only the other has retired', () => {
    const { answers, retired } = read(text, withIdsOf(older, knowledge));
    expect(answers).toEqual({
      domain: { choices: ['shop'] },
      data: { choices: ['rows', 'tapes'] },
    });
    expect(retired).toEqual([]);
  });
});

describe('a list of what is retired in questions.yaml', () => {
  test.each([
    ['no question', '{ because: no use }', 'expected text, found nothing'],
    ['no reason', '{ question: a }', 'expected text, found nothing'],
    ['an empty reason', "{ question: a, because: ' ' }", 'is empty'],
    ['an unknown key', '{ question: a, because: b, to: c }', 'Unknown key `to`'],
    ['a decision', '{ decision: a, because: b }', 'Unknown key `decision`'],
    ['`unknown` as a choice', '{ question: a, choice: unknown, because: b }', 'is an answer to'],
  ])('is refused with %s', (_what, line, message) => {
    const source = `groups: []\nquestions: []\nretired:\n  - ${line}\n`;
    const result = parseQuestions({ file: 'questions.yaml', text: source });
    if (result.ok) throw new Error('it was accepted');
    expect(result.diagnostics.map((each) => [each.message, each.place.line])).toContainEqual([
      expect.stringContaining(message),
      4,
    ]);
  });
});
