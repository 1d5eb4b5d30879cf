import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../../src/report/formats/markdown.ts';
import { namesIn } from '../../../src/report/words/names.ts';
import { fullAdvice, hostileText, namesAs, reworded } from '../../support/hostile-advice.ts';
import { smallKnowledge } from '../../support/loaded-knowledge.ts';

const names = namesIn(await smallKnowledge());
const advice = await fullAdvice();

test('the document has the picks first, then what is wrong, the decisions and the answers', () => {
  expect(markdown(advice, names)).toMatchInlineSnapshot(`
    "# Architecture advice for Town hall

    Scope: Archive

    3 of 5 questions answered, 1 implied. The advice is that of arch-advisor with version 7.1.0 of its knowledge (SHA-256 8e9ea4f9dc44…).

    ## Picks

    | Decision | Pick | Certainty |
    | - | - | - |
    | Storage | **Cabinet** | settled, changed to fit |
    | Order of the heap | does not apply | – |
    | Labels | **Short labels or Long labels** | tied |
    | Guards | **No guard** | toss-up 50%, narrow |

    Percentages: share of the ways to answer the open questions. Narrow: changing one answer can change the pick.

    ## Answers that contradict each other

    - It cannot be. change it.
      - How many requests come in per second? "Fewer than 100"

    ## Picks that are incompatible

    - Cabinet (Storage) needs Twin (Guards), not No guard: a cabinet burns (some of these picks are still open) (decisions.yaml)

    No other set of picks avoids every conflict: change a pin or an answer.

    There were too many combinations to try them all, so each conflicting decision keeps its own best pick. To narrow the search, pin one of them.

    ## Not covered

    - Streams. look elsewhere.
      - How many requests come in per second? "Fewer than 100"

    ## Main decisions

    ### Storage: **Cabinet**

    _Where do things lie?_

    - Certainty: settled, changed to fit
    - Time to change it later: months
    - Changed to fit the other picks: Cabinet instead of Vault, 2 points behind
      - Cabinet (Storage) needs Twin (Guards), not No guard: a cabinet burns (some of these picks are still open) (decisions.yaml)
    - By itself: Vault: settled, firm
    - Alternatives
      - **Cabinet: 14 points**
      - Vault: −2 points
      - Heap: −5 points; ruled out if the answer is "Nothing at all" (How much may be lost?), because nothing may be lost (storage.md, "Heap")
    - Why
      - Consistency +8: one register tells everybody the same (storage.md, "Cabinet")
      - What is kept? +5: orders are kept, which refer to each other (storage.md, "Cabinet")
      - Simplicity +1: everybody has opened a drawer before (storage.md, "Cabinet")
    - What it costs
      - Performance: Heap is better; each sheet passes the clerk, who is slow on Mondays and absent on Fridays (storage.md, "Cabinet"; sources disagree). To ease it: a second clerk for the busy hours

    ### Labels: **Short labels or Long labels**

    _What stands on a label?_

    - Certainty: tied
    - Alternatives
      - **Short labels: 1 point**
      - **Long labels: 1 point**
    - Why
      - Short labels
        - Simplicity +1: quickly written (others.md, "Short labels")
      - Long labels
        - Simplicity +1: leaves nothing to guess (others.md, "Long labels")

    ### Guards: **No guard**

    _Which guards are worth having?_

    - Certainty: toss-up 50%, narrow
    - Alternatives
      - **No guard: 0 points**
      - Twin: −1 point
      - Alarm: −1 point
    - Why: nothing more is worth its cost here
    - Depends on: How much may be lost?

    ## Decisions that do not apply

    - Order of the heap

    ## Answers

    - How many requests come in per second? 40 requests per second
    - How old may be what users see? "Never old"
    - What is kept? "Orders and invoices"

    ## Implied by the answers

    - How much may be lost? "A little", because so it is (from How many requests come in per second?)

    ## Not known

    - How much may be lost?
    "
  `);
});

describe('a document about decisions that were asked for', () => {
  const only = (id: string) => ({
    ...advice,
    decisions: advice.decisions.filter((decision) => decision.id === id),
  });

  test('has no heading for kinds of decisions that it does not hold', () => {
    const text = markdown(only('labels'), names);
    expect(text).toContain('## Main decisions\n');
    expect(text).not.toContain('## Finer decisions');
    expect(text).not.toContain('## Decisions that do not apply');
  });

  test('says "or" of picks that are level', () => {
    expect(markdown(only('labels'), names)).toContain(
      '### Labels: **Short labels or Long labels**\n',
    );
  });

  test('says so if none of several techniques is worth its cost', () => {
    expect(markdown(only('guards'), names)).toContain(
      '- Why: nothing more is worth its cost here\n',
    );
  });
});

test('advice on no decision is still a document', () => {
  const empty = { ...advice, decisions: [], answers: {}, unanswered: [] };
  expect(markdown(empty, names)).toMatch(/^# Architecture advice for Town hall\n/);
});

/** The kinds of nodes in reading order; text, and addresses that readers make links of, whatever they hold, are left out. */
function shapeOf(text: string): string[] {
  const shape: string[] = [];
  const visit = (node: Nodes, depth: number): void => {
    if (node.type === 'text' || node.type === 'link') return;
    shape.push(`${depth} ${node.type}`);
    if ('children' in node) for (const child of node.children) visit(child, depth + 1);
  };
  visit(unified().use(remarkParse).use(remarkGfm).parse(text), 0);
  return shape;
}

test('whatever titles, notes and knowledge say, the document keeps its form', () => {
  const form = shapeOf(
    markdown(
      reworded(advice, () => 'x'),
      namesAs('x'),
    ),
  );
  const around = fc.constantFrom('', 'x');
  fc.assert(
    fc.property(around, hostileText, around, (before, word, after) => {
      const each = `${before}${word}${after}`;
      expect(
        shapeOf(
          markdown(
            reworded(advice, () => each),
            namesAs(each),
          ),
        ),
      ).toEqual(form);
    }),
  );
});
