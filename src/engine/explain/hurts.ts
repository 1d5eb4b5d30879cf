import type { DecisionAdvice, Sacrifice } from '../../model/advice.ts';
import type { Answers } from '../../model/answers.ts';
import type { ExplainedSacrifice, Hurt, Warning } from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Question } from '../../model/question.ts';
import { citationOf } from '../advice/contributions.ts';
import type { Situation } from '../decide/judge.ts';
import { conjunctionOf, truthOf } from '../table/conditions.ts';

/** What is given up, with the answers that make its quality weigh: those given, and those that still may be. */
export function withHurts(
  sacrifice: Sacrifice,
  { questions }: KnowledgeBase,
  answers: Answers,
): ExplainedSacrifice {
  const hurts = [...questions.values()]
    .flatMap((question) => hurtBy(question, sacrifice.quality, answers))
    .sort((a, b) => b.weight - a.weight);
  return hurts.length === 0 ? sacrifice : { ...sacrifice, hurtsWhen: hurts };
}

/** An answer given that adds nothing keeps the question from hurting. */
function hurtBy({ id, choices }: Question, quality: string, answers: Answers): Hurt[] {
  const given = answers.get(id)?.choices;
  const weighing = choices
    .map((choice) => ({ id: choice.id, weight: choice.weights.get(quality) ?? 0 }))
    .filter((choice) => choice.weight > 0 && (given === undefined || given.includes(choice.id)));
  if (weighing.length === 0) return [];
  const weights = weighing.map(({ weight }) => weight);
  return [
    {
      question: id,
      choices: weighing.map((choice) => choice.id),
      weight: given ? weights.reduce((sum, weight) => sum + weight, 0) : Math.max(...weights),
      state: given ? 'given' : 'open',
    },
  ];
}

/** What the documents of the picks say to avoid, where that may still turn out to be so. */
export function warningsOn(
  { recommended }: Pick<DecisionAdvice, 'recommended'>,
  { tables, answers }: Situation,
): Warning[] {
  return recommended.flatMap((alternative) =>
    (tables.knowledge.patterns.get(alternative)?.evidence ?? [])
      .filter(({ kind }) => kind === 'avoid-when')
      .flatMap((evidence): Warning[] => {
        const { condition } = evidence;
        const conjunction = condition && conjunctionOf(condition, tables.slots);
        if (condition === undefined || conjunction === undefined) return [];
        return truthOf(conjunction, answers, tables.questions) === 'sometimes'
          ? [{ ...citationOf(evidence), alternative, because: condition.text }]
          : [];
      }),
  );
}
