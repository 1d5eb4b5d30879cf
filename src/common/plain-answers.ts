import type { Answer, Answers, Pins } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { PlainAnswer, PlainPin } from '../model/merged.ts';

/** An answer as JSON has it: a number where one was given, a list where several may be picked. */
export function plainAnswer(
  { questions }: Pick<KnowledgeBase, 'questions'>,
  id: string,
  { choices, number }: Answer,
): PlainAnswer {
  return number ?? (questions.get(id)?.several ? choices : (choices[0] ?? ''));
}

/** A pin as JSON has it: a list where several may be picked. */
export function plainPin(
  { decisions }: KnowledgeBase,
  id: string,
  pin: readonly string[],
): PlainPin {
  return decisions.get(id)?.several ? pin : (pin[0] ?? '');
}

/** In the order of the questions. */
export function plainAnswers(
  knowledge: KnowledgeBase,
  answers: Answers,
): Record<string, PlainAnswer> {
  const entries = [...knowledge.questions.keys()].flatMap((id) => {
    const answer = answers.get(id);
    return answer === undefined ? [] : [[id, plainAnswer(knowledge, id, answer)] as const];
  });
  return Object.fromEntries(entries);
}

/** In the order of the decisions. */
export function plainPins(knowledge: KnowledgeBase, pins: Pins): Record<string, PlainPin> {
  const entries = [...knowledge.decisions.keys()].flatMap((id) => {
    const pin = pins.get(id);
    return pin === undefined ? [] : [[id, plainPin(knowledge, id, pin)] as const];
  });
  return Object.fromEntries(entries);
}
