import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMANDING } from '../support/cli-failure.ts';
import { type Ran, run, runSmall } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

/** Escape sequences, C1 controls, marks that reorder text and what nobody sees, each of which could deceive a reader. */
const EVIL = '\u001b[31m\u009b2J\u0007\u202e\u2066\u200f\u200b\u2028\ufeff\u{e0041}\u00ad\u200d';
const FILE = `b${EVIL}`;

function expectHarmless({ stdout, stderr }: Ran): void {
  expect(stdout).not.toMatch(COMMANDING);
  expect(stderr).not.toMatch(COMMANDING);
}

const DOCUMENT = `## SQL (re${EVIL}al)

So it ${EVIL} is &#27;[31m &#x202E; &#155; said.

- Advantages
  - Consis${EVIL}tency${EVIL}: one ${EVIL} truth \u2067 [^s${EVIL}] [^t${EVIL}]
- Use when
  - it is ${EVIL} large \`wri${EVIL}tes: fe${EVIL}w\`
  - it is large ${EVIL} \`data: relational\`
- Bo${EVIL}o
  - hoo
- Types
  - Open${EVIL}: A${EVIL}, B
- Brings up
  - \`da${EVIL}ta\`: what

## Benches${EVIL}

- Simplicity: a board${EVIL} (ju${EVIL}dge)

## NoSQL

- Performance: near${EVIL} at hand

[^s${EVIL}]: Sou${EVIL}rce &#27;[31m
`;

const commands: readonly (readonly string[])[] = [
  ['check'],
  ['check', '--json'],
  ['check', '--explain'],
  ['check', '--explain', '--json'],
  ['list', 'patterns'],
  ['list', 'patterns', '--json'],
  ['list', 'decisions', '--json'],
  ['show', 'sql', '--full'],
  ['show', 'sql', '--json'],
  ['show', 'sql', '--source'],
  ['compare', 'sql', 'nosql'],
  ['compare', 'sql', 'nosql', '--json'],
  ['recommend', '--full', '--set', 'data=relational'],
  ['recommend', '--json', '--set', 'data=relational'],
  ['report', '--set', 'data=relational'],
  ['report', '--format', 'mermaid', '--set', 'data=relational'],
  ['report', '--format', 'csv', '--set', 'data=relational'],
  ['next'],
  ['next', '--json'],
];

describe('a document with characters that command a terminal prints none of them', () => {
  test.each(commands.map((each) => [each]))('%j', async (command) => {
    const folder = await folderWith({ 'a.md': DOCUMENT });
    const ran = await run([...command, '--knowledge', join(folder, 'a.md')]);
    expect(ran.stdout).not.toBe('');
    expectHarmless(ran);
  });

  test('in a terminal either', async () => {
    const folder = await folderWith({ 'a.md': DOCUMENT });
    expectHarmless(await run(['check', folder], { columns: 80 }));
  });
});

test('the Arabic letter mark, which reorders text too, is not printed either', async () => {
  const folder = await folderWith({ 'a.md': '## A\u061cb\n\n- Simplicity: o\u061cne\n' });
  expectHarmless(await run(['list', 'patterns', '--knowledge', folder]));
});

describe('a file whose name commands a terminal is named without it', () => {
  const profiles = [
    ['list', 'profiles'],
    ['list', 'profiles', '--json'],
  ];

  test.each([...commands, ...profiles].map((each) => [each]))('%j', async (command) => {
    const folder = await folderWith({
      [`${FILE}/${FILE}.md`]: DOCUMENT,
      [`${FILE}/profiles/${FILE}.yaml`]: `system: "A\\e[31m"\nanswers: {}`,
    });
    expectHarmless(await run([...command, '--knowledge', join(folder, FILE)]));
  });

  test.each([
    ['answers', ['recommend', '--answers', `${FILE}.yaml`]],
    ['knowledge', ['recommend', '--knowledge', FILE]],
    ['a document to check', ['check', FILE]],
  ])('where it is missing as %s', async (_what, typed) => {
    const ran = await run(typed);
    expect(ran.code).toBe(2);
    expectHarmless(ran);
  });
});

