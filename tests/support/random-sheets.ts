import { NONE } from '../../src/common/answers.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Question } from '../../src/model/question.ts';
import { legalUnder } from './engine-implied.ts';
import { type Random, randomFrom } from './engine-random-answers.ts';

/** Draws sheets of legal answers, the same ones for the same seed. */
export interface Drawing {
  /** Answers to the given share of all questions, from 0 to 1; which ones is drawn, too. */
  readonly partial: (share: number) => Answers;
  /** The same answers, and random ones to all other questions, of those that the given ones leave. */
  readonly completed: (answers: Answers) => Answers;
  readonly random: Random;
}

export function drawingFrom(knowledge: KnowledgeBase, seed: number): Drawing {
  const { questions } = knowledge;
  const all = [...questions.values()];
  const random = randomFrom(seed);
  const completed = (answers: Answers): Answers =>
    new Map(
      all.map((question) => [
        question.id,
        answers.get(question.id) ?? { choices: answerUnder(answers, question, knowledge, random) },
      ]),
    );
  const partial = (share: number): Answers => {
    const order = drawn([...completed(new Map())], questions.size, random);
    return new Map(order.slice(0, Math.round(share * all.length)));
  };
  return { partial, completed, random };
}

/** Implications may leave only some choices of a question that takes one. */
function answerUnder(
  answers: Answers,
  question: Question,
  knowledge: KnowledgeBase,
  random: Random,
): readonly string[] {
  if (question.several) return legalAnswer(question, random);
  return drawn(legalUnder(knowledge, question, answers), 1, random).flat();
}

/** Of several choices the number is drawn first, so that small and large sets are as likely. */
function legalAnswer(
  { choices, limit = choices.length }: Question,
  random: Random,
): readonly string[] {
  const ids = (isAlone: boolean) =>
    choices.filter(({ exclusive }) => exclusive === isAlone).map(({ id }) => id);
  const size = Math.floor(random() * (Math.min(limit, ids(false).length) + 1));
  if (size === 0) return drawn([...ids(true), ...(ids(true).length > 0 ? [] : [NONE])], 1, random);
  const members = compatible(choices, drawn(ids(false), size, random));
  return ids(false).filter((id) => members.includes(id));
}

/** Without those that one before them excludes. */
export function compatible(choices: Question['choices'], picked: readonly string[]): string[] {
  const excludes = new Map(choices.map(({ id, excludes: opposites = [] }) => [id, opposites]));
  const isFree = (id: string, place: number) =>
    !picked.slice(0, place).some((one) => excludes.get(one)?.includes(id));
  return picked.filter(isFree);
}

/** Some of the items, none of them twice. */
export function drawn<T>(items: readonly T[], size: number, random: Random): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(size, items.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
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
