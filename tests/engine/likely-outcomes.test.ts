import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likelyOutcomes } from '../../src/engine/advice/likely-outcomes.ts';
import { situationOf } from '../../src/engine/advice/situation.ts';
import type { Judged, Situation } from '../../src/engine/decide/judge.ts';
import type { DecisionTable } from '../../src/engine/table/decision-table.ts';
import { idleAnswer } from '../../src/engine/table/idle-answer.ts';
import { maskOf, namesOf } from '../../src/engine/table/masks.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Case, cases, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { outcomeIn } from '../support/engine-brute-force.ts';
import { decisionIn, judgedOn, worldsIn } from '../support/engine-runs.ts';
import type { World } from '../support/engine-worlds.ts';
import { numRuns } from '../support/runs.ts';

/** By question how many of ten systems answered it, and how often each choice was given. */
const counts = fc.array(fc.tuple(fc.nat(10), fc.array(fc.nat(9), { minLength: 4, maxLength: 4 })), {
  minLength: 4,
  maxLength: 4,
});

function withFrequencies(each: Case, counted: (readonly [number, number[]])[]): KnowledgeBase {
  const knowledge = knowledgeIn(each);
  const questions = [...knowledge.questions.values()].map((question, index) => {
    const [answered = 0, times = []] = counted[index] ?? [];
    const choices = Object.fromEntries(
      question.choices.map(({ id }, place) => [id, Math.min(answered, times[place] ?? 0)]),
    );
    return { ...question, frequencies: [{ systems: 10, answered, choices }] };
  });
  return { ...knowledge, questions: new Map(questions.map((each) => [each.id, each])) };
}

/** How likely a completion is: its open answers taken one by one, those that say least also for who cannot answer. */
function likelihoodOf(world: World, { tables, given }: Situation, table: DecisionTable): number {
  return tables.questions.reduce((product, slot) => {
    if (given[slot.index] !== 0) return product;
    const { known, ofAnswers } = slot.likelihood(0);
    const all = [...ofAnswers.values()].reduce((sum, each) => sum + each, 0);
    const mask = maskOf(world.answers.get(slot.id) ?? [], slot.choices);
    const idle = idleAnswer(table, slot.index);
    const part = (ofAnswers.get(mask) ?? 0) / all;
    if (idle === undefined) return product * part;
    return product * (known * part + (mask === idle ? 1 - known : 0));
  }, 1);
}

test('likely outcomes are those of every completion, each as likely as its answers are common', () => {
  fc.assert(
    fc.property(cases, counts, (each, counted) => {
      fc.pre((each.spec.implications ?? []).length === 0);
      const knowledge = withFrequencies(each, counted);
      const situation = situationOf(knowledge, situationIn(each));
      for (const judged of judgedOn(each, { knowledge })) expectSame(judged, each, situation);
    }),
    { numRuns },
  );
});

function expectSame({ entry, tables }: Judged, each: Case, situation: Situation): void {
  const [only] = tables;
  if (entry.decision.several || only?.diagram === undefined) return;
  const found = likelyOutcomes(only.diagram, situation, only.table).now;
  const decision = decisionIn(knowledgeIn(each), entry.decision.id);
  const wanted = new Map<string, number>();
  for (const world of worldsIn(each)) {
    const outcome = outcomeIn(world, decision);
    const likelihood = likelihoodOf(world, situation, only.table);
    wanted.set(outcome, (wanted.get(outcome) ?? 0) + likelihood);
  }
  const named = [...found].map(([picks, part]): [string, number] => [
    namesOf(picks, entry.alternatives).toSorted().join(' '),
    part,
  ]);
  expect(new Map(named)).toEqual(
    new Map([...wanted].map(([outcome, part]) => [outcome, expect.closeTo(part, 9)])),
  );
}
