import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseDecisions } from '../../src/knowledge/read/decisions.ts';
import { parseQualities } from '../../src/knowledge/read/qualities.ts';
import { parseQuestions } from '../../src/knowledge/read/questions.ts';
import { readYaml } from '../../src/knowledge/read/yaml.ts';
import { assemble } from '../support/assemble.ts';
import { soundLayer } from '../support/layers.ts';
import { findingOf } from '../support/rule-cases.ts';
import { numRuns } from '../support/runs.ts';

const schema = z.strictObject({
  name: z.string(),
  many: z.array(z.strictObject({ count: z.int() })).optional(),
});

/** What is wrong with a text, as `line:column message`; nothing if it fits. */
function problemsIn(text: string, firstLine?: number): string[] {
  const result = readYaml({ file: 'a.yaml', text, ...(firstLine && { firstLine }) }, schema);
  if (result.ok) return [];
  for (const { rule, severity, place, message } of result.diagnostics) {
    expect({ rule, severity, file: place.file }).toEqual({
      rule: 'invalid-yaml',
      severity: 'error',
      file: 'a.yaml',
    });
    expect(message).toMatch(/^[^\n]*[^.:\n]$/);
  }
  return result.diagnostics.map(({ place, message }) => `${place.line}:${place.column} ${message}`);
}

describe('a text that is no YAML is told at its line and column', () => {
  test.each([
    ['an unclosed list', 'name: a\nmany: [\n', /^(2:\d+|3:1) /],
    ['a tab as indentation', 'name: a\nmany:\n\t- count: 1\n', /^3:1 .*[Tt]ab/],
    ['a key that stands twice', 'name: a\nmany: []\nname: b\n', /^3:1 .*unique/],
    ['a second document', 'name: a\n---\nname: b\n', /^2:1 .*second document/],
    ['an unclosed quotation mark', 'many: []\nname: "a\n', /^(2:\d+|3:1) .*quote/],
  ])('%s', (_name, text, expected) => {
    expect(problemsIn(text)[0]).toMatch(expected);
  });

  test('an alias without its anchor is reported at its place', () => {
    expect(problemsIn('many: []\nname: *nobody\n')).toEqual([
      expect.stringMatching(/^2:7 .*nobody/),
    ]);
  });

  test('what comes after a fault that spans lines is reported at its own place', () => {
    const places = problemsIn('- z\na: 1\n  b: 2\n').map((problem) => problem.split(' ')[0]);
    expect(places).toEqual(['2:1', '2:2', '2:4', '3:4', '3:6']);
  });
});

describe('a value of the wrong kind is reported at its place, with its path', () => {
  test.each([
    ['a number for a text', 'many: []\nname: 7\n', /^2:7 `name`: .*text/],
    ['a text for a list', 'name: a\nmany: none\n', /^2:7 `many`: .*a list/],
    ['inside a list', 'name: a\nmany:\n  - count: 1\n  - count: x\n', /^4:12 `many\.1\.count`: /],
    ['inside a flow list', 'name: a\nmany: [{ count: 1.5 }]\n', /^2:17 `many\.0\.count`: /],
    ['behind an alias', 'name: &x [a]\nmany: *x\n', /^1:10 `name`: .*text/],
    ['a list for the whole', '\n- name: a\n', /^2:1 .*a mapping/],
    ['nothing at all', '', /^1:1 .*a mapping/],
    ['a missing key', 'many:\n  - {}\nname: a\n', /^2:5 `many\.0\.count`: /],
  ])('%s', (_name, text, expected) => {
    expect(problemsIn(text)[0]).toMatch(expected);
  });

  test('lines are counted from where the text begins', () => {
    expect(problemsIn('many: []\nname: 7\n', 11)[0]).toMatch(/^12:7 /);
  });

  test('all of them are collected', () => {
    const lines = problemsIn('name: 1\nmany:\n  - count: a\n  - count: b\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['1:7', '3:12', '4:12']);
  });
});

describe('an unknown key is told by name', () => {
  test('it is named with the value that it stands in', () => {
    expect(problemsIn('name: a\nnames: b\n')).toEqual([expect.stringContaining('`names`')]);
    expect(problemsIn('name: a\nmany: [{ count: 1, counts: 2 }]\n')).toEqual([
      expect.stringMatching(/`many\.0`: .*`counts`/),
    ]);
  });

  test('its place is that of the key', () => {
    expect(problemsIn('name: a\nnames: b\n')[0]).toMatch(/^2:1 /);
    expect(problemsIn('name: a\nmany:\n  - count: 1\n    counts: 2\n')[0]).toMatch(/^4:5 /);
  });
});

/** Words of libraries and engines, which help nobody who writes a document. */
const PROGRAMMERS =
  /YAML\.\w|parseAll|stringKeys|call stack|Error\b|resource exhaustion|undefined/i;

describe('hostile YAML is refused, not followed', () => {
  test('aliases that multiply', () => {
    const levels = Array.from({ length: 12 }, (_, n) => {
      const below = n === 0 ? '"x"' : `*l${n - 1}`;
      return `l${n}: &l${n} [${Array.from({ length: 10 }, () => below).join(', ')}]`;
    });
    expect(problemsIn(levels.join('\n'))).toEqual([expect.stringMatching(/alias/i)]);
  });

  test('keys that JavaScript treats as special are unknown keys', () => {
    expect(problemsIn('name: a\n__proto__: { many: [] }\n')).not.toEqual([]);
    expect(problemsIn('name: a\nconstructor: x\n')).not.toEqual([]);
  });

  test('tags run nothing', () => {
    expect(problemsIn('name: !!js/function "function () {}"\n')).toEqual([]);
  });

  test('any text gives a value or diagnostics, never a throw', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        'name: ',
        'many:\n',
        '  - ',
        'count: 1\n',
        '&a ',
        '*a',
        '? ',
        '!!',
        '|\n',
        '---\n',
      ),
      fc.constantFrom('{', '}', '[', ']', ',', '"', "'", '#', '%YAML 1.2\n', '<<: ', '\t', '\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const results = [parseQualities, parseQuestions, parseDecisions].map((parse) =>
          parse({ file: 'a.yaml', text }),
        );
        const places = results.flatMap((result) =>
          result.ok ? [] : result.diagnostics.map(({ place }) => place),
        );
        const messages = results.flatMap((result) =>
          result.ok ? [] : result.diagnostics.map(({ message }) => message),
        );
        expect(messages.filter((message) => PROGRAMMERS.test(message))).toEqual([]);
        const last = text.split(/\r\n|\n|\r/).length;
        expect(places.filter(({ line, column }) => line < 1 || line > last || column < 1)).toEqual(
          [],
        );
      }),
      { numRuns },
    );
  });
});

