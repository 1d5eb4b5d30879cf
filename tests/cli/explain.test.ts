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
        Cabinet leads Vault by 16 points, and no answer to the 2 open questions closes
        the gap (at worst it is 11). Firm: changing any one answer would leave it the
        same.
        For Cabinet
            +8 consistency           one register tells everybody the same [1]
                                     weight 4 × (2 − 0); weight: How old may be what
                                     users see? 4
            +5 What is kept?         orders are kept, which refer to each other [2]
            +3 simplicity            everybody has opened a drawer before [3] (Vault:
                                     [4])
                                     weight 1 × (1 − (−2)); weight: in general 1
          ––––
           +16 Cabinet has 14 points, Vault −2
        Settled by    How old may be what users see? "Never old"; What is kept?
                      "Orders and invoices" (every given answer is needed)
        Disputed      sources disagree on one claim here; the pick does not depend on
                      it
        Costs         performance: each sheet passes the clerk, who is slow on Mondays
                      and absent on Fridays (sources disagree) [5]; Heap is better
                      ↳ it would matter with How many requests come in per second?
                      "100 to 1,000" or "1,000 or more"
                      ↳ mitigation: a second clerk for the busy hours
        Watch for     Cabinet: the whole town comes at once if "1,000 or more" (How
                      many requests come in per second?) [6]
        [1] storage.md:6  [2] storage.md:11  [3] storage.md:7  [4] storage.md:42
        [5] storage.md:9  [6] storage.md:13

      Line numbers refer to the documents in tests/fixtures/cli/patterns/
      Points: the weight of a quality × the difference between the two ratings, each
      from −2 to 2. Your answers set the weight. Each condition that your answers meet
      counts 5 points, or 10 if the document marks it as strong. For details, see
      docs/model.md.
      "
    `);
  });

  test('tells the questions that can still turn an open pick', async () => {
    expect(await screen('storage', '--set', 'traffic=50')).toMatchInlineSnapshot(`
      "Your system · 1 of 4 answers · knowledge 7.1.0

      Storage: Cabinet                                               ● settled, narrow
        Cabinet leads Heap by 2 points, and no answer to the 3 open questions narrows
        the gap. Narrow: changing a single answer changes it; arch-advisor flip
        storage shows which.
        Ruled out if  Heap: nothing may be lost if "Nothing at all" (How much may be
                      lost?) [1]
        For Cabinet
            +2 simplicity            everybody has opened a drawer before [2] (Heap:
                                     [3])
                                     weight 1 × (1 − (−1)); weight: in general 1
          ––––
            +2 Cabinet has 1 point, Heap −1
        Settled by    How many requests come in per second? 50 requests per second
                      (every given answer is needed)
        Disputed      sources disagree on one claim here; the pick does not depend on
                      it
        Costs         performance: each sheet passes the clerk, who is slow on Mondays
                      and absent on Fridays (sources disagree) [4]; Heap is better
                      ↳ mitigation: a second clerk for the busy hours
        [1] storage.md:33  [2] storage.md:7  [3] storage.md:29  [4] storage.md:9

      Line numbers refer to the documents in tests/fixtures/cli/patterns/
      Points: the weight of a quality × the difference between the two ratings, each
      from −2 to 2. Your answers set the weight. Each condition that your answers meet
      counts 5 points, or 10 if the document marks it as strong. For details, see
      docs/model.md.
      "
    `);
  });

  test('tells several picks each against doing without it', async () => {
    const flags = ['--set', 'loss=nothing', '--set', 'traffic=huge'];
    expect(await screen('guards', ...flags)).toMatchInlineSnapshot(`
      "Your system · 2 of 4 answers · knowledge 7.1.0

      Guards: Twin, Alarm                                            ● settled, narrow
        Twin and Alarm: each is worth more than going without. Narrow: changing a
        single answer changes it; arch-advisor flip guards shows which.
        Twin                     +10 recoverability +6, How much may be lost? +5,
                                     simplicity −1
        Alarm                     +7 How many requests come in per second? +5,
                                     recoverability +3, simplicity −1
        Settled by    How many requests come in per second? "1,000 or more"; How much
                      may be lost? "Nothing at all" (every given answer is needed)
        Costs         simplicity: Twin [1]; Alarm [2]
                      ↳ mitigation: copy at night only
        [1] others.md:26  [2] others.md:37

      Line numbers refer to the documents in tests/fixtures/cli/patterns/
      Points: the weight of a quality × the difference between the two ratings, each
      from −2 to 2. Your answers set the weight. Each condition that your answers meet
      counts 5 points, or 10 if the document marks it as strong. For details, see
      docs/model.md.
      "
    `);
  });

  test('explains a tie, and when a decision applies that does not', async () => {
    expect(await screen('labels', 'heap-order', ...SETTLED)).toMatchInlineSnapshot(`
      "Your system · 2 of 4 answers · knowledge 7.1.0

      Order of the heap                                               does not apply
        Does not apply: it applies only with Heap (Storage).

      Labels: Short labels, Long labels                               ◐ tied
        Short labels and Long labels come out level: arch-advisor flip labels shows
        what would break the tie; --pin labels=ALTERNATIVE decides it.
        Short labels and Long labels have 1 point each, for the same reasons
        Settled by    any set of answers leads to it
      "
    `);
  });

  test('tells a pick against a rival that is ruled out: the rule, then the sum', async () => {
    const flags = ['--set', 'loss=nothing', '--set', 'contents=orders'];
    expect(await screen('storage', '--over', 'heap', ...flags)).toMatchInlineSnapshot(`
      "Your system · 2 of 4 answers · knowledge 7.1.0

      Storage: Cabinet                                                ● settled, firm
        Heap is ruled out. Without that, Cabinet leads Heap by 7 points. Firm:
        changing any one answer would leave it the same.
        Ruled out     Heap: nothing may be lost [1]
        For Cabinet
            +5 What is kept?         orders are kept, which refer to each other [2]
            +2 simplicity            everybody has opened a drawer before [3] (Heap:
                                     [4])
                                     weight 1 × (1 − (−1)); weight: in general 1
          ––––
            +7 Cabinet has 6 points, Heap −1
        Settled by    What is kept? "Orders and invoices"; How much may be lost?
                      "Nothing at all" (every given answer is needed)
        Disputed      sources disagree on one claim here; the pick does not depend on
                      it
        Watch for     Cabinet: the whole town comes at once if "1,000 or more" (How
                      many requests come in per second?) [5]
        [1] storage.md:33  [2] storage.md:11  [3] storage.md:7  [4] storage.md:29
        [5] storage.md:13

      Line numbers refer to the documents in tests/fixtures/cli/patterns/
      Points: the weight of a quality × the difference between the two ratings, each
      from −2 to 2. Your answers set the weight. Each condition that your answers meet
      counts 5 points, or 10 if the document marks it as strong. For details, see
      docs/model.md.
      "
    `);
  });

  test('tells without decisions those that answers move, in short', async () => {
    expect(await screen(...SETTLED)).toMatchInlineSnapshot(`
      "Your system · 2 of 4 answers · knowledge 7.1.0

      Storage: Cabinet                                                ● settled, firm
        Cabinet leads Vault by 16 points, and no answer to the 2 open questions closes
        the gap (at worst it is 11).
        For           consistency +8, What is kept? +5, simplicity +3

      Labels: Short labels, Long labels                               ◐ tied
        Short labels and Long labels come out level: arch-advisor flip labels shows
        what would break the tie; --pin labels=ALTERNATIVE decides it.
        Short labels and Long labels have 1 point each, for the same reasons

      arch-advisor explain storage shows where its points come from.
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

      Order of the heap: By size                  ○ if it applies: unlikely 33%, By
                                                  date likelier
        By size leads By date by 1 point so far. Only one open question can still
        change that: How many requests come in per second? It applies only with Heap
        (Storage), which depends on How many requests come in per second?, How old may
        be what users see?, What is kept?, How much may be lost?
        For By size
            +1 simplicity            a glance is enough [1]
                                     weight 1 × (1 − 0); weight: in general 1
          ––––
            +1 By size has 1 point, By date 0
        Wins in       By date 67%, By size 33% of all ways to answer the open
                      questions, if the decision applies (not a probability)
        Costs         performance: By date is better: the newest lies on top [2]
                      ↳ it would matter with How many requests come in per second?
                      "100 to 1,000" or "1,000 or more"
        [1] others.md:3  [2] others.md:7

      Line numbers refer to the documents in tests/fixtures/cli/patterns/
      Points: the weight of a quality × the difference between the two ratings, each
      from −2 to 2. Your answers set the weight. Each condition that your answers meet
      counts 5 points, or 10 if the document marks it as strong. For details, see
      docs/model.md.
      "
    `);
    expect(await screen('heap-order', '--set', 'traffic=huge')).toMatchInlineSnapshot(`
      "Your system · 1 of 4 answers · knowledge 7.1.0

      Order of the heap: By date                      ○ if it applies: settled, narrow
        By date leads By size by 3 points, and every question about it is answered.
        Narrow: changing a single answer changes it; arch-advisor flip heap-order
        shows which. It applies only with Heap (Storage), which depends on How old may
        be what users see?, What is kept?, How much may be lost?
        For By date
            +4 performance           the newest lies on top [1]
                                     weight 4 × (1 − 0); weight: How many requests
                                     come in per second? 4
        For By size
            −1 simplicity            a glance is enough [2]
                                     weight 1 × (0 − 1); weight: in general 1
          ––––
            +3 By date has 4 points, By size 1
        Settled by    How many requests come in per second? "1,000 or more" (every
                      given answer is needed)
        Costs         simplicity: By size is better [2]
        [1] others.md:7  [2] others.md:3

      Line numbers refer to the documents in tests/fixtures/cli/patterns/
      Points: the weight of a quality × the difference between the two ratings, each
      from −2 to 2. Your answers set the weight. Each condition that your answers meet
      counts 5 points, or 10 if the document marks it as strong. For details, see
      docs/model.md.
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
    expect(text).toContain('The alternative you pinned is ruled out');
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
      'Without this claim, the pick stays the same; with the opposite claim, the pick is Cabinet and Heap (tied).',
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
      '`cabinet` is already the pick',
      '--over',
    ],
    [
      'a picked technique',
      ['guards', '--over', 'twin', '--set', 'loss=nothing'],
      '`twin` is already the pick',
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
