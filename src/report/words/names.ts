import { reasonWord } from '../../common/reason-word.ts';
import { plain } from '../../common/text.ts';
import type { Reason } from '../../model/advice.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { lowerFirst } from './sentences.ts';

/** How things are called in a text. */
export interface Names {
  readonly quality: (id: string) => string;
  readonly alternative: (id: string) => string;
  /** `SQL, NoSQL` */
  readonly alternatives: (ids: readonly string[]) => string;
  readonly decision: (id: string) => string;
  /** As it is asked: `What is the bulk of the work?` */
  readonly question: (id: string) => string;
  /** What it is about, in a few words: `Kinds of work`. */
  readonly questionTitle: (id: string) => string;
  /** The label of a choice. */
  readonly choice: (question: string, id: string) => string;
  /** Of the numbers that answer a question: `requests per second`; empty if there is none. */
  readonly unit: (question: string) => string;
}

export function namesIn({ qualities, decisions, patterns, questions }: KnowledgeBase): Names {
  const alternatives = new Map(
    [...decisions.values()].flatMap((decision) =>
      decision.alternatives.map(({ id, name }) => [id, name]),
    ),
  );
  const alternative = (id: string) => patterns.get(id)?.name ?? alternatives.get(id) ?? id;
  return {
    quality: (id) => (qualities.get(id)?.name ?? id).toLowerCase(),
    alternative,
    alternatives: (ids) => ids.map(alternative).join(', '),
    decision: (id) => decisions.get(id)?.title ?? id,
    question: (id) => questions.get(id)?.ask ?? id,
    questionTitle: (id) => questions.get(id)?.title ?? questions.get(id)?.ask ?? id,
    choice: (question, id) =>
      questions.get(question)?.choices.find((choice) => choice.id === id)?.label ?? id,
    unit: (question) => questions.get(question)?.unit ?? '',
  };
}

/** What a question is about, within a sentence: `number of teams`; one without a title in its own words. */
export function topicWords(id: string, { questionTitle, question }: Names): string {
  const title = questionTitle(id);
  return title === question(id) ? `"${title}"` : lowerFirst(title);
}

/** Names without anything that could command a terminal. */
export function plainNames(knowledge: KnowledgeBase): Names {
  const names = namesIn(knowledge);
  return {
    quality: (id) => plain(names.quality(id)),
    alternative: (id) => plain(names.alternative(id)),
    alternatives: (ids) => plain(names.alternatives(ids)),
    decision: (id) => plain(names.decision(id)),
    question: (id) => plain(names.question(id)),
    questionTitle: (id) => plain(names.questionTitle(id)),
    choice: (question, id) => plain(names.choice(question, id)),
    unit: (question) => plain(names.unit(question)),
  };
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(texts: readonly string[], word: 'and' | 'or'): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** `A, B, C and 4 more`; a single one is never left out. */
export function listedFirst(texts: readonly string[], most: number): string {
  const rest = texts.length - most;
  return rest > 1 ? `${texts.slice(0, most).join(', ')} and ${rest} more` : texts.join(', ');
}

export function reasonWords(reasons: readonly Reason[]): string {
  return reasons.map(reasonWord).join(', ');
}