describe('YAML knowledge with escapes in every string prints none of them', () => {
  const evil = JSON.stringify(`x${EVIL}`).replaceAll('\u009b', '\\u009b');
  const files = {
    'decisions.yaml': `version: ${evil}
decisions:
  - { id: ${evil}, title: ${evil}, ask: ${evil}, aliases: [${evil}], driving: [simplicity],
      alternatives: [{ id: a, name: ${evil} }, { id: b, name: ${evil}, aliases: [${evil}] }] }`,
    'questions.yaml': `groups: [{ id: g, name: ${evil} }]
questions:
  - { id: q, group: g, ask: ${evil}, help: ${evil}, unit: ${evil},
      choices: [{ id: ${evil}, label: ${evil} }, { id: o, label: ${evil} }] }`,
    'profiles/p.yaml': `{ system: ${evil}, scope: ${evil}, answers: {}, notes: { q: ${evil} } }`,
    'a.md': '## A\n\n- Simplicity: one\n\n## B\n\n- Simplicity: two\n',
  };

  test.each([
    [['list', 'decisions']],
    [['list', 'decisions', '--json']],
    [['list', 'questions']],
    [['list', 'questions', '--json']],
    [['list', 'profiles']],
    [['recommend', '--full', '--profile', 'p']],
    [['recommend', '--json', '--profile', 'p']],
    [['report', '--profile', 'p']],
    [['report', '--format', 'mermaid', '--profile', 'p']],
    [['report', '--format', 'csv', '--profile', 'p']],
    [['show', 'a']],
    [['ask']],
    [['recommend', '--set', 'q=p']],
  ])('%j', async (command) => {
    const ran = await run([...command, '--knowledge', await folderWith(files)]);
    expect([0, 2, 3]).toContain(ran.code);
    expectHarmless(ran);
  });
});

describe('words on the command line that command a terminal', () => {
  test.each([
    ['a command', [`x${EVIL}`]],
    ['an option', ['recommend', `--x${EVIL}`]],
    ['a decision', ['recommend', `x${EVIL}`]],
    ['a pattern', ['show', `x${EVIL}`]],
    ['a question', ['recommend', '--set', `x${EVIL}=y`]],
    ['a choice', ['recommend', '--set', `data=x${EVIL}`]],
    ['a shapeless answer', ['recommend', '--set', `x${EVIL}`]],
    ['a pin', ['recommend', '--pin', `database=x${EVIL}`]],
    ['a profile', ['recommend', '--profile', `x${EVIL}`]],
    ['a width', ['recommend', '--width', `8${EVIL}`]],
  ])('are named without them as %s', async (_what, typed) => {
    const ran = await run(typed);
    expect(ran.code).toBe(2);
    expectHarmless(ran);
  });

  test.each([[['--brief']], [['--json']], [['--format', 'markdown']], [['--format', 'mermaid']]])(
    'are left out of the name of the system: %j',
    async (flags) => {
      const ran = await run(['recommend', 'database', '--system', `My${EVIL} shop`, ...flags]);
      expect(ran.code).toBe(0);
      expectHarmless(ran);
    },
  );
});

test('whatever is typed, the program ends by the rules and prints nothing that commands', async () => {
  const word = fc.oneof(
    fc.constantFrom('recommend', 'show', 'list', 'compare', 'check', 'ask', 'sql', 'questions'),
    fc.constantFrom('--set', '--pin', '--json', '--full', '--width', '-k', '--profile', '-', '--'),
    fc.constantFrom('data=relational', 'database=sql', 'database', 'online-shop', '80', '='),
    fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => !text.includes('\0')),
  );
  const command = fc.constantFrom('recommend', 'show', 'list', 'compare', 'ask');
  await fc.assert(
    fc.asyncProperty(command, fc.array(word, { maxLength: 4 }), async (first, rest) => {
      const ran = await runSmall([first, ...rest]);
      expect([0, 1, 2, 3]).toContain(ran.code);
      expectHarmless(ran);
    }),
    { numRuns: 60 },
  );
});
