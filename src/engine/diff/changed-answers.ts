import type { Answer, AnswerSheet } from '../../model/answers.ts';
import type { AnswerDifference, PinDifference } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { plainAnswer } from '../advice/plain-answer.ts';

/** Two sheets as one knowledge base reads them. */
interface Sheets {
  readonly knowledge: KnowledgeBase;
  readonly old: AnswerSheet;
  readonly new: AnswerSheet;
}

/** The questions answered otherwise: in their order, those that only the other knowledge base knows last. */
export function changedAnswers(
  { knowledge, old, new: now }: Sheets,
  other: KnowledgeBase,
): AnswerDifference[] {
  const questions = new Map([...other.questions, ...knowledge.questions]);
  const ids = new Set([...knowledge.questions.keys(), ...other.questions.keys()]);
  return [...ids].flatMap((question) => {
    const plain = (answer: Answer | null | undefined) =>
      answer ? plainAnswer({ questions }, question, answer) : undefined;
    const before = plain(old.answers.get(question));
    const after = plain(now.answers.get(question));
    if (String(before) === String(after)) return [];
    const isOneBand = choicesOf(old, question) === choicesOf(now, question);
    return [
      {
        question,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
        ...(isOneBand && { sameChoice: true }),
      },
    ];
  });
}

function choicesOf({ answers }: AnswerSheet, question: string): string | undefined {
  return answers.get(question)?.choices.join();
}

/** The decisions pinned otherwise, in the order in which they are named. */
export function changedPins({ old, new: now }: Sheets): PinDifference[] {
  const ids = new Set([...old.pins.keys(), ...now.pins.keys()]);
  return [...ids].flatMap((decision) => {
    const [before, after] = [old.pins.get(decision), now.pins.get(decision)];
    if (before?.join() === after?.join()) return [];
    return [{ decision, ...(before && { before }), ...(after && { after }) }];
  });
}
