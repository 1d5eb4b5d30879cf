import type { Advice, DecisionAdvice, RankedAlternative } from '../../src/model/advice.ts';
import type { Condition, Term } from '../../src/model/condition.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { citedRankingLines, placesText } from '../support/ranking-text.ts';
import type { Given } from './advised.ts';

/** What decided a pick: whether the decision arises, what other picks changed, and the ranking, with lines of documents. */
export function decidedLines(
  own: DecisionAdvice,
  given: Given,
  knowledge: KnowledgeBase,
  ranking: readonly RankedAlternative[] = own.ranking,
): string[] {
  return [
    `  ${own.id} is ${own.status}`,
    ...appliesLines(own, given, knowledge),
    ...jointLines(own),
    ...citedRankingLines(ranking),
  ];
}

function appliesLines(own: DecisionAdvice, given: Given, knowledge: KnowledgeBase): string[] {
  const conditions = knowledge.decisions.get(own.id)?.appliesWhen ?? [];
  if (conditions.length === 0) return [];
  const depends = own.appliesDependsOn?.join(', ');
  return [
    `    applies: ${own.applies}${depends ? `, depends on ${depends}` : ''}`,
    ...conditions.map((each) => {
      const isMet = each.terms.every((term) => holds(term, given));
      return `      when ${conditionText(each)}${isMet ? ', which holds' : ''}`;
    }),
  ];
}

function conditionText({ text, place }: Condition): string {
  return `${text}${placesText([place])}`;
}

/** Whether answers, what they imply, or picks fulfil a term. */
export function holds({ subject, choices }: Term, { answers, advice }: Given): boolean {
  const said = answers.get(subject)?.choices ?? impliedOn(subject, advice);
  const picked = advice.decisions.find(({ id }) => id === subject)?.recommended;
  return (said ?? picked ?? []).some((each) => choices.includes(each));
}

function impliedOn(question: string, { implied }: Advice): readonly string[] | undefined {
  const left = implied?.find((each) => each.question === question)?.choices;
  return left?.length === 1 ? left : undefined;
}

function jointLines({ joint }: DecisionAdvice): string[] {
  if (joint === undefined) return [];
  const because = joint.because.map((each) => `${each.condition}${placesText([each])}`);
  return [
    `    by itself it would pick ${joint.instead.join(', ') || 'nothing'}${because.length > 0 ? `: ${because.join('; ')}` : ''}`,
  ];
}
