import { readdirSync } from 'node:fs';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { readAdvice } from '../support/cli-advice.ts';
import { run, runSmall } from '../support/cli-run.ts';
import { idsIn, marked, markedFlags, withMarkedIds } from '../support/ids-in-text.ts';
import { builtInKnowledge, smallKnowledge } from '../support/loaded-knowledge.ts';

const PROFILES = readdirSync('knowledge/profiles').map((file) => file.replace(/\.yaml$/, ''));
const SHEETS = 'tests/panel/answers';

async function textOf(...args: readonly string[]): Promise<string> {
  const { code, stdout } = await run(['recommend', ...args]);
  expect(code).toBe(0);
  return stdout;
}

function linesIn(text: string): string[] {
  return text.trimEnd().split('\n');
}

describe.each(PROFILES)('a summary for %s', (profile) => {
  const flags = ['--profile', profile];

  test('has at most 60 lines at 80 columns, with all main picks and where to go on', async () => {
    const text = await textOf(...flags, '--width', '80');
    expect(linesIn(text).length).toBeLessThanOrEqual(60);
    for (const { below, title } of (await builtInKnowledge()).decisions.values()) {
      if (below === undefined) expect(text).toContain(`\n  ${title}`);
    }
    expect(text).toMatch(/\nNext.*\n {2}Reasons +arch-advisor explain /);
  });

  test.each([[[]], [['--finer']], [['--full']]])(
    'has no line over 100 characters, however wide the terminal: %j',
    async (more) => {
      const lines = linesIn(await textOf(...flags, ...more, '--width', '300'));
      expect(lines.filter((line) => stringWidth(line) > 100)).toEqual([]);
    },
  );

  test.each([
    [[]],
    [['--brief']],
    [['--finer']],
    [['--full']],
    [[marked('database'), marked('system-style'), marked('shard-key-strategy')]],
  ])('calls everything by its title or label: %j', async (more) => {
    const { answers } = readAdvice(await textOf(...flags, '--json'));
    const knowledge = withMarkedIds(await builtInKnowledge());
    const { code, stdout } = await run(['recommend', ...markedFlags(answers), ...more], {
      knowledge,
    });
    expect(code).toBe(0);
    expect(idsIn(stdout)).toEqual([]);
  });
});

test('a summary has at most 60 lines for every described system', async () => {
  const files = readdirSync(SHEETS).filter((file) => /\.(ya?ml|json)$/.test(file));
  expect(files.length).toBeGreaterThanOrEqual(80);
  const lengths = new Map<string, number>();
  for (const file of files) {
    lengths.set(file, linesIn(await textOf('--answers', `${SHEETS}/${file}`)).length);
  }
  expect([...lengths].filter(([, lines]) => lines > 60)).toEqual([]);
});

/** The small knowledge, in which some decisions say how costly they are to reverse. */
async function withReversal(): Promise<KnowledgeBase> {
  const small = await smallKnowledge();
  const costs = new Map([
    ['labels', 'days'],
    ['guards', 'years'],
  ] as const);
  const decisions = [...small.decisions.values()].map((decision) => {
    const reversal = [...costs].find(([id]) => id === decision.id)?.[1];
    return [decision.id, { ...decision, ...(reversal && { reversal }) }] as const;
  });
  return { ...small, decisions: new Map(decisions) };
}

describe('the sentences', () => {
  const why = (text: string) => text.slice(text.indexOf('\nWhy, '), text.indexOf('\nNext'));

  test('begin with what is hardest to reverse; what does not say so comes last', async () => {
    const { stdout } = await run(['recommend'], { knowledge: await withReversal() });
    const [guards, labels, storage] = ['No guard:', 'Short labels, Long labels:', 'Cabinet:'].map(
      (lead) => why(stdout).indexOf(`\n  ${lead}`),
    );
    expect(guards).toBeGreaterThan(0);
    expect(labels).toBeGreaterThan(guards ?? 0);
    expect(storage).toBeGreaterThan(labels ?? 0);
  });

  test('say how costly a pick is to reverse for programs', async () => {
    const { stdout } = await run(['recommend', '--json'], { knowledge: await withReversal() });
    const found = readAdvice(stdout).decisions.map(({ id, reversal }) => [id, reversal]);
    expect(Object.fromEntries(found)).toMatchObject({ labels: 'days', guards: 'years' });
    expect(stdout).not.toContain('"reversal": null');
  });

  test('name the change that a narrow pick would not survive', async () => {
    const flags = ['--set', 'loss=nothing', '--set', 'traffic=low'];
    const { stdout } = await runSmall(['recommend', ...flags, '--set', 'contents=orders']);
    expect(why(stdout).replace(/\s+/g, ' ')).toMatch(
      /Narrow: if "How many requests come in per second\?" were "100 to 1,000", Alarm would be added\./,
    );
  });

  test('leave out what is plain, and what does not arise', async () => {
    const text = await textOf('--profile', 'startup-mvp');
    expect(text).toContain('NoSQL type');
    expect(why(text)).not.toContain('NoSQL type');
    const knowledge = await smallKnowledge();
    const { stdout } = await run(
      ['recommend', '--set', 'traffic=low', '--set', 'loss=some', '--set', 'contents=letters'],
      { knowledge },
    );
    expect(stdout).not.toContain('Order of the heap:');
  });

  test('get fewer where there is little room, and are counted where there is none', async () => {
    const wide = await textOf('--profile', 'ride-hailing', '--width', '100');
    expect(wide).not.toContain('more decision');
    const usual = await textOf('--profile', 'ride-hailing');
    expect(usual).toMatch(/\n {2}\d more decisions?: arch-advisor recommend --full\n/);
  });
});

test('what contradicts comes before the picks, what conflicts or is not covered after them', async () => {
  const odds = ['--set', 'staleness=never', '--set', 'partition=accept'];
  const pins = ['--pin', 'cache-topology=near-cache', '--pin', 'caching=no-cache'];
  const text = await textOf(...odds, ...pins);
  const at = [
    'These answers contradict each other',
    '\n  System structure ',
    'These picks are incompatible',
    '\nWhy, hardest to reverse first',
  ].map((part) => text.indexOf(part));
  expect(at.every((place) => place > 0)).toBe(true);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
});

describe('--strict', () => {
  test('says on standard error that a finer decision fails it, which a summary does not print', async () => {
    const knowledge = await smallKnowledge();
    const decisions = new Map(
      [...knowledge.decisions].map(([id, decision]) => [
        id,
        id === 'storage' ? decision : { ...decision, below: 'storage' },
      ]),
    );
    const args = ['recommend', '--strict', '--pin', 'storage=vault'];
    const { code, stderr } = await run(args, { knowledge: { ...knowledge, decisions } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^--strict: every main decision is settled, but .* --finer\n$/);
    const finer = await run([...args, '--finer'], { knowledge: { ...knowledge, decisions } });
    expect(finer).toMatchObject({ code: 1, stderr: '' });
  });
});

describe('--finer', () => {
  test('adds the finer decisions that apply, below their own', async () => {
    const usual = await textOf('--profile', 'online-shop');
    const finer = await textOf('--profile', 'online-shop', '--finer');
    expect(usual).not.toContain('Cache strategy');
    expect(finer).toMatch(/\n {2}Caching .*\n {4}Cache strategy /);
    expect(finer).not.toContain('arch-advisor recommend --finer');
  });
});
