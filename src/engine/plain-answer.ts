import type { Answer, Answers, Pins } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { PlainAnswer, PlainPin } from '../model/merged.ts';

/** An answer as JSON has it: a number where one was given, a list where several may be picked. */
export function plainAnswer(
  { questions }: KnowledgeBase,
  id: string,
  { choices, number }: Answer,
): PlainAnswer {
  return number ?? (questions.get(id)?.several ? choices : (choices[0] ?? ''));
}

export function plainPin(
  { decisions }: KnowledgeBase,
  id: string,
  pin: readonly string[],
): PlainPin {
  return decisions.get(id)?.several ? pin : (pin[0] ?? '');
}

export function plainAnswers(
  knowledge: KnowledgeBase,
  answers: Answers,
): Record<string, PlainAnswer> {
  return Object.fromEntries(
    [...answers].map(([id, answer]) => [id, plainAnswer(knowledge, id, answer)]),
  );
}

export function plainPins(knowledge: KnowledgeBase, pins: Pins): Record<string, PlainPin> {
  return Object.fromEntries([...pins].map(([id, pin]) => [id, plainPin(knowledge, id, pin)]));
}
