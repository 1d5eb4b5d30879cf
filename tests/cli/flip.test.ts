import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readAdvice } from '../support/cli-advice.ts';
import { failureOf } from '../support/cli-failure.ts';
import { run, runSmall } from '../support/cli-run.ts';
import { SMALL } from '../support/loaded-knowledge.ts';

describe('flip', () => {
  test('tells what may turn out, what would have to change, and a command that tries the first', async () => {
    const ran = await runSmall(['flip', 'guards', '--profile', 'town-hall']);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(ran.stdout).toMatchInlineSnapshot(`
      "Guards: No guard                                                ○ open
        A single answer would change the pick, in 3 ways.

      If you answer (not answered yet)
        How much may be lost? "Nothing at all"         Twin ● settled

      If you change
        How many requests come in per second? "100 to  Alarm ○ open
        1,000 requests per second" or more (now "Fewer
        than 100 requests per second")

      Try: arch-advisor recommend guards --knowledge tests/fixtures/cli \\
          --profile town-hall --set loss=nothing
      "
    `);
  });

  test('tells sets of answers that change together below each other', async () => {
    const { stdout } = await runSmall(['flip', 'storage', '--profile', 'town-hall', '--full']);
    expect(stdout).toMatchInlineSnapshot(`
      "Storage: Cabinet                                                ● settled
        No single answer would change the pick; two would, in 10 ways.

      If you change
        How many requests come in per second? "1,000   Heap ○ open
        or more requests per second" (now "Fewer than
        100 requests per second")
          and How old may be what users see? "Some
          seconds" or "Minutes or more" (now "Never
          old")
        How many requests come in per second? "100 to  Heap ○ open
        1,000 requests per second" (now "Fewer than
        100 requests per second")
          and What is kept? "Photos" instead of
          "Orders and invoices", or "Letters" instead
          of "Orders and invoices"
        How many requests come in per second? "1,000   Heap ○ open
        or more requests per second" (now "Fewer than
        100 requests per second")
          and What is kept? without "Orders and
          invoices", or with "Photos", "Letters" or
          "Nothing so far" in its place, or also
          "Photos", or also "Letters"

      Try: arch-advisor recommend storage --knowledge tests/fixtures/cli \\
          --profile town-hall --set traffic=huge --set staleness=seconds
      "
    `);
  });

  test('tells only the first of many rows, how many there are, and all with --full', async () => {
    const argv = ['flip', 'release-strategy', '--profile', 'payments-ledger'];
    const usual = await run(argv);
    const full = await run([...argv, '--full']);
    expect(usual.stdout).toMatch(/\d+ of \d+ shown; --full shows the rest/);
    expect(full.stdout).not.toContain('--full');
    expect(full.stdout.split('\n').length).toBeGreaterThan(usual.stdout.split('\n').length);
  });

  test('says where the decision does not apply, or may not, that this is its pick if it did', async () => {
    const headOf = async (...flags: readonly string[]) => {
      const { stdout } = await runSmall(['flip', 'heap-order', ...flags]);
      return stdout.split('\n\n')[0];
    };
    expect(await headOf('--set', 'traffic=low')).toMatchInlineSnapshot(`
      "Order of the heap: By size                                      ● settled
        A single answer would change the pick, in 2 ways. With these answers the
        decision does not apply; this is what would be picked if it did."
    `);
    expect(await headOf()).toMatchInlineSnapshot(`
      "Order of the heap: By size                                      ○ open
        A single answer would change the pick, in 2 ways. It is still open whether the
        decision applies; this is what is picked if it does."
    `);
    const { stdout } = await runSmall(['flip', 'heap-order', '--json']);
    expect(JSON.parse(stdout).decisions).toMatchObject([{ applies: 'undecided' }]);
  });

  test('tells several decisions one after the other', async () => {
    const { stdout } = await runSmall(['flip', 'guards', 'storage', 'guards']);
    const heads = stdout.split('\n').filter((line) => /^\w+: /.test(line));
    expect(heads.map((line) => line.split(':')[0])).toEqual(['Guards', 'Try', 'Storage', 'Try']);
  });

  test('keeps every line within the width', async () => {
    for (const width of [40, 80, 120]) {
      const argv = ['flip', 'storage', 'guards', '--profile', 'town-hall', '--width', `${width}`];
      const { stdout } = await runSmall(argv);
      expect(stdout).toContain('Guards: No guard');
      expect(stdout.split('\n').filter((line) => line.length > width)).toEqual([]);
    }
  });

  test('prints nothing beyond ASCII of its own where that is asked for', async () => {
    const { stdout } = await runSmall(['flip', 'storage', 'guards', '--ascii']);
    expect(stdout).toContain('o open');
    expect(stdout).not.toMatch(/[^\n\x20-\x7e]/);
  });
});

