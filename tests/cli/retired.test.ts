import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MARK } from '../../src/cli/interview/interview-text.ts';
import { readAdvice } from '../support/cli-advice.ts';
import { COMMANDING, failureOf } from '../support/cli-failure.ts';
import { run, runSmall } from '../support/cli-run.ts';
import { SMALL } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

const RETIRED = `groups: []
questions: []
renamed:
  - { question: freshness, to: staleness }
retired:
  - { question: domain, because: "\`contents\` asks about it now" }
  - { question: staleness, choice: hours, because: nobody waits that long }
  - { question: contents, choice: slides, because: they are photos today }
`;

const DOMAIN =
  '`domain` is no longer asked and its answer is ignored: `contents` asks about it now';
const HOURS = '`hours` of `staleness` is no longer a choice and is ignored: nobody waits that long';
const SLIDES = '`slides` of `contents` is no longer a choice and is ignored: they are photos today';

/** The small knowledge, in which something is not asked any more, below layers of its own. */
async function runRetired(argv: readonly string[], stdin = '', layers: readonly string[] = []) {
  const folder = await folderWith({ 'questions.yaml': RETIRED });
  const added = [folder, ...layers].flatMap((path) => ['--add-knowledge', path]);
  return runSmall([...argv, ...added], { stdin });
}

async function fileWith(text: string): Promise<string> {
  return join(await folderWith({ 'a.yaml': text }), 'a.yaml');
}

describe('an answer to a retired question', () => {
  test.each([
    ['a choice', 'shop'],
    ['a number', '12.5'],
    ['a list', '[shop, 3, [deep]]'],
    ['a mapping', '{ a: { b: c } }'],
    ['`unknown`', 'unknown'],
    ['nothing', ''],
  ])('is ignored with one warning, whatever it is: %s', async (_what, value) => {
    const stdin = `answers:\n  domain: ${value}\n  loss: some\n`;
    const { code, stdout, stderr } = await runRetired(['recommend', '--json', '-a', '-'], stdin);
    expect(code).toBe(0);
    expect(readAdvice(stdout).answers).toEqual({ loss: 'some' });
    expect(stderr).toMatch(/^`domain` is no longer asked .*\n$/);
    expect(stderr).toContain(`${DOMAIN} (standard input:2:`);
  });

  test('is ignored in flags, however often it is set', async () => {
    const flags = ['-s', 'domain=shop', '-s', 'domain=a,b', '-s', 'loss=some'];
    const { code, stdout, stderr } = await runRetired(['recommend', '--json', ...flags]);
    expect(code).toBe(0);
    expect(readAdvice(stdout).answers).toEqual({ loss: 'some' });
    expect(stderr).toBe(`${DOMAIN}\n`);
  });

  test('leaves the advice as it is without it', async () => {
    const without = await runRetired(['recommend', '-s', 'loss=some']);
    const { stdout } = await runRetired(['recommend', '-s', 'loss=some', '-s', 'domain=shop']);
    expect(stdout).toBe(without.stdout);
  });

  test('does not hide that other ids are unknown', async () => {
    const stdin = 'answers: { domain: shop, domian: shop }';
    const { sentence } = failureOf(await runRetired(['recommend', '-a', '-'], stdin));
    expect(sentence).toBe('standard input:1:34: Unknown question `domian`');
  });

  test('is unknown where no knowledge has retired it', async () => {
    const { sentence } = failureOf(await runSmall(['recommend', '-s', 'domain=shop']));
    expect(sentence).toBe('Unknown question `domain`');
  });

  test('counts again where a layer on top asks the question', async () => {
    const own = await folderWith({
      'questions.yaml': `groups: []
questions:
  - { id: domain, group: data, ask: Which field?, help: Look, choices: [{ id: shop, label: Shop }, { id: bank, label: Bank }] }
`,
    });
    const argv = ['recommend', '--json', '-s', 'domain=shop'];
    const { code, stdout, stderr } = await runRetired(argv, '', [own]);
    expect([code, stderr]).toEqual([0, '']);
    expect(readAdvice(stdout).answers).toEqual({ domain: 'shop' });
    const checked = await runRetired(['check'], '', [own]);
    expect([checked.code, checked.stdout]).toEqual([0, '']);
  });

  test('is printed without commands for the terminal', async () => {
    const name = 'a\u001b[31m.yaml';
    const path = join(await folderWith({ [name]: 'answers: { domain: shop }' }), name);
    const hostile = await folderWith({
      'questions.yaml':
        'groups: []\nquestions: []\nretired: [{ question: domain, because: "no\\e[31m use\\u202E" }]',
    });
    const { stderr } = await runRetired(['recommend', '-a', path], '', [hostile]);
    expect(stderr).toContain('is ignored: no[31m use');
    expect(stderr).not.toMatch(COMMANDING);
  });
});

