import type { ContradictoryAnswers, ImpliedAnswer } from '../../model/advice.ts';
import type { Answers } from '../../model/answers.ts';
import type { Condition } from '../../model/condition.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Implication } from '../../model/question.ts';
import { type Implying, type Narrowing, narrowed } from '../table/implied.ts';
import { namesOf } from '../table/masks.ts';
import { masksOf } from '../table/slots.ts';
import { type Tables, tablesFor } from '../table/tables.ts';
import { answersThatHold } from './answers-that-hold.ts';

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
    return implicationIn(knowledge, dropped).flatMap((each) => {
      const held = answersThatHold(clashOf(each, answers, others), answers);
      const instead = each.instead ?? 'Change one of these answers';
      return held ? [{ ...held, because: each.because, instead }] : [];
    });
  });
}

/** An implication with the given answer that it excludes, or else with the implications that leave something else. */
function clashOf(
  { condition, question, place }: Implication,
  answers: Answers,
  others: readonly Implication[],
): Condition {
  const given = answers.get(question)?.choices;
  const said = given && { subject: question, choices: given, place };
  const rest = said
    ? [{ text: `${question}: ${said.choices.join(' | ')}`, terms: [said] }]
    : others.map((each) => each.condition);
  const all = [...new Map([condition, ...rest].map((each) => [each.text, each])).values()];
  return {
    text: all.map(({ text }) => text).join(' & '),
    terms: all.flatMap(({ terms }) => terms),
    place,
  };
}
