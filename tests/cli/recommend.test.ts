import { describe, expect, test } from 'vitest';
import { decisionIn, readAdvice } from '../support/cli-advice.ts';
import { run, runSmall } from '../support/cli-run.ts';

const SETTLED = ['--set', 'staleness=never', '--set', 'contents=orders'];
const RULED_OUT = ['--set', 'loss=nothing', '--pin', 'storage=heap'];

describe('recommend', () => {
  test('prints the result on standard output, and nothing else anywhere', async () => {
    const { code, stdout, stderr } = await runSmall(['recommend']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Storage');
  });

  test('prints only the table with --brief, and what its words mean', async () => {
    const { stdout } = await runSmall(['recommend', '--brief', ...SETTLED]);
    const [, table = '', notes, ...rest] = stdout.trimEnd().split('\n\n');
    expect(table.match(/^ {2}\S/gm)).toHaveLength(4);
    expect(notes).toMatch(/^ {2}Percentages: /);
    expect(rest).toEqual([]);
  });

  test('says in a summary what speaks for a pick, and prints every sentence with its place in full', async () => {
    const usual = await runSmall(['recommend', ...SETTLED]);
    expect(usual.stdout).toContain('Cabinet: One register tells everybody the same.');
    expect(usual.stdout).not.toContain('Guards: No guard');
    const full = await runSmall(['recommend', '--full', ...SETTLED]);
    expect(full.stdout).toContain('Guards: No guard');
    expect(full.stdout).toContain('one register tells everybody the\n');
    expect(full.stdout).toContain('storage.md:6');
    expect(full.stdout).not.toContain('--full');
  });

  test('tells a decision that is asked for by name, and no other', async () => {
    const { stdout } = await runSmall(['recommend', 'guards']);
    expect(stdout).toContain('Guards: No guard');
    expect(stdout).not.toContain('Storage');
  });

  test('prints the decisions that are asked for, in the order of the knowledge', async () => {
    const { stdout } = await runSmall(['recommend', 'guards', 'storage', '--json']);
    expect(readAdvice(stdout).decisions.map(({ id }) => id)).toEqual(['storage', 'guards']);
  });

  test('decides a decision asked for alone as it does among the others', async () => {
    const flags = ['--json', '--set', 'traffic=huge', '--set', 'contents=letters'];
    const alone = await runSmall(['recommend', 'heap-order', ...flags]);
    const all = await runSmall(['recommend', ...flags]);
    expect(decisionIn(alone.stdout, 'heap-order')).toEqual(decisionIn(all.stdout, 'heap-order'));
  });

  test('is headed by the name of the system', async () => {
    const named = await runSmall(['recommend', '--profile', 'town-hall', '--system', 'Our hall']);
    expect(named.stdout.split('\n')[0]).toMatch(/^Our hall +3 of 4 questions answered$/);
    const unnamed = await runSmall(['recommend']);
    expect(unnamed.stdout.split('\n')[0]).toMatch(/^Your system +0 of 4 questions answered$/);
  });
});

describe('a decision that may not apply', () => {
  test('says so in the table, and what that depends on below', async () => {
    const { stdout } = await runSmall(['recommend', 'heap-order', '--set', 'traffic=huge']);
    expect(stdout).toMatchInlineSnapshot(`
      "Your system                                            1 of 4 questions answered

        Order of the heap        By date                   ○ if it applies:
                                                           settled, narrow

        Narrow: changing one answer can change the pick.

      Order of the heap: By date                      ○ if it applies: settled, narrow
        For           +  performance               the newest lies on top [1]
        Alternatives  By size is 3 points behind.
                      If "How many requests come in per second?" were "Fewer than
                      100", it would be By size.
                      By size is better at simplicity: a glance is enough [2]
        Depends on    no open question
        Applies       so far, yes; depends on "How old may be what users see?", "What
                      is kept?", "How much may be lost?"
        [1] others.md:7  [2] others.md:3

      Line numbers refer to the documents in tests/fixtures/cli/patterns/

      Worth answering next: How much may be lost? (could change 1 pick)

      Next, each with --knowledge tests/fixtures/cli --set traffic=huge
        Reasons          arch-advisor explain heap-order
        What changes it  arch-advisor flip heap-order
        Open questions   arch-advisor ask heap-order
        Record it        arch-advisor adr heap-order
      "
    `);
  });

  test('says where it does not apply as the picks stand', async () => {
    const { stdout } = await runSmall(['recommend', 'heap-order']);
    expect(stdout).toMatchInlineSnapshot(`
      "Your system                                            0 of 4 questions answered

        Order of the heap        By size                   does not apply so far

        Percentages: share of the ways to answer the open questions.

      Order of the heap: By size                  ○ if it applies: unlikely 33%, By
                                                  date likelier
        For           +  simplicity                a glance is enough [1]
        Alternatives  By date is 1 point behind.
                      By date is better at performance: the newest lies on top [2]
        Depends on    "How many requests come in per second?"
        Applies       so far, no; depends on "How many requests come in per second?",
                      "How old may be what users see?", "What is kept?", "How much may
                      be lost?"
        [1] others.md:3  [2] others.md:7

      Line numbers refer to the documents in tests/fixtures/cli/patterns/

      Worth answering next: How much may be lost? (could change 1 pick)

      Next, each with --knowledge tests/fixtures/cli
        Reasons          arch-advisor explain heap-order
        What changes it  arch-advisor flip heap-order
        Open questions   arch-advisor ask heap-order
      "
    `);
  });

  test('has no pick where it never applies', async () => {
    const { stdout } = await runSmall(['recommend', 'heap-order', '--set', 'traffic=low']);
    expect(stdout).toMatchInlineSnapshot(`
      "Your system                                            1 of 4 questions answered

        Order of the heap        –                         does not apply

      Order of the heap                                               does not apply

      Line numbers refer to the documents in tests/fixtures/cli/patterns/

      Next, each with --knowledge tests/fixtures/cli --set traffic=low
        Reasons          arch-advisor explain heap-order
        What changes it  arch-advisor flip heap-order
      "
    `);
  });
});

describe('where to go on', () => {
  const next = async (...args: readonly string[]) => {
    const { stdout } = await runSmall(['recommend', ...args]);
    const [, commands = ''] = stdout.split(/\nNext.*\n/);
    return commands
      .trimEnd()
      .split('\n')
      .map((line) => line.trim().replace(/ {2,}/, ' | '));
  };

  test('names the first decision that is explained, and the first that is narrow or not certain', async () => {
    expect(await next('--profile', 'town-hall')).toEqual([
      'Reasons | arch-advisor explain storage',
      'What changes it | arch-advisor flip guards',
      'Full report | arch-advisor recommend --full',
      'Open questions | arch-advisor ask',
      'Record it | arch-advisor adr',
    ]);
    expect(await next('storage', ...SETTLED)).toEqual([
      'Reasons | arch-advisor explain storage',
      'What changes it | arch-advisor flip storage',
      'Record it | arch-advisor adr storage',
    ]);
  });

  test('names no pinned decision to flip, and nothing to ask where all is settled', async () => {
    expect(await next('storage', '--pin', 'storage=vault')).toEqual([
      'Reasons | arch-advisor explain storage',
      'Record it | arch-advisor adr storage',
    ]);
  });

  test('repeats the flags where each command fits into a line', async () => {
    const { stdout } = await run(['recommend', 'caching', '--profile', 'chat']);
    expect(stdout).toContain(
      '\nNext\n  Reasons          arch-advisor explain caching --profile chat\n',
    );
    const narrow = await run(['recommend', 'caching', '--profile', 'chat', '--width', '60']);
    expect(narrow.stdout).toContain('\nNext, each with --profile chat\n');
    expect(narrow.stdout).toContain('arch-advisor explain caching\n');
  });

  test('does not name standard input, which cannot be read again', async () => {
    const stdin = 'answers: { teams: one }';
    const { stdout } = await run(['recommend', 'caching', '--answers', '-'], { stdin });
    expect(stdout).toContain('\nNext, with the same flags\n');
    expect(stdout).not.toContain('--answers');
  });

  test.each([['--brief'], ['--full']])('is not told with %s', async (flag) => {
    const { stdout } = await runSmall(['recommend', flag, '--profile', 'town-hall']);
    expect(stdout).not.toMatch(/^Next/m);
  });

  test('tells how to break a tie', async () => {
    const { stdout } = await runSmall(['recommend', 'labels', '--width', '120']);
    expect(stdout).toContain('arch-advisor flip labels shows what would break the tie');
  });
});

describe('recommend --strict', () => {
  test.each([
    ['settled', 0, ['storage', ...SETTLED]],
    ['not-applicable', 0, ['heap-order', ...SETTLED]],
    ['open', 1, ['storage']],
    ['tied', 1, ['labels']],
    ['infeasible', 1, ['storage', ...RULED_OUT]],
  ])('on a pick that is %s exits with %i and prints the advice all the same', async (...row) => {
    const [status, exitCode, args] = row;
    const { code, stdout, stderr } = await runSmall(['recommend', ...args, '--json', '--strict']);
    expect({ code, stderr }).toEqual({ code: exitCode, stderr: '' });
    expect(readAdvice(stdout).decisions.map((each) => each.status)).toEqual([status]);
    expect((await runSmall(['recommend', ...args])).code).toBe(0);
  });

  test('exits with 1 where it is undecided whether a decision applies, though its pick is settled', async () => {
    const flags = ['--json', '--strict', '--set', 'traffic=huge'];
    const { code, stdout } = await runSmall(['recommend', 'heap-order', ...flags]);
    expect(decisionIn(stdout, 'heap-order')).toMatchObject({
      ...{ status: 'settled', recommended: ['by-date'], dependsOn: [] },
      ...{ applies: 'undecided', appliesDependsOn: ['staleness', 'contents', 'loss'] },
    });
    expect(code).toBe(1);
    const answered = ['staleness=minutes', 'contents=letters', 'loss=some'];
    const more = answered.flatMap((each) => ['--set', each]);
    const applying = await runSmall(['recommend', 'heap-order', ...flags, ...more]);
    expect(decisionIn(applying.stdout, 'heap-order').applies).toBe('yes');
    expect(applying.code).toBe(0);
  });

  test('looks only at the decisions that are asked for', async () => {
    expect((await runSmall(['recommend', '--strict', ...SETTLED])).code).toBe(1);
    expect((await runSmall(['recommend', '--strict', 'storage', ...SETTLED])).code).toBe(0);
  });
});

describe('a pin', () => {
  test('settles its decision and is said to be one', async () => {
    const { stdout } = await runSmall(['recommend', '--json', '--pin', 'storage=vault']);
    expect(readAdvice(stdout).pins).toEqual({ storage: 'vault' });
    expect(decisionIn(stdout, 'storage')).toMatchObject({
      ...{ pinned: true, status: 'settled', recommended: ['vault'], dependsOn: [] },
    });
    expect(decisionIn(stdout, 'heap-order').status).toBe('not-applicable');
    expect(decisionIn(stdout, 'labels').pinned).toBe(false);
  });

  test('is infeasible where it is certainly ruled out, citing the rule', async () => {
    const { stdout } = await runSmall(['recommend', '--json', ...RULED_OUT]);
    const { status, recommended, ranking } = decisionIn(stdout, 'storage');
    expect({ status, recommended }).toEqual({ status: 'infeasible', recommended: [] });
    expect(ranking.find(({ alternative }) => alternative === 'heap')?.excludedBy).toEqual([
      {
        state: 'certain',
        text: 'nothing may be lost',
        because: 'loss: nothing',
        file: 'tests/fixtures/cli/patterns/storage.md',
        line: 33,
      },
    ]);
  });

  test('is open where it may come to be ruled out', async () => {
    const { stdout } = await runSmall(['recommend', '--json', '--pin', 'storage=heap']);
    expect(decisionIn(stdout, 'storage')).toMatchObject({
      ...{ status: 'open', recommended: ['heap'], dependsOn: ['loss'] },
    });
  });

  test('may be a list where several may be picked', async () => {
    const { stdout } = await runSmall(['recommend', '--json', '--pin', 'guards=alarm, twin']);
    expect(readAdvice(stdout).pins).toEqual({ guards: ['twin', 'alarm'] });
    expect(decisionIn(stdout, 'guards').recommended.toSorted()).toEqual(['alarm', 'twin']);
  });

  test('may be said twice where both say the same', async () => {
    const pins = ['--pin', 'storage=vault', '--pin', 'storage=vault'];
    const { stdout } = await runSmall(['recommend', '--json', ...pins]);
    expect(readAdvice(stdout).pins).toEqual({ storage: 'vault' });
  });

  test('on the command line wins over one of a profile', async () => {
    const flags = ['--json', '--profile', 'post-office', '--pin', 'labels=long-labels'];
    const { stdout } = await runSmall(['recommend', ...flags]);
    expect(readAdvice(stdout).pins).toEqual({ labels: 'long-labels' });
  });
});
