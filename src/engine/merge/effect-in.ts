import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { compile, withParents } from '../compiled.ts';
import { fulfilmentKey, type Part, partsOf } from '../terms.ts';

/**
 * What an answer to a question does in a decision and in those that it hangs on, as a word: what it adds to the
 * weights of the qualities that score there, and which conditions it fulfils. Answers with one word are as good as one
 * answer there; those with two may still come to the same.
 */
export function effectIn(
  knowledge: KnowledgeBase,
  decision: string,
  question: string,
): (choices: readonly string[]) => string {
  const chain = withParents(decision, compile(knowledge).decisions);
  const driving = new Set(chain.flatMap((each) => each.decision.driving));
  const parts = chain
    .flatMap((each) => conditionsOf(each.decision, knowledge))
    .filter((part) => part.question === question);
  const weights = knowledge.questions.get(question)?.choices ?? [];
  return (choices) => {
    const picked = weights.filter(({ id }) => choices.includes(id));
    const added = [...driving].map((quality) =>
      picked.reduce((sum, choice) => sum + (choice.weights.get(quality) ?? 0), 0),
    );
    return `${added.join(' ')}/${fulfilmentKey(choices, parts)}`;
  };
}

function conditionsOf(
  { alternatives, appliesWhen }: Decision,
  { patterns }: KnowledgeBase,
): Part[] {
  const evidence = alternatives.flatMap(({ id }) => patterns.get(id)?.evidence ?? []);
  return [...appliesWhen, ...evidence.map(({ condition }) => condition)].flatMap(partsOf);
}
