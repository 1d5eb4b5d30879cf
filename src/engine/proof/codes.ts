import type { Answers } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { Question } from '../../model/question.ts';

/** One code for each question, in the order of the knowledge base; `OPEN` where it is not answered. */
export type Sheet = Int32Array;

export const OPEN = -1;

/** Answers as small numbers, so that tables are looked up by index. */
export interface Codes {
  readonly questions: readonly Question[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** The code of an answer to the question with this index; each different answer has its own. */
  readonly codeOf: (question: number, choices: readonly string[]) => number;
  readonly choicesOf: (question: number, code: number) => readonly string[];
  readonly encode: (answers: Answers) => Sheet;
  /** How many codes were given out. */
  readonly count: () => number;
}

/** Codes are given out as answers come up: a question with many legal sets costs only those that are used. */
export function codesOf(knowledge: KnowledgeBase): Codes {
  const questions = [...knowledge.questions.values()];
  const indexOf = new Map(questions.map(({ id }, index) => [id, index]));
  const known = questions.map(({ choices }) => new Map(choices.map(({ id }, code) => [id, code])));
  const answers = questions.map(({ choices }) => choices.map(({ id }): readonly string[] => [id]));
  const codeOf = (question: number, choices: readonly string[]): number => {
    const codes = known[question];
    const key = choices.length === 1 ? (choices[0] ?? '') : choices.join(' ');
    const code = codes?.get(key) ?? (answers[question]?.push(choices) ?? 0) - 1;
    codes?.set(key, code);
    return code;
  };
  const encode = (given: Answers): Sheet => {
    const sheet = new Int32Array(questions.length).fill(OPEN);
    for (const [id, { choices }] of given) {
      const question = indexOf.get(id);
      if (question !== undefined) sheet[question] = codeOf(question, choices);
    }
    return sheet;
  };
  const choicesOf = (question: number, code: number) => answers[question]?.[code] ?? [];
  const count = () => answers.reduce((sum, each) => sum + each.length, 0);
  return { questions, indexOf, codeOf, choicesOf, encode, count };
}
