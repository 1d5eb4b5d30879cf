import type { DecisionAdvice, Sacrifice } from '../../model/advice.ts';
import type { Answers } from '../../model/answers.ts';
import type { ExplainedSacrifice, Hurt, Warning } from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { Question } from '../../model/question.ts';
import { citationOf } from '../contributions.ts';
import { partsOf } from '../terms.ts';
import { allHold, truthOfPart } from '../truth.ts';

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
  { patterns, questions }: KnowledgeBase,
  answers: Answers,
): Warning[] {
  return recommended.flatMap((alternative) =>
    (patterns.get(alternative)?.evidence ?? [])
      .filter(({ kind }) => kind === 'avoid-when')
      .flatMap((evidence) => {
        const parts = partsOf(evidence.condition);
        const truths = parts.map((each) =>
          truthOfPart(each, questions.get(each.question), answers),
        );
        return evidence.condition && allHold(truths) === 'sometimes'
          ? [{ ...citationOf(evidence), alternative, because: evidence.condition.text }]
          : [];
      }),
  );
}
