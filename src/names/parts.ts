import type { Decision } from '../model/decision.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Choice, Question } from '../model/question.ts';
import { lookUp } from './look-up.ts';
import { spelledWords, spellingKey, stemKey, stemOf } from './spelling.ts';

/** The choices that a text means, by label or alias in any spelling; several where it is ambiguous. */
export function choicesMeant(
  { choices }: Pick<Question, 'choices'>,
  text: string,
): readonly Choice[] {
  return meantAmong(choices, text, ({ id, label, aliases = [] }) => [id, label, ...aliases]);
}

/** The one choice whose label or alias has all words of a text; undefined where there is none, or more than one. */
export function choiceSuggested(
  { choices }: Pick<Question, 'choices'>,
  text: string,
): Choice | undefined {
  const wanted = spelledWords(text).map(stemOf);
  const found = choices.filter(({ label, aliases = [] }) => {
    const own = new Set([label, ...aliases].flatMap((name) => spelledWords(name).map(stemOf)));
    return wanted.length > 0 && wanted.every((word) => own.has(word));
  });
  return found.length === 1 ? found[0] : undefined;
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
  const through = patternsMeant(text, knowledge).flatMap((id) => aboveOf(id, decision, knowledge));
  return [...new Set(through)];
}

/** A decision, and what to pin it to. */
export interface PinMeant {
  readonly decision: string;
  readonly alternative: string;
}

/** What a finer decision is pinned to as well where a text names one of its alternatives: MongoDB is NoSQL and a document store. */
export function finerPinMeant(
  decision: Decision,
  text: string,
  knowledge: KnowledgeBase,
): PinMeant | undefined {
  const { alternatives } = decision;
  const own = meantAmong(alternatives, text, ({ id, name, aliases }) => [id, name, ...aliases]);
  const [id, ...others] = patternsMeant(text, knowledge);
  const isOwn = own.length > 0 || alternatives.some((each) => each.id === id);
  const finer = id === undefined || isOwn || others.length > 0 ? undefined : ownerOf(id, knowledge);
  return id === undefined || finer === undefined
    ? undefined
    : { decision: finer.id, alternative: id };
}

function patternsMeant(text: string, knowledge: KnowledgeBase): string[] {
  return lookUp(text, ['pattern', 'product'], knowledge).flatMap(({ kind, id }) =>
    kind === 'product' ? (knowledge.products.get(id)?.standsFor ?? []) : [id],
  );
}

function ownerOf(id: string, { decisions }: KnowledgeBase): Decision | undefined {
  return [...decisions.values()].find((each) =>
    each.alternatives.some((alternative) => alternative.id === id),
  );
}

/** The alternative itself, or the one with which the finer decision arises that it belongs to. */
function aboveOf(
  id: string,
  { id: decision, alternatives }: Decision,
  knowledge: KnowledgeBase,
): readonly string[] {
  if (alternatives.some((each) => each.id === id)) return [id];
  const finer = ownerOf(id, knowledge);
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
