import { expect, test } from 'vitest';
import { commandLines } from '../../src/report/layout/layout.ts';

const WORDS = ['arch-advisor ask', '--thorough', '--answers arch-advisor-answers.yaml'];

test('a command that fits stands in one line', () => {
  expect(commandLines('  ', WORDS, { width: 80 })).toEqual([`  ${WORDS.join(' ')}`]);
});

test('a longer one goes on after a backslash, a flag with its value', () => {
  expect(commandLines('  ', WORDS, { width: 60 })).toEqual([
    '  arch-advisor ask --thorough \\',
    '    --answers arch-advisor-answers.yaml',
  ]);
});

test('a value goes into a line of its own before a line gets too long, and is never cut', () => {
  const words = ['arch-advisor ask', "--system 'A system with a longer name'", '--thorough'];
  const lines = commandLines('', words, { width: 40 });
  expect(lines).toEqual([
    'arch-advisor ask --system \\',
    "    'A system with a longer name' \\",
    '    --thorough',
  ]);
  expect(lines.every(({ length }) => length <= 40)).toBe(true);
});
