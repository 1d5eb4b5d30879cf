import { type Dice, randomAnswer } from '../../src/engine/proof/random-answer.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { type Random, randomFrom } from '../support/engine-random-answers.ts';

/** Draws sheets of legal answers, the same ones for the same seed. */
export interface Drawing {
  /** Answers to the given share of all questions, from 0 to 1; which ones is drawn, too. */
  readonly partial: (share: number) => Answers;
  /** The same answers, and random ones to all other questions. */
  readonly completed: (answers: Answers) => Answers;
  readonly random: Random;
  readonly dice: Dice;
}

export function drawingFrom({ questions }: KnowledgeBase, seed: number): Drawing {
  const all = [...questions.values()];
  const random = randomFrom(seed);
  const dice = (end: number) => Math.floor(random() * end);
  const completed = (answers: Answers): Answers =>
    new Map(
      all.map((question) => {
        const given = answers.get(question.id);
        return [question.id, given ?? { choices: randomAnswer(question, dice) }];
      }),
    );
  const partial = (share: number): Answers => {
    const order = shuffled([...completed(new Map())], dice);
    return new Map(order.slice(0, Math.round(share * all.length)));
  };
  return { partial, completed, random, dice };
}

function shuffled<T>(items: readonly T[], dice: Dice): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(dice(left.length), 1));
}

/** A line for `batch`. */
export function lineOf(
  { questions }: KnowledgeBase,
  answers: Answers,
  rest: Readonly<Record<string, unknown>> = {},
): string {
  const plain = [...answers].map(([id, { choices, number }]) => {
    const written = questions.get(id)?.several ? choices : choices[0];
    return [id, number ?? written] as const;
  });
  return JSON.stringify({ ...rest, answers: Object.fromEntries(plain) });
}
