import { expect, test } from 'vitest';
import { parseDecisions } from '../../src/knowledge/read/decisions.ts';
import { parseQuestions } from '../../src/knowledge/read/questions.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';

function decisionWith(line: string) {
  const text = `version: 1.0.0
decisions:
  - id: drinks
    title: Drinks
${line}    ask: Which?
    driving: [speed]
    alternatives: [{ id: tea, name: Tea }, { id: milk, name: Milk }]
`;
  return parseDecisions({ file: 'decisions.yaml', text });
}

test('a decision may say how long it takes to reverse, and need not', () => {
  const said = decisionWith('    reversal: months\n');
  expect(said.ok && said.data.decisions[0]?.reversal).toBe('months');
  const silent = decisionWith('');
  expect(silent.ok && Object.keys(silent.data.decisions[0] ?? {})).not.toContain('reversal');
});

test('anything else than days, weeks, months or years is refused, with its place', () => {
  const result = decisionWith('    reversal: ages\n');
  expect(result.ok ? [] : result.diagnostics).toMatchObject([
    { message: expect.stringContaining('reversal'), place: { file: 'decisions.yaml', line: 5 } },
  ]);
});

test('a question may have a title, and need not', () => {
  const choices = '[{ id: low, label: Low }, { id: high, label: High }]';
  const yaml = (title: string) => ({
    file: 'questions.yaml',
    text: `groups: [{ id: g, name: G }]\nquestions:\n  - { id: q, group: g, ${title}ask: How much?, help: Count, choices: ${choices} }\n`,
  });
  const titled = parseQuestions(yaml('title: Load, '));
  expect(titled.ok && titled.data.questions[0]?.title).toBe('Load');
  const bare = parseQuestions(yaml(''));
  expect(bare.ok && Object.keys(bare.data.questions[0] ?? {})).not.toContain('title');
});

test('every decision that comes along says how long it takes to reverse, and every question has its own short title', async () => {
  const { decisions, questions } = await builtInKnowledge();
  expect([...decisions.values()].filter(({ reversal }) => reversal === undefined)).toEqual([]);
  const titles = [...questions.values()].map(({ title = '' }) => title);
  expect(new Set(titles).size).toBe(questions.size);
  expect(titles.filter(({ length }) => length === 0 || length > 30)).toEqual([]);
});
