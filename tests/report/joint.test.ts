import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { explain } from '../../src/engine/explain/explain.ts';
import type { Advice, Conflict, JointChange } from '../../src/model/advice.ts';
import { adviceText } from '../../src/report/advice/advice-text.ts';
import type { AdviceView } from '../../src/report/advice/advice-view.ts';
import { explanationText } from '../../src/report/explain/explanation-text.ts';
import { colourless, unicode } from '../../src/report/layout/style.ts';
import { namesIn } from '../../src/report/words/names.ts';
import { smallKnowledge } from '../support/loaded-knowledge.ts';

const ANSWERS = new Map([
  ['traffic', { choices: ['low'] }],
  ['staleness', { choices: ['never'] }],
]);
const NOTHING = { answers: ANSWERS, pins: new Map(), decisions: [] };

const CONFLICT: Conflict = {
  kind: 'requires',
  condition: 'storage: cabinet',
  requires: 'guards: twin',
  because: 'a cabinet without a second copy burns with the house',
  decisions: ['storage', 'guards'],
  picks: { storage: ['cabinet'] },
  missing: [{ decision: 'guards', wanted: ['twin'], picked: ['no-guard'] }],
  certain: true,
  file: 'decisions.yaml',
  line: 40,
};

const CHANGED: JointChange = {
  instead: ['cabinet'],
  because: [CONFLICT],
  loses: 7,
  certain: true,
};

type Joint = Readonly<Record<string, { recommended: readonly string[]; joint: JointChange }>>;

/** Storage is changed, and the order of the heap follows. */
const JOINT: Joint = {
  storage: { recommended: ['heap'], joint: CHANGED },
  'heap-order': {
    recommended: ['by-size'],
    joint: { instead: [], because: [], follows: ['storage'], certain: true },
  },
};

/** Advice on the small knowledge with joint picks put in. */
async function adviceWith(joint: Joint, more: Partial<Advice> = {}): Promise<Advice> {
  const advice = advise(await smallKnowledge(), NOTHING);
  const decisions = advice.decisions.map((each) => ({ ...each, ...joint[each.id] }));
  return { ...advice, decisions, ...more };
}

async function printed(advice: Advice, view: Partial<AdviceView> = {}): Promise<string> {
  const names = namesIn(await smallKnowledge());
  return adviceText(advice, {
    names,
    style: { width: 80, palette: colourless, glyphs: unicode },
    ...{ detail: 'brief', isSelection: false, isFiner: false, pins: {}, isLast: true },
    ...{ baselineOf: () => undefined, flipOf: () => undefined, prospects: [], flags: [] },
    ...view,
  });
}

