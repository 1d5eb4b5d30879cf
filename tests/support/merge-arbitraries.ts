import fc from 'fast-check';
import type { MergeRequest } from '../../src/engine/merge/common-ground.ts';
import { merge } from '../../src/engine/merge/merge.ts';
import type { Answer, AnswerSheet } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import type { Merged } from '../../src/model/merged.ts';
import { cases } from './engine-arbitraries.ts';
import { type KnowledgeSpec, knowledgeOf } from './engine-builders.ts';
import { legalSets } from './engine-legal-sets.ts';

/** What one person says in a random case: plain data, so that a counterexample can be read. */
export interface SpokenSheet {
  /** `null` is `unknown`. */
  readonly answers: Readonly<Record<string, readonly string[] | null>>;
  readonly pins: Readonly<Record<string, readonly string[]>>;
}

export interface MergeCase {
  readonly spec: KnowledgeSpec;
  readonly people: readonly SpokenSheet[];
  readonly under: SpokenSheet;
  readonly over: SpokenSheet;
}

/** A number that stands for an answer, for `unknown`, or for nothing said. */
const die = fc.oneof({ weight: 5, arbitrary: fc.nat(1_000) }, fc.constantFrom(-1, -2));
const rarely = fc.oneof({ weight: 1, arbitrary: fc.nat(1_000) }, fc.constantFrom(-2, -2, -2));
const seldom = fc.oneof(
  { weight: 1, arbitrary: fc.nat(1_000) },
  fc.constantFrom(-2, -2, -2, -2, -2),
);

const spoken = (answer: fc.Arbitrary<number>) =>
  fc.record({
    answers: fc.array(answer, { minLength: 4, maxLength: 4 }),
    pins: fc.array(seldom, { minLength: 4, maxLength: 4 }),
  });

/** Small knowledge bases, two or three people who know most of it, and now and then stronger and weaker sources. */
export const mergeCases: fc.Arbitrary<MergeCase> = fc
  .record({
    each: cases,
    people: fc.array(spoken(die), { minLength: 2, maxLength: 3 }),
    under: spoken(rarely),
    over: spoken(rarely),
  })
  .map(({ each, people, under, over }) => {
    const { spec } = each;
    const sheet = (dice: Dice) => sheetFrom(knowledgeOf(spec), dice);
    return { spec, people: people.map(sheet), under: sheet(under), over: sheet(over) };
  });

interface Dice {
  readonly answers: readonly number[];
  readonly pins: readonly number[];
}

function sheetFrom({ questions, decisions }: KnowledgeBase, dice: Dice): SpokenSheet {
  const answers = [...questions.values()].flatMap((question, index) => {
    const number = dice.answers[index] ?? -2;
    const sets = legalSets(question);
    if (number === -2) return [];
    return [[question.id, number === -1 ? null : (sets[number % sets.length] ?? null)] as const];
  });
  const pins = [...decisions.values()].flatMap(({ id, alternatives }, index) => {
    const number = dice.pins[index] ?? -2;
    const pinned = alternatives[number % alternatives.length];
    return number < 0 || pinned === undefined ? [] : [[id, [pinned.id]] as const];
  });
  return { answers: Object.fromEntries(answers), pins: Object.fromEntries(pins) };
}

export function sheetOf({ answers, pins }: SpokenSheet): AnswerSheet {
  const read = Object.entries(answers).map(([id, choices]): [string, Answer | null] => [
    id,
    choices && { choices },
  ]);
  return { answers: new Map(read), pins: new Map(Object.entries(pins)), notes: new Map() };
}

/** Files are called after the letters. */
export function requestIn({ people, under, over }: MergeCase): MergeRequest {
  return {
    people: people.map((each, index) => ({ file: 'abc'.charAt(index), sheet: sheetOf(each) })),
    under: sheetOf(under),
    over: sheetOf(over),
  };
}

/** The merge, without its steps. */
export function mergedOf(knowledge: KnowledgeBase, request: MergeRequest): Merged {
  const steps = merge(knowledge, request);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value.merged;
  }
}
