import type { ContradictoryAnswers, ImpliedAnswer } from '../../model/advice.ts';
import type { Answers } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Implication } from '../../model/question.ts';
import { type Implying, type Narrowing, narrowed } from '../table/implied.ts';
import { namesOf } from '../table/masks.ts';
import { masksOf } from '../table/slots.ts';
import { type Tables, tablesFor } from '../table/tables.ts';

/** What given answers imply about questions without one, in the order of the questions. */
export function impliedIn(knowledge: KnowledgeBase, answers: Answers): ImpliedAnswer[] {
  if (knowledge.implications.length === 0) return [];
  const { tables, narrowing } = narrowingIn(knowledge, answers);
  return tables.questions.flatMap(({ index, id, choices }) => {
    const own = narrowing.followed.filter(({ slot }) => slot === index);
    if (own.length === 0) return [];
    const left = Math.abs(narrowing.answers[index] ?? 0);
    const because = own.flatMap((each) => implicationIn(knowledge, each)).map(becauseOf);
    return [{ question: id, choices: namesOf(left, choices), because }];
  });
}

function narrowingIn(
  knowledge: KnowledgeBase,
  answers: Answers,
): { readonly tables: Tables; readonly narrowing: Narrowing } {
  const tables = tablesFor(knowledge);
  return { tables, narrowing: narrowed(masksOf(answers, tables.questions), tables.implying) };
}

function implicationIn({ implications }: KnowledgeBase, { index }: Implying): Implication[] {
  const found = implications[index];
  return found ? [found] : [];
}

function becauseOf({ condition, because, place }: Implication) {
  const { file, line } = place;
  return { condition: condition.text, questions: subjectsOf(condition), because, file, line };
}

function subjectsOf({ terms }: Implication['condition']): string[] {
  return [...new Set(terms.map(({ subject }) => subject))];
}

/** Given answers of which some rule out what others say, or imply; in the order of the document. */
export function impossibleIn(knowledge: KnowledgeBase, answers: Answers): ContradictoryAnswers[] {
  if (knowledge.implications.length === 0) return [];
  const { narrowing } = narrowingIn(knowledge, answers);
  return narrowing.dropped.flatMap((dropped) => {
    const others = narrowing.followed
      .filter(({ slot }) => slot === dropped.slot)
      .flatMap((each) => implicationIn(knowledge, each));
    return implicationIn(knowledge, dropped).map((each) =>
      contradictionOf(each, answers.get(each.question)?.choices, others),
    );
  });
}

/** With the given answer that it excludes, or else with the implications that leave something else. */
function contradictionOf(
  { condition, question, because, instead, place: { file, line } }: Implication,
  given: readonly string[] | undefined,
  others: readonly Implication[],
): ContradictoryAnswers {
  const texts = given
    ? [`${question}: ${given.join(' | ')}`]
    : others.map((each) => each.condition.text);
  const conditions = given ? [condition] : [condition, ...others.map((each) => each.condition)];
  const questions = new Set([...conditions.flatMap(subjectsOf), ...(given ? [question] : [])]);
  return {
    condition: [condition.text, ...texts].join(' & '),
    questions: [...questions],
    ...{ because, instead: instead ?? 'Change one of these answers', file, line },
  };
}
