import { plainAnswer } from '../../common/plain-answers.ts';
import type { Answer, AnswerSheet } from '../../model/answers.ts';
import type { AnswerDifference, OnlyHere, PinDifference } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';

/** A knowledge base with both answer sheets as it reads them; they may hold ids that only the other one knows. */
export interface Reading {
  readonly knowledge: KnowledgeBase;
  readonly old: AnswerSheet;
  readonly new: AnswerSheet;
}

/** What a knowledge base has and another lacks; undefined where it has nothing of its own. */
export function onlyIn(here: KnowledgeBase, there: KnowledgeBase): OnlyHere | undefined {
  const alternatives = [...here.decisions.values()].flatMap((decision) =>
    missing(decision.id, decision.alternatives, there.decisions.get(decision.id)?.alternatives),
  );
  const choices = [...here.questions.values()].flatMap((question) =>
    missing(question.id, question.choices, there.questions.get(question.id)?.choices),
  );
  const found = Object.entries({
    decisions: [...here.decisions.keys()].filter((id) => !there.decisions.has(id)),
    alternatives,
    questions: [...here.questions.keys()].filter((id) => !there.questions.has(id)),
    choices,
  }).filter(([, ids]) => ids.length > 0);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

type Named = readonly { readonly id: string }[];

/** The parts of a whole that another lacks; nothing where the whole is missing, as that is listed already. */
function missing(whole: string, own: Named, others: Named | undefined): string[] {
  const isMissing = (id: string) => others?.every((other) => other.id !== id) ?? false;
  return own.flatMap(({ id }) => (isMissing(id) ? [`${whole}=${id}`] : []));
}

/** The questions answered otherwise: in their order, those that only the other knowledge base knows last. */
export function changedAnswers(
  { knowledge, old, new: now }: Reading,
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
export function changedPins({ old, new: now }: Reading): PinDifference[] {
  const ids = new Set([...old.pins.keys(), ...now.pins.keys()]);
  return [...ids].flatMap((decision) => {
    const [before, after] = [old.pins.get(decision), now.pins.get(decision)];
    if (before?.join() === after?.join()) return [];
    return [{ decision, ...(before && { before }), ...(after && { after }) }];
  });
}
