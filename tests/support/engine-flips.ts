import { NONE } from '../../src/common/answers.ts';
import type { Answer, Answers } from '../../src/model/answers.ts';
import type { AnswerChange } from '../../src/model/flips.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Question } from '../../src/model/question.ts';
import { legalUnder } from './engine-implied.ts';
import { legalSets } from './engine-legal-sets.ts';

/** What some changed answers come to, as words that can be compared. */
export interface PlainFlip {
  readonly changes: readonly AnswerChange[];
  readonly outcome: string;
}

/** What is looked for: every smallest set of changes after which the outcome is as wished. */
export interface Hunt {
  readonly knowledge: KnowledgeBase;
  readonly answers: Answers;
  readonly outcomeOf: (answers: Answers) => string;
  readonly isWished: (outcome: string) => boolean;
}

/** Tries every set of up to three changed answers, one after the other; empty where none is as wished. */
export function bruteFlips(hunt: Hunt): PlainFlip[] {
  const changes = [...hunt.knowledge.questions.values()].map((question) =>
    changesOf(question, hunt.answers.get(question.id)),
  );
  for (let size = 1; size <= 3; size += 1) {
    const sets = setsOf(changes, size).filter((set) => isLegal(set, hunt));
    const tried = sets.map((set) => tryOut(set, hunt));
    const found = tried.filter(({ outcome }) => hunt.isWished(outcome));
    if (found.length > 0) return found;
  }
  return [];
}

/** An open question gets an answer that the others leave. */
function isLegal(changes: readonly AnswerChange[], { knowledge, answers }: Hunt): boolean {
  const next = changedBy(changes, answers);
  return changes.every(({ question: id, from, to }) => {
    const question = knowledge.questions.get(id);
    if (from !== undefined || question === undefined) return true;
    const others = new Map([...next].filter(([each]) => each !== id));
    return legalUnder(knowledge, question, others).some((set) => set.join() === [to].flat().join());
  });
}

function tryOut(changes: readonly AnswerChange[], { answers, outcomeOf }: Hunt): PlainFlip {
  return { changes, outcome: outcomeOf(changedBy(changes, answers)) };
}

function changedBy(changes: readonly AnswerChange[], answers: Answers): Answers {
  const next = new Map(answers);
  for (const { question, to } of changes) next.set(question, { choices: [to].flat() });
  return next;
}

/** Every way to take changes of so many different questions. */
function setsOf(
  [first, ...rest]: readonly (readonly AnswerChange[])[],
  size: number,
): AnswerChange[][] {
  if (size === 0) return [[]];
  if (first === undefined) return [];
  const withFirst = setsOf(rest, size - 1).flatMap((set) => first.map((each) => [each, ...set]));
  return [...withFirst, ...setsOf(rest, size)];
}

/** Of all legal answers those next to the given one: one member comes, goes, or is swapped for another. */
export function changesOf(question: Question, given: Answer | undefined): AnswerChange[] {
  const shape = (set: readonly string[]) => (question.several ? set : (set[0] ?? ''));
  return legalSets(question)
    .filter((set) => isNext(set, given?.choices, question))
    .map((set) => ({
      question: question.id,
      ...(given && { from: shape(given.choices) }),
      to: shape(set),
    }));
}

function isNext(
  set: readonly string[],
  given: readonly string[] | undefined,
  { several }: Question,
): boolean {
  if (!several) return given?.[0] !== set[0];
  const [before, after] = [membersOf(given ?? []), membersOf(set)];
  const come = after.filter((id) => !before.includes(id)).length;
  const gone = before.filter((id) => !after.includes(id)).length;
  return come <= 1 && gone <= 1 && (given === undefined || come + gone > 0);
}

function membersOf(set: readonly string[]): string[] {
  return set.filter((id) => id !== NONE);
}
