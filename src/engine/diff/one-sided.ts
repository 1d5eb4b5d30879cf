import type { OnlyHere } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';

/** What a knowledge base has and another lacks; undefined where it has nothing of its own. */
export function onlyIn(here: KnowledgeBase, there: KnowledgeBase): OnlyHere | undefined {
  const alternatives = [...here.decisions.values()].flatMap((decision) => {
    const others = there.decisions.get(decision.id)?.alternatives;
    return missing(decision.alternatives, others).map((id) => `${decision.id}=${id}`);
  });
  const choices = [...here.questions.values()].flatMap((question) =>
    missing(question.choices, there.questions.get(question.id)?.choices).map(
      (id) => `${question.id}=${id}`,
    ),
  );
  const found = Object.entries({
    decisions: [...here.decisions.keys()].filter((id) => !there.decisions.has(id)),
    alternatives,
    questions: [...here.questions.keys()].filter((id) => !there.questions.has(id)),
    choices,
  }).filter(([, ids]) => ids.length > 0);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

interface Named {
  readonly id: string;
}

/** Nothing where the whole is missing: that is listed already. */
function missing(own: readonly Named[], others: readonly Named[] | undefined): string[] {
  if (others === undefined) return [];
  return own.map(({ id }) => id).filter((id) => others.every((other) => other.id !== id));
}