describe('a retired choice', () => {
  test('is ignored like no answer, so that a weaker source counts', async () => {
    const argv = ['recommend', '--json', '--profile', 'town-hall', '-s', 'freshness=hours'];
    const { stdout, stderr } = await runRetired(argv);
    expect(readAdvice(stdout).answers).toMatchObject({ staleness: 'never' });
    expect(stderr).toBe(`\`freshness\` is now called \`staleness\`\n${HOURS}\n`);
  });

  test('is left out of a list, and others keep their places', async () => {
    const stdin = 'answers:\n  contents: [slides, orders]\n';
    const { stdout, stderr } = await runRetired(['recommend', '--json', '-a', '-'], stdin);
    expect(readAdvice(stdout).answers).toEqual({ contents: ['orders'] });
    expect(stderr).toBe(`${SLIDES} (standard input:2:13)\n`);
    const wrong = 'answers:\n  contents: [slides, orders, slids]\n';
    const { sentence } = failureOf(await runRetired(['recommend', '-a', '-'], wrong));
    expect(sentence).toBe('standard input:2:30: Unknown choice `slids` of `contents`');
  });

  test.each(['slides', '[slides]', '[slides, slides]'])(
    'alone says nothing, not even that nothing is kept: %s',
    async (value) => {
      const stdin = `answers: { contents: ${value} }`;
      const { stdout, stderr } = await runRetired(['recommend', '--json', '-a', '-'], stdin);
      expect(readAdvice(stdout).answers).toEqual({});
      expect(stderr.match(/slides/g)).toHaveLength(1);
    },
  );
});

describe('`batch`', () => {
  test('names what is retired once at the end', async () => {
    const line = { answers: { domain: { any: 'thing' }, freshness: 'hours', loss: 'some' } };
    const lines = [...Array(20).fill(line), { answers: { domain: 3 } }, { answers: {} }];
    const stdin = lines.map((each) => `${JSON.stringify(each)}\n`).join('');
    const { code, stdout, stderr } = await runRetired(['batch', '--full'], stdin);
    expect(code).toBe(0);
    const out = stdout.trim().split('\n');
    expect(out).toHaveLength(22);
    expect(JSON.parse(out[19] ?? '').answers).toEqual({ loss: 'some' });
    expect(JSON.parse(out[20] ?? '').answers).toEqual({});
    expect(stderr).toBe(
      ['Old ids in 21 lines:', '`freshness` is now called `staleness`', DOMAIN, HOURS, ''].join(
        '\n',
      ),
    );
  });
});

describe('`merge` and `diff`', () => {
  test('ignore it in each file', async () => {
    const one = await fileWith('answers: { domain: shop, loss: some }\nnotes: { domain: guessed }');
    const other = await fileWith('answers: { domain: [bank], loss: some }');
    const saved = join(await folderWith({}), 'both.yaml');
    const merged = await runRetired(['merge', one, other, '--save', saved]);
    expect(merged.code).toBe(0);
    expect(merged.stderr).toContain(`${DOMAIN} (${one}:1:20)\n${DOMAIN} (${other}:1:20)\n`);
    expect(merged.stdout).not.toContain('domain');
    expect(await readFile(saved, 'utf8')).not.toMatch(/domain|guessed/);
    const compared = await runRetired(['diff', one, other, '--json']);
    expect(compared.code).toBe(0);
    expect(compared.stderr).toBe(`${DOMAIN} (${one}:1:20)\n${DOMAIN} (${other}:1:20)\n`);
    expect(JSON.parse(compared.stdout)).toMatchObject({ answers: [], decisions: [] });
  });
});

