import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlookOf } from '../../src/engine/advice/outlook.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import {
  answeredCases,
  type Case,
  cases,
  knowledgeIn,
  situationIn,
} from '../support/engine-arbitraries.ts';
import { outcomeIn, type Truth } from '../support/engine-brute-force.ts';
import { knowledgeOf } from '../support/engine-builders.ts';
import { truthIn, worldsIn } from '../support/engine-runs.ts';
import { thousandthsOf } from '../support/engine-shares.ts';
import {
  isApplicable,
  isTechniquePicked,
  techniquesOf,
  type World,
} from '../support/engine-worlds.ts';
import { numRuns } from '../support/runs.ts';

/** The expected fall of the impurity, over every completion, each as likely, with what each answer implies (docs/model.md, "Gains"). */
function gainByBruteForce(each: Case, question: string): number {
  const knowledge = knowledgeIn(each);
  const worlds = worldsIn(each);
  const said = new Set(worlds.map(({ answers }) => answers.get(question) ?? []));
  const after = [...new Map([...said].map((choices) => [choices.join(), choices])).values()].map(
    (choices) => worldsIn({ ...each, answers: { ...each.answers, [question]: [...choices] } }),
  );
  const falls = [...knowledge.decisions.values()].map((decision) => {
    const mixed = after.map((some) => mixedness(some, decision));
    return mixedness(worlds, decision) - sumOf(mixed) / after.length;
  });
  return sumOf(falls);
}

/**
 * The impurity of whether the decision applies, and of the picks where it applies in both of two completions. With one
 * technique and independence this is the impurity of the outcomes, "does not apply" being one.
 */
function mixedness(worlds: readonly World[], decision: Decision): number {
  const applying = worlds.map((world) => String(isApplicable(world, decision)));
  const isPinned = worlds.some(({ pins }) => pins.has(decision.id));
  const picks =
    decision.several && !isPinned
      ? techniquesOf(decision).map((id) =>
          worlds.map((world) => String(isTechniquePicked(world, decision, id))),
        )
      : [worlds.map((world) => outcomeIn(world, decision))];
  const part = applying.filter((each) => each === 'true').length / worlds.length;
  return part ** 2 * sumOf(picks.map(impurityOf)) + impurityOf(applying);
}

/** 1 − Σ share². */
function impurityOf(outcomes: readonly string[]): number {
  const shares = groupsBy(outcomes, (each) => each).map(({ length }) => length / outcomes.length);
  return 1 - sumOf(shares.map((share) => share ** 2));
}

function groupsBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

test('gains are those of every completion', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const halfway = { ...situationIn(each), decisions: [] };
      for (const { question, gain } of outlookOf(knowledgeIn(each), halfway).questions) {
        expect({ question, gain }).toEqual({
          question,
          gain: expect.closeTo(gainByBruteForce(each, question), 9),
        });
      }
    }),
    { numRuns },
  );
});

test('the questions are those that can change a pick or whether it applies, and no others', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const knowledge = knowledgeIn(each);
      const truth = truthIn(each);
      const { questions } = outlookOf(knowledge, { ...situationIn(each), decisions: [] });
      for (const id of knowledge.questions.keys()) {
        const found = questions.find(({ question }) => question === id)?.decisions ?? [];
        expect({ id, found }).toEqual({ id, found: movedBy(id, knowledge, truth) });
      }
    }),
    { numRuns },
  );
});

function movedBy(
  question: string,
  { decisions }: KnowledgeBase,
  truth: ReadonlyMap<string, Truth>,
): string[] {
  return [...decisions.keys()].filter((id) => {
    const { dependsOn = [], appliesDependsOn = [] } = truth.get(id) ?? {};
    return dependsOn.includes(question) || appliesDependsOn.includes(question);
  });
}

test('shares of what is picked and of applying are those of every completion', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const knowledge = knowledgeIn(each);
      const truth = truthIn(each);
      const { decisions } = outlookOf(knowledge, { ...situationIn(each), decisions: [] });
      for (const { id, recommended, share, appliesShare } of decisions) {
        const known = truth.get(id);
        const isOpen = known?.status === 'open' && !knowledge.decisions.get(id)?.several;
        expect({ id, appliesShare }).toEqual({ id, appliesShare: known && applyingIn(known) });
        if (isOpen) expect({ id, share }).toEqual({ id, share: winsIn(known, recommended) });
      }
    }),
    { numRuns },
  );
});

function applyingIn({ applies, applying, completions }: Truth): number | undefined {
  return applies === 'undecided' ? thousandthsOf(applying, completions) : undefined;
}

function winsIn({ outcomes, completions }: Truth, [pick = '']: readonly string[]): number {
  const wins = [...outcomes].filter(([outcome]) => outcome.split(' ').includes(pick));
  return thousandthsOf(sumOf(wins.map(([, count]) => count)), completions);
}

test('answers that were given and taken back leave no trace', () => {
  const walk = fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { minLength: 2 });
  fc.assert(
    fc.property(answeredCases, walk, (each, moments) => {
      const known = knowledgeIn(each);
      const all = [...situationIn(each).answers];
      for (const given of moments) {
        const answers = new Map(all.filter((_, index) => given[index]));
        const halfway = { answers, pins: new Map(), decisions: [] };
        expect(outlookOf(known, halfway)).toEqual(outlookOf(knowledgeOf(each.spec), halfway));
      }
    }),
    { numRuns },
  );
});

test('the most telling question stands first; equals by effort, then by id', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const { questions } = outlookOf(knowledgeIn(each), { ...situationIn(each), decisions: [] });
      const keys = questions.map(({ gain, question }) => [-gain, question] as const);
      expect(keys).toEqual(
        keys.toSorted(([a, one], [b, other]) => a - b || (one < other ? -1 : 1)),
      );
    }),
    { numRuns },
  );
});

test('rare answers count: a question of which only one answer in twenty matters comes after one that matters more', () => {
  const letters = [...'abcdefghijklmnopqrst'];
  const harmless = Object.fromEntries(letters.map((id) => [id, {}]));
  const knowledge = knowledgeOf({
    qualities: { base: 7, far: 0, near: 0 },
    questions: [
      ...['little', 'none', 'some', 'trace'].map((id) => ({
        id,
        choices: { ...harmless, bad: { near: 5 } },
      })),
      { id: 'idle', choices: { ...harmless, bad: { near: 1 } } },
      { id: 'whole', choices: { ...harmless, bad: { far: 15 } } },
    ],
    patterns: [
      { id: 'plain', rates: { base: [1] } },
      { id: 'quick', rates: { base: [-1], far: [1], near: [1] } },
    ],
    decisions: [{ id: 'way', alternatives: ['plain', 'quick'], driving: ['base', 'far', 'near'] }],
  });
  const nothing = { answers: new Map(), pins: new Map(), decisions: [] };
  const { questions } = outlookOf(knowledge, nothing);
  expect(questions.map(({ question }) => question)).toEqual([
    'whole',
    ...['little', 'none', 'some', 'trace'],
  ]);
});
