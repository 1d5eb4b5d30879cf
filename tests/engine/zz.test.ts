import fc from 'fast-check';
import { test } from 'vitest';
import { advise } from '../../src/engine/advise.ts';
import { cases, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { bruteForce } from '../support/engine-brute-force.ts';
import { answersOf, knowledgeOf, pinsOf } from '../support/engine-builders.ts';

test('x', () => {
  const kb = knowledgeOf({
    qualities: {},
    questions: [{ id: 'q', choices: { a: {}, b: {} } }],
    patterns: [{ id: 'x', ruledOutWhen: ['q: a'] }, { id: 'y' }],
    decisions: [{ id: 'd', alternatives: ['x', 'y'], driving: [] }],
  });
  const a = advise(kb, { answers: answersOf({}), pins: pinsOf({ d: ['x'] }), decisions: [] });
  console.log(JSON.stringify(a.decisions[0], null, 1));
  const st: Record<string, number> = {};
  for (const c of fc.sample(cases, { numRuns: 1000, seed: 3 }))
    for (const [id, t] of bruteForce(knowledgeIn(c), situationIn(c))) {
      const k = `${t.status} ${id in c.pins} ${c.spec.decisions.find((d) => d.id === id)?.several}`;
      st[k] = (st[k] ?? 0) + 1;
    }
  console.log(st);
});
