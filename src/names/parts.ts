import type { Decision } from '../model/decision.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Choice, Question } from '../model/question.ts';
import { lookUp } from './look-up.ts';
import { spellingKey, stemKey } from './spelling.ts';

/** The choices that a text means, by label or alias in any spelling; several where it is ambiguous. */
export function choicesMeant(
  { choices }: Pick<Question, 'choices'>,
  text: string,
): readonly Choice[] {
  return meantAmong(choices, text, ({ id, label, aliases = [] }) => [id, label, ...aliases]);
}

/**
 * The alternatives of a decision that a text means: by name or alias, by a product that stands for one of them, or by one
 * of a finer decision that arises only with one of them, as MongoDB does with NoSQL.
 */
export function alternativesMeant(
  decision: Decision,
  text: string,
  knowledge: KnowledgeBase,
): readonly string[] {
  const { alternatives } = decision;
  const own = meantAmong(alternatives, text, ({ id, name, aliases }) => [id, name, ...aliases]);
  if (own.length > 0) return own.map(({ id }) => id);
  const ids = lookUp(text, ['pattern', 'product'], knowledge).flatMap(({ kind, id }) =>
    kind === 'product' ? (knowledge.products.get(id)?.standsFor ?? []) : [id],
  );
  const through = ids.flatMap((id) => aboveOf(id, decision, knowledge));
  return [...new Set(through)];
}

/** The alternative itself, or the one with which the finer decision arises that it belongs to. */
function aboveOf(
  id: string,
  { id: decision, alternatives }: Decision,
  { decisions }: KnowledgeBase,
) {
  if (alternatives.some((each) => each.id === id)) return [id];
  const finer = [...decisions.values()].find((each) =>
    each.alternatives.some((alternative) => alternative.id === id),
  );
  return (finer?.appliesWhen ?? [])
    .flatMap(({ terms }) => terms)
    .flatMap(({ subject, choices }) =>
      subject === decision && choices.length === 1 ? choices : [],
    );
}

function meantAmong<T>(
  items: readonly T[],
  text: string,
  namesOf: (item: T) => readonly string[],
): readonly T[] {
  for (const keyOf of [spellingKey, stemKey]) {
    const key = keyOf(text);
    const found = items.filter((item) => namesOf(item).some((name) => keyOf(name) === key));
    if (key !== '' && found.length > 0) return found;
  }
  return [];
}
