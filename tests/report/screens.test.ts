import { expect, test } from 'vitest';
import { run, runSmall } from '../support/cli-run.ts';

async function screen(...args: readonly string[]): Promise<string> {
  const { code, stdout } = await runSmall([...args, '--width', '80']);
  expect(code).toBe(0);
  return stdout;
}

test('recommend: the table of picks, then the reasons of what was answered', async () => {
  expect(await screen('recommend', '--profile', 'town-hall')).toMatchInlineSnapshot(`
    "Town hall                                              3 of 4 questions answered

      Storage                  Cabinet                   ● settled, firm
      Order of the heap        –                         does not apply
      Labels                   Short labels, Long labels ◐ tied
      Guards                   No guard                  ○ toss-up 50%, narrow

      Percentages: share of the ways to answer the open questions. Firm: changing
      any one of your answers keeps the pick; narrow: changing one can change it.

    Why, hardest to reverse first
      Cabinet: One register tells everybody the same. Orders are kept, which refer
        to each other. Costs: each sheet passes the clerk, who is slow on Mondays
        and absent on Fridays (contested).
      Short labels, Long labels: Quickly written. Leaves nothing to guess. Level
        on points: arch-advisor flip labels shows what would break the tie; --pin
        labels=ALTERNATIVE decides it.
      No guard: Nothing more is worth its cost here. Depends on "How much may be
        lost?".

    Worth answering next: How much may be lost? (could change 1 pick)

    Next, each with --knowledge tests/fixtures/cli --profile town-hall
      Reasons          arch-advisor explain storage
      What changes it  arch-advisor flip guards
      Full report      arch-advisor recommend --full
      Open questions   arch-advisor ask
      Record it        arch-advisor adr
    "
  `);
});

test('recommend: a pin that is ruled out, and one of several techniques picked', async () => {
  const flags = ['--pin', 'storage=heap', '--set', 'loss=nothing', '--set', 'traffic=low'];
  expect(await screen('recommend', 'storage', 'guards', ...flags)).toMatchInlineSnapshot(`
    "Your system                                            2 of 4 questions answered

      Storage                  –                         ✕ ruled out (pinned)
      Guards                   Twin                      ● settled, narrow

      Narrow: changing one answer can change the pick.

    Storage (pinned to Heap)                                        ✕ ruled out
      Ruled out     Heap: nothing may be lost [1]
      [1] storage.md:33

    Guards: Twin                                                   ● settled, narrow
      For           ++ recoverability            the copy takes over [1]
                    +  "How much may be lost?"   nothing may be lost [2]
      Against       −  simplicity                both must be kept alike [3]
      Mitigation    simplicity: copy at night only
      Alternatives  If "How many requests come in per second?" were "100 to 1,000",
                    Alarm would be added.
      Depends on    no open question
      [1] others.md:24  [2] others.md:28  [3] others.md:26

    Line numbers refer to the documents in tests/fixtures/cli/patterns/

    Next, with the same flags
      Reasons          arch-advisor explain storage
      What changes it  arch-advisor flip guards
      Record it        arch-advisor adr storage guards
    "
  `);
});

test('recommend --brief: the table alone', async () => {
  expect(await screen('recommend', '--brief')).toMatchInlineSnapshot(`
    "Your system                                            0 of 4 questions answered

      Storage                  Cabinet                   ○ likely 65%
      Order of the heap        By size                   does not apply so far
      Labels                   Short labels, Long labels ◐ tied
      Guards                   No guard                  ○ unlikely 33%,
                                                         Alarm likelier

      Percentages: share of the ways to answer the open questions.
    "
  `);
});

test('show: a card', async () => {
  expect(await screen('show', 'cabinet')).toMatchInlineSnapshot(`
    "Cabinet (filing cabinet)                                       decision: Storage
    Every sheet has its drawer and its register, and the clerk keeps both in step
    whenever somebody files or fetches a sheet.

      consistency             ++  one register tells everybody the same
      simplicity              +   everybody has opened a drawer before (judgement)
      performance             −   each sheet passes the clerk, who is slow on
                                  Mondays and absent on Fridays (contested)

      Use when       orders are kept, which refer to each other
      Avoid when     the whole town comes at once
      Brings up      Labels: what is written on the drawers
      Alternatives   Heap, Vault
                     arch-advisor compare cabinet heap

    tests/fixtures/cli/patterns/storage.md:1 · 2 sources and the rest: --full
    "
  `);
});

test('show --full: everything with its sources', async () => {
  expect(await screen('show', 'cabinet', '--full')).toMatchInlineSnapshot(`
    "Cabinet (filing cabinet)                                       decision: Storage
    Every sheet has its drawer and its register, and the clerk keeps both in step
    whenever somebody files or fetches a sheet.

      consistency             ++  one register tells everybody the same
      simplicity              +   everybody has opened a drawer before (judgement)
      performance             −   each sheet passes the clerk, who is slow on
                                  Mondays and absent on Fridays (contested)

      Use when       orders are kept, which refer to each other ("Orders and
                     invoices" (What is kept?))
      Avoid when     the whole town comes at once ("1,000 or more" (How many
                     requests come in per second?))
      Mitigations    Performance: a second clerk for the busy hours
      Warning signs  people keep sheets on their own desks
      Brings up      Labels: what is written on the drawers
      Alternatives   Heap, Vault
                     arch-advisor compare cabinet heap

    tests/fixtures/cli/patterns/storage.md:1

    Sources
      [clerk] Clerks' handbook, chapter 3, https://example.org/clerks
      [union] Union report on filing, https://example.org/union
    "
  `);
});

