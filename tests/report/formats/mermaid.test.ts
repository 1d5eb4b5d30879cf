import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mermaid } from '../../../src/report/formats/mermaid.ts';
import { mermaidLabel } from '../../../src/report/formats/mermaid-label.ts';
import { namesIn } from '../../../src/report/words/names.ts';
import { fullAdvice, hostileText, namesAs, reworded } from '../../support/hostile-advice.ts';
import { smallKnowledge } from '../../support/loaded-knowledge.ts';

const names = namesIn(await smallKnowledge());
const advice = await fullAdvice();

test('answers lead to decisions, and decisions to those that follow from them', () => {
  expect(mermaid(advice, names)).toMatchInlineSnapshot(`
    "flowchart LR
      a1("How old may be what users see#63;
        Never old"):::answer
      a2("What is kept#63;
        Orders and invoices"):::answer
      d1["Storage
        Cabinet
        settled, changed to fit"]:::settled
      d2["Order of the heap
        does not apply"]:::idle
      d3["Labels
        Short labels or Long labels
        tied"]:::open
      d4["Guards
        No guard
        toss-up 50#37;, narrow"]:::open
      a1 --> d1
      a2 --> d1
      d4 -->|has to fit| d1
      d4 -->|decides whether it applies| d1
      classDef answer fill:#f4f4f4,stroke:#8a8a8a,color:#222222
      classDef settled fill:#d7efdc,stroke:#2c7a44,color:#222222
      classDef open fill:#fdf0cf,stroke:#a87400,color:#222222,stroke-dasharray:5 4
      classDef idle fill:#f4f4f4,stroke:#bdbdbd,color:#555555,stroke-dasharray:2 4
    "
  `);
});

describe('a finer decision', () => {
  const finer = advice.decisions.map((decision) =>
    decision.id === 'heap-order' ? { ...decision, below: 'storage' } : decision,
  );

  test('that does not apply is left out below its main decision', () => {
    const text = mermaid({ ...advice, decisions: finer }, names);
    expect(text).not.toContain('Order of the heap');
  });

  test('is drawn if it was asked for by itself', () => {
    const own = finer.filter(({ id }) => id === 'heap-order');
    expect(mermaid({ ...advice, decisions: own }, names)).toContain('Order of the heap');
  });

  test('has an arrow from its main decision if it applies', () => {
    const applying = finer.map((each) => ({ ...each, applies: 'yes' as const }));
    expect(mermaid({ ...advice, decisions: applying }, names)).toContain('  d1 -.-> d2\n');
  });
});

test('a decision that is named as its own parent gets no arrow', () => {
  const own = advice.decisions.map((decision) => ({ ...decision, below: decision.id }));
  expect(mermaid({ ...advice, decisions: own }, names)).not.toContain('-.->');
});

test.each([
  ['SQL', 'SQL'],
  ['Event-driven', 'Event-driven'],
  ["Customers' data (in 1.5 stores), e.g. here.", "Customers' data (in 1.5 stores), e#46;g. here."],
  ['1. one', '1#46; one'],
  ['- one', '#45; one'],
  ['"a" <b> #35; 5% `c` *d*', '#34;a#34; #60;b#62; #35;35#59; 5#37; #96;c#96; #42;d#42;'],
  ['\u001b[31mred\n\n blue\u202e', '#91;31mred blue'],
])('the label of %j shows it as it is', (text, label) => {
  expect(mermaidLabel([text])).toBe(`"${label}"`);
});

/** Without its labels, which hold no ASCII character that could end them or be markup. */
function formOf(text: string): string {
  return text.replace(/"(?:[^!-~]|[\p{L}\p{N},()'.-]|#\d+;)*"/gu, 'LABEL');
}

test('whatever titles, notes and knowledge say, the drawing keeps its form', () => {
  const form = formOf(
    mermaid(
      reworded(advice, () => 'x'),
      namesAs('x'),
    ),
  );
  expect(form).not.toContain('"');
  fc.assert(
    fc.property(hostileText, (word) => {
      const text = mermaid(
        reworded(advice, () => `x${word}y`),
        namesAs(`x${word}y`),
      );
      expect(formOf(text)).toBe(form);
    }),
  );
});

test('ids of advice never become ids of nodes', () => {
  const ids = ['end', 'd1[x', '"', 'style d1 fill:#f00;'];
  const decisions = advice.decisions.map((decision, index) => ({
    ...decision,
    id: ids[index] ?? decision.id,
  }));
  const nodes = mermaid({ ...advice, decisions }, names).match(/^ {2}(\S+?)[[( ]/gm);
  expect(nodes?.every((node) => /^ {2}(?:[ad]\d+|classDef)[[( ]$/.test(node))).toBe(true);
});
