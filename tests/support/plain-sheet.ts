import type { Answer } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';

/** Where the first choice of a question rules an alternative out, one that does not. */
const INSTEAD: Readonly<Record<string, string>> = {
  messages: 'none',
  isolation: 'none',
  staleness: 'seconds',
  partition: 'accept',
  managed: 'everything',
};

/** An answer to every shipped question, the first choice of most; nothing is ruled out, and little is to be worked out. */
export function plainSheet({ questions }: KnowledgeBase): Map<string, Answer> {
  return new Map(
    [...questions.values()].map(({ id, choices }) => {
      const choice = INSTEAD[id] ?? choices[0]?.id;
      return [id, { choices: choice === undefined ? [] : [choice] }] as const;
    }),
  );
}
