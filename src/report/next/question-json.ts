import type { NextStep } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Question } from '../../model/question.ts';

/** The next question for programs, with how the decisions stand; null if none is left. */
export function nextJson(step: NextStep, knowledge: KnowledgeBase): object {
  const { interview, remaining } = step;
  const { version, sha256 } = knowledge;
  return {
    version: 2,
    knowledge: { version, sha256 },
    question: questionIn(step, knowledge),
    ...(interview.at.kind === 'end' && { ending: interview.at.ending }),
    remaining,
    // The likelihood that a pick stays only orders the questions; it is not a result.
    decisions: interview.outlook.decisions.map(({ chance: _, ...standing }) => standing),
  };
}

function questionIn({ interview, why }: NextStep, { questions }: KnowledgeBase): object | null {
  const { at } = interview;
  const question = at.kind === 'question' ? questions.get(at.question) : undefined;
  if (question === undefined || why === undefined) return null;
  return { ...plainQuestion(question), why: why.choices, moves: why.decisions };
}

/** A question as JSON has it; numbers that fall into a choice stand in it as `from` and `to`. */
export function plainQuestion(all: Question): object {
  const { place, choices, frequencies: _, opening: __, askedWhen: ___, ...question } = all;
  return {
    ...question,
    name: question.ask,
    choices: choices.map(({ id, label, aliases, band, exclusive, excludes, weights }) => ({
      id,
      label,
      ...(aliases && { aliases }),
      ...band,
      ...(question.several && { exclusive }),
      ...(question.several && excludes && { excludes }),
      weights: Object.fromEntries(weights),
    })),
    ...place,
  };
}