test('compare: side by side', async () => {
  expect(await screen('compare', 'cabinet', 'heap')).toMatchInlineSnapshot(`
    "                        Cabinet  Heap
    consistency             ++       −        Cabinet: one register tells everybody…
    performance             −        ++       Heap: throwing a sheet takes no time
    simplicity              +        −        Cabinet: everybody has opened a…

    Choose Cabinet when
      · orders are kept, which refer to each other

    Avoid Cabinet when
      · the whole town comes at once

    Choose Heap when
      · letters or photos pour in: nobody sorts them

    Heap cannot work when
      · nothing may be lost

    --full shows every sentence and every condition

    Which of them fits your system depends mostly on How much may be lost?, How many
    requests come in per second?, What is kept?, How old may be what users see? For
    a verdict, give answers with --answers, --profile or --set.
    "
  `);
});

test('list decisions', async () => {
  expect(await screen('list', 'decisions')).toMatchInlineSnapshot(`
    "storage     Storage: Where do things lie?
                cabinet · heap · vault
    heap-order  Order of the heap: How is the heap ordered?
                by-size · by-date
    labels      Labels: What stands on a label?
                short-labels · long-labels
    guards      Guards: Which guards are worth having?
                no-guard · twin · alarm

    4 decisions
    "
  `);
});

test('list profiles', async () => {
  expect(await screen('list', 'profiles')).toMatchInlineSnapshot(`
    "post-office  Post office: 4 answers
    town-hall    Town hall: 3 answers

    2 profiles
    "
  `);
});

test('check in a terminal', async () => {
  const { stdout } = await run(['check', 'tests/fixtures/cli-faulty.md'], { columns: 80 });
  expect(stdout).toMatchInlineSnapshot(`
    "tests/fixtures/cli-faulty.md
      1:1     warning \`Cabinet\` belongs to no decision, so it is never recommended
                      (pattern-in-no-decision)
                      add it to the alternatives of a decision in decisions.yaml:
                      - id: cabinet
                        name: Cabinet
      4:3     error   Unknown quality \`Consistancy\` (unknown-quality)
                      did you mean \`Consistency\`?
      5:3     warning Claim without a quality: "nothing more to say about it here"
                      (claim-without-quality)
                      start it with a quality: \`Performance: text\`; until then, it
                      is shown but does not score
      7:23    error   Unknown question \`contents\` in a condition (unknown-question)
                      name one of the 45 questions in questions.yaml
      8:1     error   Unread: the list below \`Avoid wen\` (1 line), which may contain
                      arguments for or against (unknown-container)
                      did you mean \`Avoid when\`?

    3 errors, 2 warnings in 1 document
    "
  `);
});

test('recommend in ASCII', async () => {
  expect(
    await screen('recommend', 'storage', 'labels', '--profile', 'town-hall', '--ascii'),
  ).toMatchInlineSnapshot(`
    "Town hall                                              3 of 4 questions answered

      Storage                  Cabinet                   * settled, firm
      Labels                   Short labels, Long labels = tied

      Firm: changing any one of your answers keeps the pick.

    Storage: Cabinet                                                * settled, firm
      For           ++ consistency               one register tells everybody the
                                                 same [1]
                    +  "What is kept?"           orders are kept, which refer to
                                                 each other [2]
                    +  simplicity                everybody has opened a drawer
                                                 before [3]
      Against       -  performance               each sheet passes the clerk, who is
                                                 slow on Mondays and absent on
                                                 Fridays (contested) [4]; Heap is
                                                 better
      Mitigation    performance: a second clerk for the busy hours
      Alternatives  Vault is 16 points behind.
      Ruled out if  Heap: nothing may be lost, if "Nothing at all" (How much may be
                    lost?) [5]
      Depends on    no open question
      [1] storage.md:6  [2] storage.md:11  [3] storage.md:7  [4] storage.md:9
      [5] storage.md:33

    Labels: Short labels, Long labels                               = tied
      Short labels
      For           +  simplicity                quickly written [1]
      Long labels
      For           +  simplicity                leaves nothing to guess [2]
      Depends on    nothing more; arch-advisor flip labels shows what would break
                    the tie; --pin labels=ALTERNATIVE decides it
      [1] others.md:11  [2] others.md:15

    Line numbers refer to the documents in tests/fixtures/cli/patterns/

    Next, each with --knowledge tests/fixtures/cli --profile town-hall
      Reasons          arch-advisor explain storage
      What changes it  arch-advisor flip labels
      Record it        arch-advisor adr storage labels
    "
  `);
});
