import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Situation } from './engine-brute-force.ts';
import { changesOf } from './engine-flips.ts';
import { picksBy } from './engine-picks.ts';

/**
 * The decisions of which no single different answer to an answered question changes what is recommended, were they to
 * apply: by trying every one, with members of sets added, removed or swapped.
 */
export function firmIn(knowledge: KnowledgeBase, situation: Situation): string[] {
  const before = picksBy(knowledge, situation);
  const others = otherAnswers(knowledge, situation.answers).map((answers) =>
    picksBy(knowledge, { ...situation, answers }),
  );
  const isSame = (id: string) =>
    others.every((after) => after.get(id)?.join() === before.get(id)?.join());
  return [...before.keys()].filter(isSame);
}

function otherAnswers({ questions }: KnowledgeBase, answers: Answers): Answers[] {
  return [...answers].flatMap(([id, given]) => {
    const question = questions.get(id);
    const changes = question ? changesOf(question, given) : [];
    return changes.map(({ to }) => new Map([...answers, [id, { choices: [to].flat() }]]));
  });
}
