import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { DecisionAdvice, RankedAlternative } from '../../src/model/advice.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { Pattern } from '../../src/model/pattern.ts';
import { type Case, cases, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { completionsOf } from '../support/engine-brute-force.ts';
import { adviceOn, weighedIn } from '../support/engine-runs.ts';
import { holds, isRuledOut, patternIn, type World } from '../support/engine-worlds.ts';

const RUNS = 500;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

function worldsOf(each: Case): readonly World[] {
  return completionsOf(knowledgeIn(each), situationIn(each)).worlds;
}

test('alternatives stand with the highest score first, equal ones in the order of the decision', () => {
  fc.assert(
    fc.property(cases, (each) => {
      for (const { id, ranking } of adviceOn(each)) {
        const order = each.spec.decisions.find((spec) => spec.id === id)?.alternatives ?? [];
        const expected = ranking.toSorted(
          (a, b) =>
            b.score - a.score || order.indexOf(a.alternative) - order.indexOf(b.alternative),
        );
        expect(ranking).toEqual(expected);
        expect(ranking.map(({ alternative }) => alternative).toSorted()).toEqual(order);
      }
    }),
    { numRuns: RUNS },
  );
});

test('an open single pick is the highest score of those that some completion leaves standing', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const worlds = worldsOf(each);
      const canStand = ({ alternative }: RankedAlternative) =>
        worlds.some((world) => !isRuledOut(world, patternIn(world, alternative)));
      for (const { recommended, ranking } of openPicks(each, false)) {
        const leader = ranking.find(canStand);
        expect(recommended).toEqual(leader ? [leader.alternative] : []);
      }
    }),
    { numRuns: RUNS },
  );
});

test('an open technique is picked where its score is above 0 and a reason to use it holds for certain', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const worlds = worldsOf(each);
      const meant = openPicks(each, true).map(({ id }) => id);
      const techniques = weighedIn(each).filter(({ decision }) => meant.includes(decision.id));
      for (const { ranked, pattern } of techniques) {
        if (ranked.status !== 'open') continue;
        const isWorthIt = ranked.score > 0 && isReasoned(pattern, worlds);
        expect({ ...ranked, picked: ranked.picked }).toEqual({ ...ranked, picked: isWorthIt });
      }
    }),
    { numRuns: RUNS },
  );
});

function isReasoned({ evidence }: Pattern, worlds: readonly World[]): boolean {
  const reasons = evidence.flatMap(({ kind, condition }) =>
    kind === 'use-when' && condition ? [condition] : [],
  );
  const isCertain = (condition: Condition) => worlds.every((world) => holds(world, condition));
  return reasons.length === 0 || reasons.some(isCertain);
}

/** Of the decisions that apply whatever is answered, and hang on no other. */
function openPicks(each: Case, several: boolean): DecisionAdvice[] {
  const { decisions } = knowledgeIn(each);
  const isMeant = (decision: Decision | undefined) =>
    decision?.several === several && decision.appliesWhen.length === 0;
  return adviceOn(each).filter(({ id, status }) => status === 'open' && isMeant(decisions.get(id)));
}

test('a decision that may not apply recommends what it would if it applied', () => {
  fc.assert(
    fc.property(cases, (each) => {
      for (const { id, status, recommended } of adviceOn(each)) {
        const decision = knowledgeIn(each).decisions.get(id);
        if (status !== 'open' || decision?.appliesWhen.length === 0) continue;
        const [always] = adviceOn(applyingAlways(each, id), [id]);
        expect(recommended).toEqual(always?.recommended);
      }
    }),
    { numRuns: RUNS },
  );
});

function applyingAlways({ spec, ...rest }: Case, id: string): Case {
  const decisions = spec.decisions.map(({ appliesWhen = [], ...decision }) => ({
    ...decision,
    appliesWhen: decision.id === id ? [] : appliesWhen,
  }));
  return { ...rest, spec: { ...spec, decisions } };
}

test('a hard rule is certain where it holds under every completion, possible where under some', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const worlds = worldsOf(each);
      for (const { pattern, ranked } of weighedIn(each)) {
        const found = ranked.excludedBy.map(({ text, state }) => [text, state]);
        expect(found).toEqual(expectedExclusions(pattern, worlds));
      }
    }),
    { numRuns: RUNS },
  );
});

function expectedExclusions(pattern: Pattern, worlds: readonly World[]): string[][] {
  const rules = pattern.evidence.filter(({ kind }) => kind === 'ruled-out-when');
  return rules.flatMap((rule) => {
    const holding = worlds.filter((world) => isRuledOut(world, { ...pattern, evidence: [rule] }));
    if (holding.length === 0) return [];
    return [[rule.text, holding.length === worlds.length ? 'certain' : 'possible']];
  });
}
