import { describe, expect, test } from 'vitest';
import { MOST_CHOICES } from '../../src/common/limits.ts';
import { parseQuestions } from '../../src/knowledge/read/questions.ts';

/** A question with so many choices, and further keys of YAML. */
function questionsYaml(choices: number, more = ''): string {
  const lines = Array.from({ length: choices }, (_, i) => `      - { id: c${i}, label: C${i} }`);
  return `groups: [{ id: g, name: G }]
questions:
  - id: q
    group: g
    ask: Ask?
    help: Help.
${more}    choices:
${lines.join('\n')}
`;
}

/** What is refused in a text, as messages. */
function refusedIn(text: string): string[] {
  const result = parseQuestions({ file: 'questions.yaml', text });
  return result.ok ? [] : result.diagnostics.map(({ message }) => message);
}

describe('a question has at most as many choices as a bit mask holds', () => {
  test.each([
    ['as many as are possible', MOST_CHOICES, '', []],
    [
      'one more',
      MOST_CHOICES + 1,
      '',
      [expect.stringContaining(`has ${MOST_CHOICES + 1} choices`)],
    ],
    ['several, with `none` as the last', MOST_CHOICES - 1, '    several: true\n    limit: 2\n', []],
    [
      'several, where `none` is one too many',
      MOST_CHOICES,
      '    several: true\n    limit: 2\n',
      [expect.stringContaining(`has ${MOST_CHOICES + 1} choices`)],
    ],
  ])('%s', (_name, choices, more, expected) => {
    expect(refusedIn(questionsYaml(choices, more))).toEqual(expected);
  });
});

test('too many combinations are refused, and a limit makes them few enough', () => {
  const refused = [expect.stringContaining('too many combinations')];
  expect(refusedIn(questionsYaml(20, '    several: true\n'))).toEqual(refused);
  expect(refusedIn(questionsYaml(20, '    several: true\n    limit: 3\n'))).toEqual([]);
});

test('each fault of a question is reported', () => {
  const more = '    several: true\n    raises: [speed]\n    exclusive: [c9]\n';
  expect(refusedIn(questionsYaml(2, more))).toEqual([
    expect.stringContaining('have no order'),
    expect.stringContaining('Unknown choice `c9`'),
  ]);
});