test('a search that is over soon shows no progress on a terminal', async () => {
  const { stdout, stderr } = await runSmall(['flip', 'guards'], { columns: 80 });
  expect(stdout).toContain('Guards: No guard');
  expect(stderr).toBe('');
});

describe('flip --to', () => {
  test('tells only what makes this alternative the pick', async () => {
    const argv = ['flip', 'storage', '--profile', 'town-hall', '--to', 'heap', '--json'];
    const [decision] = JSON.parse((await runSmall(argv)).stdout).decisions;
    expect(decision).toMatchObject({ decision: 'storage', to: 'heap', size: 2 });
    const picks = decision.flips.map(({ pick }: { pick: unknown }) => pick);
    expect(picks).toEqual(picks.map(() => expect.objectContaining({ recommended: ['heap'] })));
  });

  test('says how far it has looked where nothing helps', async () => {
    const { code, stdout } = await runSmall(['flip', 'labels', '--to', 'long-labels']);
    expect(code).toBe(0);
    expect(stdout).toContain('No change of up to 3 answers would make it Long labels.');
    expect(stdout).not.toContain('Try:');
  });

  test('refuses what is already the pick', async () => {
    const { sentence, hint } = failureOf(await runSmall(['flip', 'storage', '--to', 'cabinet']));
    expect(sentence).toBe('`cabinet` is already the pick');
    expect(hint).toContain('--to');
  });

  test('refuses what would be the pick of a decision that does not apply', async () => {
    const argv = ['flip', 'heap-order', '--set', 'traffic=low', '--to', 'by-size'];
    expect(failureOf(await runSmall(argv)).sentence).toBe('`by-size` is already the pick');
  });

  test('refuses several decisions', async () => {
    const ran = await runSmall(['flip', 'storage', 'guards', '--to', 'heap']);
    expect(failureOf(ran).sentence).toContain('`--to`');
  });

  test.each([
    [['storrage'], 'Unknown decision `storrage`', 'did you mean `storage`?'],
    [
      ['storage', '--to', 'heep'],
      'Unknown alternative `heep` of `storage`',
      'did you mean `heap`?',
    ],
  ])('names what it does not know: %j', async (argv, named, meant) => {
    const { sentence, hint } = failureOf(await runSmall(['flip', ...argv]));
    expect({ sentence, hint }).toEqual({ sentence: named, hint: meant });
  });
});

describe('flip --json', () => {
  test('gives each change with what it was, and the pick after it', async () => {
    const argv = ['flip', 'guards', '--profile', 'town-hall', '--json'];
    const { knowledge, ...rest } = JSON.parse((await runSmall(argv)).stdout);
    expect(knowledge.version).toBe('7.1.0');
    expect(rest).toEqual({
      version: 1,
      decisions: [
        {
          ...{ decision: 'guards', applies: 'yes' },
          pick: { status: 'open', recommended: ['no-guard'] },
          searchedUpTo: 3,
          size: 1,
          total: 3,
          flips: [
            {
              changes: [{ question: 'loss', to: 'nothing' }],
              pick: { status: 'settled', recommended: ['twin'] },
            },
            {
              changes: [{ question: 'traffic', from: 'low', to: 'high' }],
              pick: { status: 'open', recommended: ['alarm'] },
            },
            {
              changes: [{ question: 'traffic', from: 'low', to: 'huge' }],
              pick: { status: 'open', recommended: ['alarm'] },
            },
          ],
        },
      ],
    });
  });

  test('gives a list where several may be picked', async () => {
    const argv = ['flip', 'storage', '--profile', 'town-hall', '--json'];
    const [decision] = JSON.parse((await runSmall(argv)).stdout).decisions;
    const changes = decision.flips.flatMap((flip: { changes: { question: string }[] }) =>
      flip.changes.filter(({ question }) => question === 'contents'),
    );
    expect(changes).toContainEqual({ question: 'contents', from: ['orders'], to: ['letters'] });
  });
});

test('the command that is proposed gives the pick that is promised', async () => {
  const answers = await readFile(`${SMALL}/profiles/town-hall.yaml`, 'utf8');
  const argv = [
    'flip',
    'storage',
    '--answers',
    '-',
    '--set',
    'traffic=100',
    '--pin',
    'guards=twin',
  ];
  const { stdout } = await runSmall([...argv, '--set', 'staleness=never'], { stdin: answers });
  const words = (stdout.split('Try: ')[1] ?? '').replaceAll('\\\n', '').trim().split(/\s+/);
  expect(words.slice(0, 3)).toEqual(['arch-advisor', 'recommend', 'storage']);
  const { stdout: advice } = await run([...words.slice(1), '--json'], { stdin: answers });
  expect(stdout.split('\n')[0]).toContain('Storage: Cabinet');
  expect(readAdvice(advice).decisions[0]?.recommended).toEqual(['heap']);
  expect(readAdvice(advice).pins).toEqual({ guards: ['twin'] });
});
