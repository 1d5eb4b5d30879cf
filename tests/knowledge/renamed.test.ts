import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/common/user-error.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import { parseQuestions } from '../../src/knowledge/read/questions.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { assemble } from '../support/assemble.ts';
import { soundLayer } from '../support/layers.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';

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
    choices: [{ id: rows, label: Rows }, { id: pages, label: Pages }]
renamed:
  - { question: q_writes, to: writes }
  - { question: updates, to: writes }
  - { question: writes, choice: bit, to: few }
  - { question: data, choice: records, to: rows }
  - { question: data, choice: tables, to: rows }
  - { decision: shop, to: store }
  - { decision: store, alternative: rdbms, to: sql }
`;

function made(): KnowledgeBase {
  const { knowledge, diagnostics } = assemble([soundLayer({ questions: QUESTIONS })], 'abc');
  expect(diagnostics).toEqual([]);
  if (knowledge === undefined) throw new Error('nothing was assembled');
  return knowledge;
}

const knowledge = made();

function read(text: string) {
  return parseAnswerSheet({ file: 'a.yaml', text }, knowledge);
}

function refused(text: string) {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UserError) return { message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('old ids in an answer file', () => {
  test('of questions, choices, decisions and alternatives are those of today', () => {
    const { answers, pins, former } = read(
      'answers: { q_writes: bit, data: [records, pages] }\npins: { shop: rdbms }',
    );
    expect([...answers]).toEqual([
      ['writes', { choices: ['few'] }],
      ['data', { choices: ['rows', 'pages'] }],
    ]);
    expect([...pins]).toEqual([['store', ['sql']]]);
    expect(former.map(({ kind, from, to, of }) => [kind, from, to, of])).toEqual([
      ['question', 'q_writes', 'writes', undefined],
      ['choice', 'bit', 'few', 'writes'],
      ['choice', 'records', 'rows', 'data'],
      ['decision', 'shop', 'store', undefined],
      ['alternative', 'rdbms', 'sql', 'store'],
    ]);
  });

  test('are told with their places', () => {
    const { former } = read('answers:\n  updates: few\n');
    expect(former.map(({ place }) => place)).toEqual([{ file: 'a.yaml', line: 2, column: 12 }]);
  });

  test('that became one count once', () => {
    expect(read('answers: { data: [records, tables, rows] }').answers.get('data')).toEqual({
      choices: ['rows'],
    });
  });

  test('take `unknown` and numbers along', () => {
    expect([...read('answers: { updates: unknown }').answers]).toEqual([['writes', null]]);
    expect([...read('answers: { updates: 12 }').answers]).toEqual([
      ['writes', { choices: ['many'], number: 12 }],
    ]);
  });

  test('carry their notes, and none is lost', () => {
    const { notes } = read('answers: {}\nnotes: { updates: guessed, writes: counted }');
    expect([...notes]).toEqual([['writes', 'guessed\ncounted']]);
  });

  test('never replace one of today: what is known keeps its meaning', () => {
    const line = '  - { question: writes, choice: many, to: few }\n';
    const layers = [soundLayer({ questions: `${QUESTIONS}${line}` })];
    const { knowledge: odd, diagnostics } = assemble(layers, '');
    expect(diagnostics).toMatchObject([{ rule: 'broken-rename' }]);
    if (odd === undefined) throw new Error('nothing was assembled');
    const sheet = parseAnswerSheet({ file: 'a.yaml', text: 'answers: { writes: many }' }, odd);
    expect([sheet.answers.get('writes'), sheet.former]).toEqual([{ choices: ['many'] }, []]);
  });

  test('are none where nothing was renamed', () => {
    expect(read('answers: { writes: few }').former).toEqual([]);
  });
});

describe('an old id beside the one of today', () => {
  test.each([
    ['the same choice', 'answers: { updates: few, writes: few }'],
    ['an old name of that choice', 'answers: { updates: bit, writes: few }'],
    ['a number in that band', 'answers: { updates: 3, writes: few }'],
    ['`unknown`', 'answers: { updates: unknown, writes: unknown }'],
    ['the same pin', 'pins: { shop: sql, store: rdbms }'],
  ])('may say the same: %s', (_what, text) => {
    const { answers, pins } = read(text);
    expect(answers.size + pins.size).toBe(1);
  });

  test.each([
    ['another choice', 'answers: { updates: few, writes: many }', 'updates', 'writes'],
    ['another number', 'answers: { writes: 12, updates: 13 }', 'writes', 'updates'],
    ['`unknown`', 'answers: { updates: few, writes: unknown }', 'updates', 'writes'],
    ['another old id', 'answers: { q_writes: few, updates: many }', 'q_writes', 'updates'],
    ['another pin', 'pins: { shop: sql, store: nosql }', 'shop', 'store'],
  ])('may not say something else: %s', (...row) => {
    const [, text, one, other] = row;
    const { message, hint } = refused(text);
    expect(message).toMatch(/^a\.yaml:1:\d+: /);
    expect(message).toContain(`\`${one}\` and \`${other}\` are the same `);
    expect(hint).toMatch(/call it `(writes|store)`$/);
  });
});

