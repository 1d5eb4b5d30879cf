import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/model/explanation.ts';
import { run, runSmall } from '../support/cli-run.ts';

const SETTLED = ['--set', 'staleness=never', '--set', 'contents=orders'];
async function explained(...args: readonly string[]): Promise<Explanation> {
  return JSON.parse((await runSmall(['explain', '--json', ...args])).stdout);
}

async function screen(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runSmall(['explain', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('explain', () => {
  test('says the verdict first, then a sum that a person can add up, then what follows', async () => {
    expect(await screen('storage', ...SETTLED)).toMatchInlineSnapshot(`
      "Your system · 2 of 4 answers · knowledge 7.1.0

      Storage: Cabinet                                                ● settled, firm
        Cabinet leads Vault by 16, and no answer to the 2 open questions closes the
        gap (at worst it is 11). Firm: no change of one of your answers changes it.
        For Cabinet
            +8 consistency           weight 4 (staleness=never 4) × (2 − 0): one
                                     register tells everybody the same [1]
            +5 evidence              contents=orders: orders are kept, which refer to
                                     each other [2]
            +3 simplicity            weight 1 (base 1) × (1 − (−2)): everybody has
                                     opened a drawer before [3] (Vault: [4])
          ––––
           +16 Cabinet 14 − Vault (−2)
        Enough     staleness=never, contents=orders (all that was answered)
        Hinges on  no contested sentence (1 tried: left out, and turned round)
        You forgo  performance: each sheet passes the clerk, who is slow on Mondays
                   and absent on Fridays (contested) [5], better in Heap
                   · would hurt with traffic=high|huge (+4)
                   ↳ a second clerk for the busy hours
        Beware     Cabinet if traffic: huge: the whole town comes at once [6]
        [1] storage.md:6  [2] storage.md:11  [3] storage.md:7  [4] storage.md:42
        [5] storage.md:9  [6] storage.md:13

      Lines are those of the documents in tests/fixtures/cli/patterns/
      "
    `);
  });

  test('tells the questions that can still turn an open pick', async () => {
    expect(await screen('storage', '--set', 'traffic=50')).toMatchInlineSnapshot(`
      "Your system · 1 of 4 answers · knowledge 7.1.0

      Storage: Cabinet                                               ● settled, narrow
        Cabinet leads Heap by 2, and no answer to the 3 open questions makes it less.
        Narrow: a change of one of your answers changes it; arch-advisor flip storage
        shows which.
        May be out Heap: nothing may be lost (loss: nothing) [1]
        For Cabinet
            +2 simplicity            weight 1 (base 1) × (1 − (−1)): everybody has
                                     opened a drawer before [2] (Heap: [3])
          ––––
            +2 Cabinet 1 − Heap (−1)
        Enough     traffic=50 (all that was answered)
        Hinges on  no contested sentence (1 tried: left out, and turned round)
        You forgo  performance: each sheet passes the clerk, who is slow on Mondays
                   and absent on Fridays (contested) [4], better in Heap
                   ↳ a second clerk for the busy hours
        [1] storage.md:33  [2] storage.md:7  [3] storage.md:29  [4] storage.md:9

      Lines are those of the documents in tests/fixtures/cli/patterns/
      "
    `);
  });

  test('tells several picks each against not having it', async () => {
    const flags = ['--set', 'loss=nothing', '--set', 'traffic=huge'];
    expect(await screen('guards', ...flags)).toMatchInlineSnapshot(`
      "Your system · 2 of 4 answers · knowledge 7.1.0

      Guards: Twin, Alarm                                            ● settled, narrow
        Twin, Alarm: each is worth more than not having it. Narrow: a change of one of
        your answers changes it; arch-advisor flip guards shows which.
        Twin                     +10 recoverability +6 [1], loss=nothing +5 [2],
                                     simplicity −1 [3]
        Alarm                     +7 traffic=huge +5 [4], recoverability +3 [5],
                                     simplicity −1 [6]
        Enough     traffic=huge, loss=nothing (all that was answered)
        You forgo  simplicity: Twin [3]; Alarm [6]
                   ↳ copy at night only
        [1] others.md:24  [2] others.md:28  [3] others.md:26  [4] others.md:39
        [5] others.md:35  [6] others.md:37

      Lines are those of the documents in tests/fixtures/cli/patterns/
      "
    `);
  });

  test('explains a tie, and when a decision applies that does not', async () => {
    expect(await screen('labels', 'heap-order', ...SETTLED)).toMatchInlineSnapshot(`
      "Your system · 2 of 4 answers · knowledge 7.1.0

      Order of the heap                                               does not apply
        Does not apply: it applies only with \`storage: heap\`.

      Labels: Short labels, Long labels                               ◐ tied
        Short labels and Long labels come out level: arch-advisor flip labels shows
        what would break the tie, --pin labels=ALTERNATIVE decides it.
        The same points for both: Short labels 1, Long labels 1
        Enough     no answer is needed: every answer leads to it
      "
    `);
  });

  test('tells a pick against a rival that is ruled out: the rule, then the sum', async () => {
    const flags = ['--set', 'loss=nothing', '--set', 'contents=orders'];
    expect(await screen('storage', '--over', 'heap', ...flags)).toMatchInlineSnapshot(`
      "Your system · 2 of 4 answers · knowledge 7.1.0

      Storage: Cabinet                                                ● settled, firm
        Heap is ruled out. On points Cabinet leads Heap by 7. Firm: no change of one
        of your answers changes it.
        Ruled out  Heap: nothing may be lost (loss: nothing) [1]
        For Cabinet
            +5 evidence              contents=orders: orders are kept, which refer to
                                     each other [2]
            +2 simplicity            weight 1 (base 1) × (1 − (−1)): everybody has
                                     opened a drawer before [3] (Heap: [4])
          ––––
            +7 Cabinet 6 − Heap (−1)
        Enough     contents=orders, loss=nothing (all that was answered)
        Hinges on  no contested sentence (1 tried: left out, and turned round)
        Beware     Cabinet if traffic: huge: the whole town comes at once [5]
        [1] storage.md:33  [2] storage.md:11  [3] storage.md:7  [4] storage.md:29
        [5] storage.md:13

      Lines are those of the documents in tests/fixtures/cli/patterns/
      "
    `);
  });

  test('tells without decisions those that answers move, in short', async () => {
    expect(await screen(...SETTLED)).toMatchInlineSnapshot(`
      "Your system · 2 of 4 answers · knowledge 7.1.0

      Storage: Cabinet                                                ● settled, firm
        Cabinet leads Vault by 16, and no answer to the 2 open questions closes the
        gap (at worst it is 11). Firm: no change of one of your answers changes it.
        For Cabinet
            +8 consistency           weight 4 (staleness=never 4) × (2 − 0) [1]
            +5 evidence              contents=orders [2]
            +3 simplicity            weight 1 (base 1) × (1 − (−2)) [3] [4]
          ––––
           +16 Cabinet 14 − Vault (−2)
        Enough     staleness=never, contents=orders (all that was answered)
        [1] storage.md:6  [2] storage.md:11  [3] storage.md:7  [4] storage.md:42

      Labels: Short labels, Long labels                               ◐ tied
        Short labels and Long labels come out level: arch-advisor flip labels shows
        what would break the tie, --pin labels=ALTERNATIVE decides it.
        The same points for both: Short labels 1, Long labels 1
        Enough     no answer is needed: every answer leads to it

      Lines are those of the documents in tests/fixtures/cli/patterns/
      "
    `);
  });

  test('keeps apart what would be picked, with exact shares, and whether the decision applies', async () => {
    const { version, decisions } = await explained('heap-order');
    expect(version).toBe(2);
    expect(decisions).toMatchObject([
      {
        ...{ status: 'open', recommended: ['by-size'], dependsOn: ['traffic'], share: 333 },
        ...{ applies: 'undecided', appliesWhen: ['storage: heap'] },
        appliesDependsOn: ['traffic', 'staleness', 'contents', 'loss'],
        shares: {
          sampled: false,
          shares: [
            { alternative: 'by-size', share: 333 },
            { alternative: 'by-date', share: 667 },
          ],
        },
      },
    ]);
    expect(await screen('heap-order')).toMatchInlineSnapshot(`
      "Your system · 0 of 4 answers · knowledge 7.1.0

      Order of the heap: By size                  ○ if it applies: unlikely 33 %, By
                                                  date 67 %
        Open: By size leads By date by 1 so far. Only traffic can still turn it. It
        applies only with \`storage: heap\`, which depends on traffic, staleness,
        contents, loss.
        For By size
            +1 simplicity            weight 1 (base 1) × (1 − 0): a glance is enough
                                     [1]
          ––––
            +1 By size 1 − By date 0
        Shares     By date 67 %, By size 33 % of all ways to answer the rest, if it
                   applies; no probability
        You forgo  performance: more in By date: the newest lies on top [2]
                   · would hurt with traffic=high|huge (+4)
        [1] others.md:3  [2] others.md:7

      Lines are those of the documents in tests/fixtures/cli/patterns/
      "
    `);
    expect(await screen('heap-order', '--set', 'traffic=huge')).toMatchInlineSnapshot(`
      "Your system · 1 of 4 answers · knowledge 7.1.0

      Order of the heap: By date                      ○ if it applies: settled, narrow
        By date leads By size by 3; every question that touches it is answered.
        Narrow: a change of one of your answers changes it; arch-advisor flip
        heap-order shows which. It applies only with \`storage: heap\`, which depends on
        staleness, contents, loss.
        For By date
            +4 performance           weight 4 (traffic=huge 4) × (1 − 0): the newest
                                     lies on top [1]
        For By size
            −1 simplicity            weight 1 (base 1) × (0 − 1): a glance is enough
                                     [2]
                                     covered by performance (+1)
          ––––
            +3 By date 4 − By size 1
        Enough     traffic=huge (all that was answered)
        You forgo  simplicity: better in By size [2]
        [1] others.md:7  [2] others.md:3

      Lines are those of the documents in tests/fixtures/cli/patterns/
      "
    `);
  });

  test('has nothing to say of what no answer moves', async () => {
    const { decisions } = await explained();
    expect(decisions.map(({ id }) => id)).toEqual(['labels']);
  });

  test('tells every alternative with every sentence with --full', async () => {
    const full = await screen('storage', '--full', ...SETTLED);
    expect(full).toContain('For Cabinet, over Heap');
    expect(full).toContain('For Cabinet, over Vault');
    const words = full.replace(/\s+/g, ' ');
    expect(words).toContain('finding needs a map that nobody draws');
    expect(words).toContain('two keys and a guard');
    const { decisions } = await explained('storage', '--full', ...SETTLED);
    expect(decisions[0]?.contrasts).toHaveLength(2);
  });

  test('says that a pinned decision is pinned, and what the points say', async () => {
    const text = await screen('storage', '--pin', 'storage=vault', ...SETTLED);
    expect(text).toContain('You pinned it; on points Vault is');
  });

  test('says what rules a pinned alternative out', async () => {
    const text = await screen('storage', '--pin', 'storage=heap', '--set', 'loss=nothing');
    expect(text).toContain('What you pinned is ruled out');
    expect(text).toContain('nothing may be lost');
  });

  test('prints nothing beyond ASCII in its own words with --ascii', async () => {
    for (const decision of ['storage', 'guards', 'labels']) {
      const text = await screen(decision, '--ascii', '--set', 'loss=nothing', ...SETTLED);
      expect(text.match(/[^\p{ASCII}]/gu)).toBeNull();
    }
  });

  test('shows on which contested sentence a pick depends, and what comes of both sides', async () => {
    const said = ['traffic=high', 'contents=nothing-yet', 'loss=some', 'staleness=seconds'];
    const flags = said.flatMap((each) => ['--set', each]);
    const [decision] = (await explained('storage', ...flags)).decisions;
    expect(decision).toMatchObject({ recommended: ['heap'], contested: 1 });
    expect(decision?.hinges).toMatchObject([
      {
        ...{ alternative: 'cabinet', line: 9, contested: true, kind: 'claim' },
        atZero: { status: 'settled', recommended: ['heap'], changes: false },
        atOpposite: { status: 'tied', recommended: ['cabinet', 'heap'], changes: true },
      },
    ]);
    const text = (await screen('storage', ...flags)).replace(/\s+/g, ' ');
    expect(text).toContain('Cabinet: each sheet passes the clerk');
    expect(text).toContain(
      'Without it the pick is the same, with its opposite Cabinet, Heap (tied)',
    );
  });
});

describe('explain does not take', () => {
  test.each([
    ['an unknown decision', ['storrage'], 'Unknown decision `storrage`', '`storage`'],
    ['an unknown rival', ['storage', '--over', 'heep'], 'Unknown alternative `heep`', '`heap`'],
    [
      'a rival of another decision',
      ['storage', '--over', 'twin'],
      'Unknown alternative `twin`',
      'heap',
    ],
    ['a rival without a decision', ['--over', 'heap'], '--over is given with no decision', 'name'],
    [
      'a rival of two',
      ['storage', 'guards', '--over', 'heap'],
      '--over is given with 2 decisions',
      'one',
    ],
    [
      'the pick itself',
      ['storage', '--over', 'cabinet', ...SETTLED],
      '`cabinet` is the pick',
      '--over',
    ],
    [
      'a picked technique',
      ['guards', '--over', 'twin', '--set', 'loss=nothing'],
      '`twin` is the pick',
      '--over',
    ],
    [
      'a rival of no pick',
      ['heap-order', '--over', 'by-date', ...SETTLED],
      '`heap-order` has no pick',
      '--over',
    ],
  ])('%s', async (_name, args, ...said) => {
    const { code, stdout, stderr } = await runSmall(['explain', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error: ${said[0]}`);
    expect(stderr).toContain(said[1]);
  });
});

describe.each([60, 80, 120])('at %i columns no line of explain is wider', (width) => {
  test.each([
    [[]],
    [['database', 'caching', 'system-style', '--full']],
    [['fault-tolerance', 'cache-topology', 'nosql-type']],
  ])('%j', async (args) => {
    const argv = ['explain', ...args, '--profile', 'online-shop', '--width', String(width)];
    const { stdout } = await run(argv);
    expect(stdout.split('\n').filter((line) => stringWidth(line) > width)).toEqual([]);
  });
});
