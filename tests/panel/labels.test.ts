import { expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import type { Advice, DecisionAdvice } from '../../src/model/advice.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { labelOf, labelsOn, picksOn } from './labels.ts';
import { ALL_POINTS } from './points.ts';

const knowledge = await builtInKnowledge();
const plain = advise(knowledge, { answers: new Map(), pins: new Map(), decisions: [] });

/** Advice in which some decisions recommend something else. */
function adviceWith(changes: Readonly<Record<string, Partial<DecisionAdvice>>>): Advice {
  const decisions = plain.decisions.map((each) => ({ ...each, ...changes[each.id] }));
  return { ...plain, decisions };
}

test('every alternative has a label that the judges knew', () => {
  const alternativesOf = (id: string) =>
    (knowledge.decisions.get(id)?.alternatives ?? []).map((each) => each.id);
  for (const { decision, labels } of ALL_POINTS) {
    const all = alternativesOf(decision).flatMap((id) =>
      id === 'nosql' ? alternativesOf('nosql-type') : [id],
    );
    expect(all.length).toBeGreaterThan(1);
    for (const alternative of all) expect(labels).toContain(labelOf(alternative));
  }
});

test('a database that is NoSQL is called by its type', () => {
  const advice = adviceWith({
    database: { recommended: ['nosql'] },
    'nosql-type': { status: 'open', recommended: ['wide-column'] },
  });
  expect(labelsOn('database', advice)).toEqual(['wide_column']);
  expect(labelsOn('database', plain)).toEqual(['sql']);
});

test('a point that does not arise is called na', () => {
  const advice = adviceWith({ 'saga-coordination': { status: 'not-applicable', recommended: [] } });
  expect(labelsOn('saga-coordination', advice)).toEqual(['na']);
});

test('where nothing fits nothing is picked', () => {
  const advice = adviceWith({ caching: { status: 'infeasible', recommended: [] } });
  expect(picksOn('caching', advice)).toEqual([]);
});
