import type { Advice } from '../../model/advice.ts';
import type { Answer, AnswerSheet } from '../../model/answers.ts';
import type { AnswerDifference, PinDifference } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';

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
    const several = questions.get(question)?.several === true;
    const before = plain(old.answers.get(question), several);
    const after = plain(now.answers.get(question), several);
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

/** As in the advice: a number where one was given, a list where several may be picked. */
function plain(
  answer: Answer | null | undefined,
  several: boolean,
): Advice['answers'][string] | undefined {
  return answer?.number ?? (several ? answer?.choices : answer?.choices[0]);
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
