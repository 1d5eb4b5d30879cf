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
    expect.stringContaining('can have an order'),
    expect.stringContaining('Unknown choice `c9`'),
  ]);
});

describe('choices that cannot be picked together', () => {
  /** Which choices stand alone, and what each of the others excludes. */
  function exclusionsIn(more: string): Record<string, unknown> {
    const text = questionsYaml(4, `    several: true\n${more}`);
    const result = parseQuestions({ file: 'questions.yaml', text });
    const choices = result.ok ? (result.data.questions[0]?.choices ?? []) : [];
    return Object.fromEntries(
      choices.map(({ id, exclusive, excludes }) => [id, exclusive ? 'alone' : excludes]),
    );
  }

  test('one that is named by itself stands alone, and so does `none`', () => {
    expect(exclusionsIn('    exclusive: [c1]\n')).toEqual({ c1: 'alone', none: 'alone' });
  });

  test('one with a list excludes those in the list, and each of them excludes it', () => {
    expect(exclusionsIn('    exclusive: [{ c0: [c3, c1] }]\n')).toEqual({
      ...{ c0: ['c1', 'c3'], c1: ['c0'], c3: ['c0'] },
      none: 'alone',
    });
  });

  test('what stands alone needs no pair', () => {
    const more = '    exclusive: [c0, { c1: [c0, c2, none] }, { c2: [c1] }]\n';
    expect(exclusionsIn(more)).toEqual({
      ...{ c0: 'alone', c1: ['c2'], c2: ['c1'] },
      none: 'alone',
    });
  });

  test.each([
    ['a choice that does not exist, with a list', '[{ c9: [c1] }]', 'Unknown choice `c9`'],
    ['a choice that does not exist, in a list', '[{ c1: [c0, c9] }]', 'Unknown choice `c9`'],
    ['itself', '[{ c1: [c1] }]', '`c1` cannot exclude itself'],
    ['what is no list', '[{ c1: c2 }]', 'expected a choice, or a choice with a list'],
  ])('%s cannot be excluded', (_, exclusive, message) => {
    const more = `    several: true\n    exclusive: ${exclusive}\n`;
    expect(refusedIn(questionsYaml(4, more))).toEqual([expect.stringContaining(message)]);
  });
});

describe('limits of the knowledge', () => {
  const LIMIT = `not-covered:
  - when: 'q: c1'
    what: Tapes
    instead: Ask for them
`;

  test('are read with condition and place', () => {
    const text = `${questionsYaml(2)}${LIMIT}`;
    const result = parseQuestions({ file: 'questions.yaml', text });
    expect(result.ok && result.data.notCovered).toMatchObject([
      { condition: { text: 'q: c1' }, what: 'Tapes', instead: 'Ask for them', place: { line: 11 } },
    ]);
  });

  test.each([
    ['a condition that cannot be read', ['c1', 'c1 &'], 'is not `question: choice`'],
    ['no word on what is not covered', ['what: Tapes', 'because: Tapes'], 'what'],
  ])('are refused with %s', (_, [before = '', after = ''], message) => {
    const text = `${questionsYaml(2)}${LIMIT.replace(before, after)}`;
    expect(refusedIn(text).join()).toContain(message);
  });
});
