import { describe, expect, test } from 'vitest';
import { parseDecisions } from '../../src/knowledge/read/decisions.ts';

const DEPTH = 20_000;

/** Apart from the other YAML tests: where the stack runs out inside a regular expression, the process ends. */
describe('YAML that is nested without end is refused in one sentence', () => {
  test.each([
    ['open lists', '['.repeat(DEPTH)],
    ['closed lists', '['.repeat(DEPTH) + ']'.repeat(DEPTH)],
    ['open mappings', '{a: '.repeat(DEPTH)],
    ['bullets', '- '.repeat(DEPTH)],
  ])('%s', (_name, text) => {
    const result = parseDecisions({ file: 'a.yaml', text });
    const messages = result.ok ? [] : result.diagnostics.map(({ message }) => message);
    expect(messages).toHaveLength(1);
    expect(messages[0]).not.toMatch(/call stack/);
  });
});
