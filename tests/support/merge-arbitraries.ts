import fc from 'fast-check';
import type { MergeRequest } from '../../src/engine/merge/common-ground.ts';
import { type MergeResult, merge } from '../../src/engine/merge/merge.ts';
import type { Answer, AnswerSheet } from '../../src/model/answers.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
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

/** A number that stands for an answer or a pin; −1 is `unknown`, −2 nothing said. */
const die = (said: number, unsaid: number) =>
  fc.oneof(
    { weight: said, arbitrary: fc.nat(1_000) },
    { weight: 1, arbitrary: fc.constant(-1) },
    { weight: unsaid, arbitrary: fc.constant(-2) },
  );

const spoken = (answer: fc.Arbitrary<number>) =>
  fc.record({
    answers: fc.array(answer, { minLength: 4, maxLength: 4 }),
    pins: fc.array(die(2, 5), { minLength: 4, maxLength: 4 }),
  });

const CHOICES = ['a', 'b', 'c'] as const;

/** Conditions that two of three choices fulfil, so that different answers often do the same. */
const eitherOf = fc
  .tuple(fc.nat(3), fc.subarray([...CHOICES], { minLength: 1, maxLength: 2 }), fc.boolean())
  .map(([question, choices, isStrong]) => {
    return `q${question}: ${choices.join(' | ')}${isStrong ? ' (strong)' : ''}`;
  });

/** Four questions that speak for one of three alternatives, and a decision that follows from two of these. */
const contests: fc.Arbitrary<KnowledgeSpec> = fc
  .array(fc.array(eitherOf, { maxLength: 4 }), { minLength: 5, maxLength: 5 })
  .map((reasons) => ({
    qualities: { speed: 0 },
    questions: [0, 1, 2, 3].map((index) => ({
      id: `q${index}`,
      choices: Object.fromEntries(CHOICES.map((choice) => [choice, {}])),
    })),
    patterns: reasons.map((useWhen, index) => ({ id: `p${index}`, useWhen })),
    decisions: [
      { id: 'd0', alternatives: ['p0', 'p1', 'p2'], driving: ['speed'] },
      {
        id: 'd1',
        alternatives: ['p3', 'p4'],
        driving: ['speed'],
        appliesWhen: ['d0: p1 | p2'],
      },
    ],
  }));

const knowledgeBases = fc.oneof(
  cases.map(({ spec }) => spec),
  contests,
);

/** Small knowledge bases, two to four people who know most answers, and now and then stronger and weaker sources. */
export const mergeCases: fc.Arbitrary<MergeCase> = fc
  .record({
    spec: knowledgeBases,
    people: fc.array(spoken(die(10, 1)), { minLength: 2, maxLength: 4 }),
    under: spoken(die(2, 2)),
    over: spoken(die(1, 10)),
  })
  .map(({ spec, people, under, over }) => {
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
  const pins = [...decisions.values()].flatMap((decision, index) => {
    const number = dice.pins[index] ?? -2;
    return number < 0 ? [] : [[decision.id, pinFrom(decision, number)] as const];
  });
  return { answers: Object.fromEntries(answers), pins: Object.fromEntries(pins) };
}

/** One alternative; where several may be picked, more often some of the techniques. */
function pinFrom({ alternatives, several, baseline }: Decision, number: number): string[] {
  const ids = alternatives.map(({ id }) => id);
  const techniques = ids.filter((id) => id !== baseline);
  const some = techniques.filter((_, index) => Math.floor(number / 2 ** index) % 2 === 1);
  return several && some.length > 0 ? some : ids.slice(number % ids.length).slice(0, 1);
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
    people: people.map((each, index) => ({ file: 'abcd'.charAt(index), sheet: sheetOf(each) })),
    under: sheetOf(under),
    over: sheetOf(over),
  };
}

/** The merge, without its steps. */
export function mergeOf(knowledge: KnowledgeBase, request: MergeRequest): MergeResult {
  const steps = merge(knowledge, request);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