describe('`diff` with older knowledge that still asks', () => {
  const HALL = 'answers: { loss: nothing, staleness: minutes, traffic: 40 }\n';

  /** The small knowledge of today: without the question `loss`, and without the choice `minutes`. */
  async function today(): Promise<string> {
    const text = await smallFile('questions.yaml');
    const questions = text
      .slice(0, text.indexOf('  - id: loss'))
      .replace('      - { id: minutes, label: Minutes or more }\n', '');
    const retired = `retired:
  - { question: loss, because: nobody knows }
  - { question: staleness, choice: minutes, because: too vague }
`;
    const patterns: Record<string, string> = {};
    for (const name of ['storage.md', 'others.md']) {
      const lines = (await smallFile(`patterns/${name}`)).split('\n');
      patterns[`patterns/${name}`] = lines
        .filter((line) => !/`.*(loss:|minutes)/.test(line))
        .join('\n');
    }
    return folderWith({
      ...patterns,
      'questions.yaml': questions + retired,
      'qualities.yaml': await smallFile('qualities.yaml'),
      'decisions.yaml': (await smallFile('decisions.yaml')).replace(/.*(loss:|minutes).*\n/g, ''),
    });
  }

  function smallFile(name: string): Promise<string> {
    return readFile(join(SMALL, name), 'utf8');
  }

  test('counts the answer there, and warns of it once', async () => {
    const file = await fileWith(HALL);
    const argv = ['diff', file, '--from-knowledge', SMALL, '--knowledge', await today()];
    const { code, stdout, stderr } = await run([...argv, '--json']);
    expect(stderr).toBe(
      [
        `\`loss\` is no longer asked and its answer is ignored: nobody knows (${file}:1:18)`,
        `\`minutes\` of \`staleness\` is no longer a choice and is ignored: too vague (${file}:1:38)`,
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
    const { before, after, answers } = JSON.parse(stdout);
    expect(before.only).toEqual({ questions: ['loss'], choices: ['staleness=minutes'] });
    expect([before.unknown, after.unknown, answers]).toEqual([undefined, undefined, []]);
  });

  test('says what moved a pick there', async () => {
    const old = await fileWith(HALL);
    const now = await fileWith('answers: { loss: some, staleness: never, traffic: 40 }\n');
    const argv = ['diff', old, now, '--from-knowledge', SMALL, '--knowledge', await today()];
    const { code, stdout } = await run(argv);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +loss +"Nothing at all" → "some"$/m);
    expect(stdout).toMatch(/^ +How old may be what users +"Minutes or more" → "Never old"$/m);
    expect(stdout).not.toContain('no longer pinned');
  });
});

describe('an interview', () => {
  const SAID =
    'answers: { domain: shop, loss: some, staleness: hours }\nnotes: { domain: guessed }\n';

  test('goes on from a file without it, and saves it without it', async () => {
    const file = await fileWith(SAID);
    const flags = ['-s', 'traffic=low', '-s', 'staleness=never', '-s', 'contents=photos'];
    const { code, stderr } = await runRetired(['ask', '-a', file, '--save', file, ...flags]);
    expect(code).toBe(0);
    expect(stderr).toContain(`${DOMAIN} (${file}:1:20)\n${HOURS} (${file}:1:49)\n`);
    const saved = await readFile(file, 'utf8');
    expect(saved).toContain('loss: some');
    expect(saved).not.toMatch(/domain|guessed|hours/);
  });

  test('that was left is resumed without it', async () => {
    const folder = await folderWith({ 'questions.yaml': RETIRED });
    const plan = {
      ...{ version: 1, decisions: [], order: 'adaptive' },
      ...{ asked: ['domain', 'loss', 'staleness'], toReview: ['domain'] },
      ...{ knowledge: [join(process.cwd(), SMALL)], addKnowledge: [folder] },
    };
    const file = await fileWith(`${MARK}${JSON.stringify(plan)}\n${SAID}`);
    const saved = join(folder, 'saved.yaml');
    const flags = ['-s', 'traffic=low', '-s', 'staleness=never', '-s', 'contents=photos'];
    const { code, stderr } = await run(['ask', '--resume', file, '--save', saved, ...flags], {
      env: { XDG_STATE_HOME: folder },
    });
    expect(stderr).toContain(`${DOMAIN} (${file}:2:20)\n${HOURS} (${file}:2:49)\n`);
    expect(code).toBe(0);
    const text = await readFile(saved, 'utf8');
    expect(text).toContain('loss: some');
    expect(text).not.toMatch(/domain|guessed|hours/);
  });
});

test('`check` says where a retired question is still asked', async () => {
  const folder = await folderWith({
    'questions.yaml': 'groups: []\nquestions: []\nretired: [{ question: loss, because: no use }]\n',
  });
  const { code, stdout } = await runSmall(['check', '--add-knowledge', folder]);
  expect(code).toBe(1);
  expect(stdout).toContain(
    'questions.yaml:3:11 error `loss` is retired, but the question still exists (broken-retirement)',
  );
});
