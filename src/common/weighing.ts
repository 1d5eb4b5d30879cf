import type { Decision } from '../model/decision.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Question } from '../model/question.ts';

/** The questions of which an answer can count in a decision: it weighs a quality, or an alternative has a condition on it. */
export function questionsWeighedIn(decision: Decision, knowledge: KnowledgeBase): Question[] {
  return [...knowledge.questions.values()].filter((each) => isWeighed(each, decision, knowledge));
}

/** The decisions in which an answer to a question can count. */
export function decisionsWeighing(question: Question, knowledge: KnowledgeBase): Decision[] {
  return [...knowledge.decisions.values()].filter((each) => isWeighed(question, each, knowledge));
}

function isWeighed(
  { id, choices }: Question,
  { driving, alternatives }: Decision,
  { patterns }: KnowledgeBase,
): boolean {
  return (
    choices.some(({ weights }) => driving.some((quality) => weights.has(quality))) ||
    alternatives.some((each) =>
      patterns
        .get(each.id)
        ?.evidence.some(({ condition }) => condition?.terms.some(({ subject }) => subject === id)),
    )
  );
}