/** In one line. */
function joined(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('a pick that was changed to fit others', () => {
  test('stands in the table with a note on what it would be by itself, why, and what that costs', async () => {
    expect(await printed(await adviceWith(JOINT))).toMatchInlineSnapshot(`
      "Your system                                            2 of 4 questions answered

        Storage                  Heap                      ● settled, changed to fit
        Order of the heap        By size                   ● settled, follows Storage
        Labels                   Short labels, Long labels ◐ tied
        Guards                   No guard                  ○ toss-up 50%, narrow

        Percentages: share of the ways to answer the open questions. Narrow: changing
        one answer can change the pick.

        Changed to fit the other picks
        → Storage: Heap instead of Cabinet, 7 points behind. Cabinet (Storage) needs
          Twin (Guards), not No guard: a cabinet without a second copy burns with the
          house [1].
        → Order of the heap: By size, because the decision now applies; it follows
          Storage.
          [1] decisions.yaml:40
      "
    `);
  });

  test('is called open where another completion would change it otherwise', async () => {
    const storage = { recommended: ['heap'], joint: { ...CHANGED, certain: false } };
    expect(await printed(await adviceWith({ storage }))).toMatch(
      /Storage +Heap +○ open, changed to fit/,
    );
  });

  test('may leave nothing for a decision that depends on it', async () => {
    const order = { instead: ['by-size'], because: [], follows: ['storage'], certain: true };
    const advice = await adviceWith({ 'heap-order': { recommended: [], joint: order } });
    expect(joined(await printed(advice))).toContain(
      'Order of the heap: does not apply now; it follows Storage.',
    );
  });

  test('may cost nothing, or be ahead', async () => {
    const costing = async (loses: number) =>
      printed(
        await adviceWith({ storage: { recommended: ['heap'], joint: { ...CHANGED, loses } } }),
      );
    expect(await costing(0)).toContain('Heap instead of Cabinet, level on points.');
    expect(await costing(-1)).toContain('Heap instead of Cabinet, 1 point ahead.');
  });

  test('is explained at the decision, with how sure the pick by itself would be', async () => {
    const text = await printed(await adviceWith(JOINT), { detail: 'full' });
    const block = text.slice(text.indexOf('\nStorage: '), text.indexOf('\nOrder of the heap: '));
    expect(block).toMatchInlineSnapshot(`
      "
      Storage: Heap                                          ● settled, changed to fit
        Changed       Heap instead of Cabinet, 7 points behind. Cabinet (Storage)
                      needs Twin (Guards), not No guard: a cabinet without a second
                      copy burns with the house [1].
        On its own    Cabinet: settled, narrow
        Against       −  consistency               two readers seldom find the same
                                                   sheet [2]
                      −  simplicity                finding needs a map that nobody
                                                   draws [3]
                      −  performance               each sheet passes the clerk, who is
                                                   slow on Mondays and absent on
                                                   Fridays (contested) [4]; Heap is
                                                   better
        Mitigation    performance: a second clerk for the busy hours
        Ruled out if  Heap: nothing may be lost, if "Nothing at all" (How much may be
                      lost?) [5]
        [1] decisions.yaml:40  [2] storage.md:28  [3] storage.md:29  [4] storage.md:9
        [5] storage.md:33
      "
    `);
  });

  test('is explained also where the decision does not apply by itself', async () => {
    const text = await printed(await adviceWith(JOINT), { detail: 'full' });
    const block = text.slice(text.indexOf('\nOrder of the heap: '), text.indexOf('\nLabels: '));
    expect(block).toMatchInlineSnapshot(`
      "
      Order of the heap: By size                            ● settled, follows Storage
        Changed       By size, because the decision now applies; it follows Storage.
        On its own    does not apply
        For           +  simplicity                a glance is enough [1]
        [1] others.md:3
      "
    `);
  });

  test('is named by explain before the sums, which are about the pick by itself', async () => {
    const knowledge = await smallKnowledge();
    const explanation = explain(knowledge, { ...NOTHING, decisions: ['storage'] });
    const decisions = explanation.decisions.map((each) => ({ ...each, ...JOINT[each.id] }));
    const text = explanationText(
      { ...explanation, decisions },
      {
        names: namesIn(knowledge),
        style: { width: 80, palette: colourless, glyphs: unicode },
        ...{ detail: 'usual', answers: explanation.answers },
      },
    );
    expect(text.slice(0, text.indexOf('For Cabinet'))).toMatchInlineSnapshot(`
      "Your system · 2 of 4 answers · knowledge 7.1.0

      Storage: Heap                                          ● settled, changed to fit
        Changed       Heap instead of Cabinet, 7 points behind. Cabinet (Storage)
                      needs Twin (Guards), not No guard: a cabinet without a second
                      copy burns with the house [1].
        On its own    Cabinet: settled, narrow
        Cabinet leads Vault by 11 points, and no answer to the 2 open questions
        narrows the gap. Narrow: changing a single answer changes it; arch-advisor
        flip storage shows which.
        "
    `);
  });
});

describe('conflicts that remain', () => {
  test('say that nothing removes them', async () => {
    const advice = await adviceWith({}, { conflicts: [CONFLICT], irreparable: true });
    const text = joined(await printed(advice));
    expect(text).toContain('These picks are incompatible (1 conflict)');
    expect(text).toContain(
      'No other set of picks avoids every conflict: change a pin or an answer',
    );
  });

  test('say that the search was given up', async () => {
    const advice = await adviceWith({}, { conflicts: [CONFLICT], jointGivenUp: true });
    const text = joined(await printed(advice));
    expect(text).toContain('There were too many combinations to try them all');
    expect(text).not.toContain('No other picks');
  });
});

describe('implied answers', () => {
  const implied: Advice['implied'] = [
    {
      question: 'contents',
      choices: ['orders'],
      because: [
        {
          condition: 'traffic: low & staleness: never',
          questions: ['traffic', 'staleness'],
          because: 'Few but exact requests are orders',
          file: 'questions.yaml',
          line: 70,
        },
      ],
    },
    {
      question: 'loss',
      choices: ['some', 'nothing'],
      because: [
        {
          condition: 'staleness: never',
          questions: ['staleness'],
          because: 'What is lost is old',
          file: 'questions.yaml',
          line: 74,
        },
      ],
    },
  ];

  test('are shown as derived, with the answers that they come from and why', async () => {
    const text = await printed(await adviceWith({}, { implied }), { detail: 'full' });
    const start = text.indexOf('  What your answers imply');
    expect(text.slice(start, text.indexOf('\n\n', start))).toMatchInlineSnapshot(`
      "  What your answers imply
        → What is kept? Orders and invoices. Few but exact requests are orders [1].
          Follows from your answers "Fewer than 100" to "How many requests come in per
          second?" and "Never old" to "How old may be what users see?"
        → How much may be lost? One of: A little; Nothing at all. What is lost is old
          [2]. Follows from your answer "Never old" to "How old may be what users
          see?"
          [1] questions.yaml:70  [2] questions.yaml:74"
    `);
  });

  test('stand in no table of picks alone', async () => {
    expect(await printed(await adviceWith({}, { implied }))).not.toContain('imply');
  });
});
