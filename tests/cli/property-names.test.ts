import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../support/cli-failure.ts';
import { runSmall } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];

/** Words that every JavaScript object answers to are no ids. */
describe.each(names)('`%s` is not known', (name) => {
  test.each([
    ['as a command', [name]],
    ['as a kind', ['list', name]],
    ['as a pattern', ['show', name]],
    ['as a second pattern', ['compare', 'vault', name]],
    ['as a decision', ['recommend', name]],
    ['as a decision to ask for', ['ask', name]],
    ['as a profile', ['recommend', '--profile', name]],
    ['as a question', ['recommend', '--set', `${name}=low`]],
    ['as a choice', ['recommend', '--set', `traffic=${name}`]],
    ['as one of several choices', ['recommend', '--set', `contents=photos,${name}`]],
    ['as a pinned decision', ['recommend', '--pin', `${name}=vault`]],
    ['as a pinned alternative', ['recommend', '--pin', `storage=${name}`]],
  ])('%s', async (_where, typed) => {
    expect(failureOf(await runSmall(typed)).sentence).toContain(`\`${name}\``);
  });

  test.each([
    ['as a question', `answers: { ${name}: low }`],
    ['as a choice', `answers: { traffic: ${name} }`],
    ['as a pinned decision', `pins: { ${name}: vault }`],
    ['as a pinned alternative', `pins: { storage: ${name} }`],
    ['as a field', `${name}: {}\nanswers: {}`],
  ])('%s in an answer file', async (_where, stdin) => {
    const ran = await runSmall(['recommend', '--answers', '-'], { stdin });
    expect(failureOf(ran).sentence).toContain(name);
  });

  test('as the weight of a quality in questions', async () => {
    const folder = await folderWith({
      'questions.yaml': `groups: [{ id: g, name: G }]
questions:
  - id: q
    group: g
    ask: Q?
    help: H
    choices: [{ id: a, label: A, weights: { ${name}: 2 } }, { id: b, label: B }]`,
      'a.md': '## A\n\n- Simplicity: one board\n',
    });
    const { code, stdout } = await runSmall(['check', '--add-knowledge', folder]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining(name) });
  });
});

test('ids that are property names work like any other where a document defines them', async () => {
  const folder = await folderWith({
    'decisions.yaml': `version: 1.0.0
decisions:
  - id: constructor
    title: Built by
    ask: Who builds?
    driving: [simplicity]
    alternatives: [{ id: prototype, name: Value of }, { id: arguments, name: Proto }]`,
    'a.md':
      '## Value of\n\n- Simplicity: one board (strong)\n\n## Proto\n\n- Simplicity: two boards\n',
  });
  const layer = ['--add-knowledge', folder];
  const ran = await runSmall(['recommend', 'constructor', '--json', ...layer]);
  expect(ran.code).toBe(0);
  const [built] = JSON.parse(ran.stdout).decisions;
  expect(built).toMatchObject({ id: 'constructor', status: 'settled', recommended: ['prototype'] });
  const pinned = await runSmall([
    ...['recommend', 'constructor', '--json', '--pin', 'constructor=arguments', ...layer],
  ]);
  expect(JSON.parse(pinned.stdout).decisions[0].recommended).toEqual(['arguments']);
  expect(JSON.parse(pinned.stdout).pins).toEqual({ constructor: 'arguments' });
  const shown = await runSmall(['show', 'arguments', ...layer]);
  expect(shown.stdout).toContain('two boards');
});

test('a profile named like a property is found by its name', async () => {
  const folder = await folderWith({
    'profiles/constructor.yaml': 'answers: { loss: some }',
    'a.md': '## A\n\n- Simplicity: one board\n',
  });
  const paths = ['--add-knowledge', join(folder)];
  const ran = await runSmall(['recommend', '--profile', 'constructor', '--json', ...paths]);
  expect(JSON.parse(ran.stdout).answers).toEqual({ loss: 'some' });
});