describe('a text that people are to read is not empty', () => {
  const decision = (fields: string) =>
    `version: 1.0.0\ndecisions:\n  - { driving: [x], ${fields}, alternatives: [] }`;
  const question = (fields: string) =>
    `groups: []\nquestions:\n  - { id: q, group: g, help: h, ${fields} }`;
  const quality = (fields: string) =>
    `qualities:\n  - { id: q, definition: d, scale: { worst: w, neutral: n, best: b }, ${fields} }`;

  test.each([
    ['the title of a decision', parseDecisions, decision('id: d, title: "", ask: A?'), 'title'],
    ['blanks as what is asked', parseDecisions, decision('id: d, title: T, ask: " "'), 'ask'],
    ['an alias', parseDecisions, decision('id: d, title: T, ask: A?, aliases: [""]'), 'aliases.0'],
    ['an id', parseDecisions, decision('id: "", title: T, ask: A?'), 'id'],
    ['a version', parseDecisions, 'version: ""\ndecisions: []', 'version'],
    [
      'a label',
      parseQuestions,
      question('ask: A?, choices: [{ id: a, label: "" }, { id: b, label: B }]'),
      'label',
    ],
    [
      'a question',
      parseQuestions,
      question('ask: "", choices: [{ id: a, label: A }, { id: b, label: B }]'),
      'ask',
    ],
    ['a group', parseQuestions, 'groups: [{ id: g, name: "" }]\nquestions: []', 'name'],
    ['the name of a quality', parseQualities, quality('name: ""'), 'name'],
    ['a phrase', parseQualities, quality('name: N, phrases: { plus: [""] }'), 'plus.0'],
  ])('%s', (_what, parse, text, path) => {
    const result = parse({ file: 'a.yaml', text });
    const messages = result.ok ? [] : result.diagnostics.map(({ message }) => message);
    expect(messages).toEqual([
      expect.stringMatching(new RegExp(`${path}\`: is (empty|not an id)`)),
    ]);
  });
});

describe('the conditions of decisions.yaml', () => {
  const decisions = (...conditions: string[]) => `version: 0.0.1
decisions:
  - id: store
    title: Store
    ask: Which store?
    driving: [consistency]
    alternatives: [{ id: sql, name: SQL }, { id: nosql, name: NoSQL }]
    applies-when:
${conditions.map((condition) => `      - ${condition}\n`).join('')}`;

  test('a malformed one makes the file invalid, at its place', () => {
    const text = decisions("'writes: many'", '"writes: not many"', 'writes');
    expect(assemble([soundLayer({ decisions: text })], '').diagnostics.map(findingOf)).toEqual([
      {
        rule: 'malformed-condition',
        severity: 'error',
        message: '`not many` is not the id of a choice',
        at: 'decisions.yaml:10:9',
      },
      {
        rule: 'malformed-condition',
        severity: 'error',
        message: '`writes` is not `question: choice`',
        at: 'decisions.yaml:11:9',
      },
    ]);
  });

  test('a sound one is read term by term, each with its place', () => {
    const text = decisions("'writes: few | many & store: sql'");
    const result = parseDecisions({ file: 'd.yaml', text });
    const conditions = result.ok ? result.data.decisions.flatMap((one) => one.appliesWhen) : [];
    expect(conditions).toEqual([
      {
        text: 'writes: few | many & store: sql',
        place: { file: 'd.yaml', line: 9, column: 9 },
        terms: [
          {
            subject: 'writes',
            choices: ['few', 'many'],
            place: { file: 'd.yaml', line: 9, column: 10 },
          },
          { subject: 'store', choices: ['sql'], place: { file: 'd.yaml', line: 9, column: 31 } },
        ],
      },
    ]);
  });
});

describe('one broken YAML file', () => {
  test('stops the reading, with the problems of every YAML file at once', () => {
    const broken = soundLayer({ qualities: 'qualities: 1\n', questions: 'questions: []\n' });
    const { knowledge, diagnostics } = assemble([soundLayer(), broken], '');
    expect(knowledge).toBeUndefined();
    expect(
      diagnostics
        .map(findingOf)
        .map(({ at }) => at)
        .sort(),
    ).toEqual(['qualities.yaml:1:12', 'questions.yaml:1:1']);
  });
});