describe('ids that are neither known nor renamed', () => {
  const text = `answers:
  writess: few
  data: [rwos, pages, other]
  writes: mny
pins:
  stoer: sql
  store: sqll
`;

  test('are all named, each with its place and what was probably meant', () => {
    expect(refused(text)).toEqual({
      message: [
        '6 unknown ids: question `writess` (a.yaml:2:12)',
        'choice `rwos` of `data` (a.yaml:3:10)',
        'choice `other` of `data` (a.yaml:3:23)',
        'choice `mny` of `writes` (a.yaml:4:11)',
        'decision `stoer` (a.yaml:6:10)',
        'alternative `sqll` of `store` (a.yaml:7:10)',
      ].join(', '),
      hint: expect.stringMatching(
        /^did you mean `writes` for `writess`, `rows` for `rwos`, `many` for `mny`, `store` for `stoer`, `sql` for `sqll`\? /,
      ),
    });
  });

  test('are told with the other knowledge that the file was written with', () => {
    const other = (version: string, sha256: string) =>
      refused(`knowledge: { version: ${version}, sha256: ${sha256} }\nanswers: { x: y, z: 1 }`)
        .hint;
    expect(other('0.0.0', 'def')).toContain(
      'the file was written with knowledge 0.0.0, and 0.0.1 is in use',
    );
    expect(other('0.0.1', 'def')).toContain('both are version 0.0.1');
    expect(other('0.0.1', 'abc')).not.toContain('written');
  });

  test('come before anything else that is wrong', () => {
    expect(refused('answers: { data: [none, rows], x: y }').message).toMatch(
      /^a\.yaml:1:\d+: Unknown question `x`$/,
    );
    expect(refused('answers: { data: [none, rows] }').message).toContain('cannot be combined');
  });
});

describe('a list of renamed ids in questions.yaml', () => {
  test.each([
    ['neither question nor decision', '{ to: few }', 'either a `question` or a `decision`'],
    ['both', '{ question: a, decision: b, to: few }', 'either a `question` or a `decision`'],
    ['a choice of a decision', '{ decision: a, choice: b, to: c }', '`choice` belongs to'],
    ['an alternative of a question', '{ question: a, alternative: b, to: c }', 'belongs to'],
    ['no new id', '{ question: a }', 'expected text, found nothing'],
    ['a new id that is none', '{ question: a, to: B c }', 'is not an id'],
    ['an unknown key', '{ question: a, to: b, since: 1 }', 'Unknown key `since`'],
  ])('is refused with %s', (_what, line, message) => {
    const text = `groups: []\nquestions: []\nrenamed:\n  - ${line}\n`;
    const result = parseQuestions({ file: 'questions.yaml', text });
    if (result.ok) throw new Error('it was accepted');
    expect(result.diagnostics.map((each) => [each.message, each.place.line])).toContainEqual([
      expect.stringContaining(message),
      4,
    ]);
  });
});

test('answers to the first wording of a shipped question are still understood', async () => {
  const shipped = await builtInKnowledge();
  for (const old of ['under-1000', 'over-1000']) {
    const sheet = parseAnswerSheet({ file: 'a', text: `answers: { latency: ${old} }` }, shipped);
    expect(sheet.answers.get('latency')).toEqual({ choices: ['over-200'] });
  }
});

test('no answer file of the project uses an old id', async () => {
  const shipped = await builtInKnowledge();
  const folder = new URL('../cases/answers/first/', import.meta.url);
  const files = readdirSync(folder).map((name) => ({
    file: name,
    text: readFileSync(new URL(name, folder), 'utf8'),
  }));
  const profiles = [...shipped.profiles.values()].map(({ id, text }) => ({ file: id, text }));
  const used = [...files, ...profiles].flatMap((each) => parseAnswerSheet(each, shipped).former);
  expect(files.length).toBeGreaterThan(0);
  expect(used).toEqual([]);
});
