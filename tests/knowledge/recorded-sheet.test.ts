import { describe, expect, test } from 'vitest';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { recordedSheet } from '../../src/knowledge/answers/recorded-sheet.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { RecordedDecision } from '../../src/model/record.ts';
import { assemble } from '../support/assemble.ts';
import { soundLayer } from '../support/layers.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { aRecord } from '../support/record-arbitraries.ts';
import { recordedIn } from '../support/record-view.ts';

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
    ask: Which data?
    help: Look.
    choices: [{ id: rows, label: Rows }, { id: pages, label: Pages }, { id: bare, label: Bare }]
    exclusive: [bare]
renamed:
  - { question: q_writes, to: writes }
  - { question: data, choice: tables, to: rows }
  - { decision: shop, to: store }
  - { decision: store, alternative: rdbms, to: sql }
retired:
  - { question: disks, because: Nobody asks for disks any more. }
`;

function made(): KnowledgeBase {
  const { knowledge, diagnostics } = assemble([soundLayer({ questions: QUESTIONS })], 'abc');
  expect(diagnostics).toEqual([]);
  if (knowledge === undefined) throw new Error('nothing was assembled');
  return knowledge;
}

const knowledge = made();

function readOf(answers: RecordedDecision['answers'], pins: RecordedDecision['pins'] = {}) {
  const { sheet, unread } = recordedSheet(aRecord({ answers, pins }), knowledge);
  return { answers: [...sheet.answers], pins: [...sheet.pins], unread };
}

describe('what a record was decided with is read as it was', () => {
  test('choices, several of them, numbers and pins', () => {
    expect(readOf({ writes: 12, data: ['rows', 'pages'] }, { store: 'sql' })).toEqual({
      answers: [
        ['writes', { choices: ['many'], number: 12 }],
        ['data', { choices: ['rows', 'pages'] }],
      ],
      pins: [['store', ['sql']]],
      unread: [],
    });
  });

  test('the system, its part and the notes', () => {
    const record = aRecord({
      system: 'Shop',
      scope: 'Cart',
      notes: { writes: 'Measured.' },
      answers: {},
    });
    const { sheet } = recordedSheet(record, knowledge);
    expect(sheet).toEqual({
      ...{ system: 'Shop', scope: 'Cart', answers: new Map(), pins: new Map() },
      notes: new Map([['writes', 'Measured.']]),
    });
  });

  test('under the names of today', () => {
    expect(readOf({ q_writes: 'few', data: ['tables', 'pages'] }, { shop: 'rdbms' })).toEqual({
      answers: [
        ['writes', { choices: ['few'] }],
        ['data', { choices: ['rows', 'pages'] }],
      ],
      pins: [['store', ['sql']]],
      unread: [],
    });
  });

  test('each answer of the profiles that come with the program', async () => {
    const built = await builtInKnowledge();
    for (const { id, text } of built.profiles.values()) {
      const written = parseAnswerSheet({ file: id, text }, built);
      const { sheet, unread } = recordedSheet(recordedIn(built, written, 'database'), built);
      expect(sheet.answers).toEqual(new Map([...written.answers].filter(([, each]) => each)));
      expect(sheet.notes).toEqual(written.notes);
      expect(unread).toEqual([]);
    }
  });
});

describe('what is not known today is left out and named', () => {
  test.each<[string, RecordedDecision['answers'], unknown[], unknown[]]>([
    ['a question', { gone: 'yes' }, [], [{ answer: 'gone=yes' }]],
    ['a question with several choices', { gone: ['yes'] }, [], [{ answer: 'gone' }]],
    ['a choice', { writes: 'none-at-all' }, [], [{ answer: 'writes=none-at-all' }]],
    [
      'one choice of several',
      { data: ['rows', 'gone'] },
      [['data', { choices: ['rows'] }]],
      [{ answer: 'data=gone' }],
    ],
    ['all choices of several', { data: ['gone', 'lost'] }, [], [{ answer: 'data' }]],
    ['a number that fits no band', { writes: -1 }, [], [{ answer: 'writes' }]],
    ['choices that exclude each other', { data: ['rows', 'bare'] }, [], [{ answer: 'data' }]],
    ['the name of a property', { constructor: 'x' }, [], [{ answer: 'constructor=x' }]],
    [
      'a question that is retired, with the reason',
      { disks: 'many' },
      [],
      [{ answer: 'disks', because: 'Nobody asks for disks any more.' }],
    ],
  ])('%s', (_, answers, read, unread) => {
    expect(readOf({ ...answers })).toEqual({ answers: read, pins: [], unread });
  });

  test('a pin', () => {
    expect(readOf({}, { store: 'graph', gone: 'sql' })).toEqual({
      ...{ answers: [], pins: [] },
      unread: [{ answer: 'store=graph' }, { answer: 'gone=sql' }],
    });
  });
});
