import type { Answer, AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Given } from './moving-answers.ts';

/** A sheet as far as a knowledge base knows its ids, and the ids that it does not know. */
export interface Known extends Given {
  /** `question`, `question=choice`, `decision`, `decision=alternative`. */
  readonly unknown: readonly string[];
}

/** Leaves out of a sheet what a knowledge base does not know; of a list of choices only those. */
export function knownTo({ questions, decisions }: KnowledgeBase, sheet: AnswerSheet): Known {
  const unknown: string[] = [];
  const known = (id: string, parts: readonly string[], own: readonly string[] | undefined) => {
    const left = parts.filter((part) => own?.includes(part));
    if (own === undefined) unknown.push(id);
    else
      unknown.push(...parts.filter((part) => !left.includes(part)).map((part) => `${id}=${part}`));
    return left;
  };
  const answers = [...sheet.answers].flatMap(([id, answer]): [string, Answer][] => {
    if (answer === null) return [];
    const choices = known(id, answer.choices, idsOf(questions.get(id)?.choices));
    return choices.length === 0 ? [] : [[id, { ...answer, choices }]];
  });
  const pins = [...sheet.pins].flatMap(([id, pin]): [string, readonly string[]][] => {
    const left = known(id, pin, idsOf(decisions.get(id)?.alternatives));
    return left.length === 0 ? [] : [[id, left]];
  });
  return { answers: new Map(answers), pins: new Map(pins), unknown };
}

function idsOf(named: readonly { readonly id: string }[] | undefined): string[] | undefined {
  return named?.map(({ id }) => id);
}
