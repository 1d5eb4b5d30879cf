import type { AnswerSheet } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { labelled } from './labelled.ts';
import type { Style } from './style.ts';

/** What was answered, in the words of the questions. */
export function answersText(
  answers: AnswerSheet['answers'],
  { questions }: KnowledgeBase,
  style: Style,
): string {
  const lines = [...answers].flatMap(([id, answer]) => {
    const labels = questions
      .get(id)
      ?.choices.filter((choice) => answer?.choices.includes(choice.id))
      .map(({ label }) => label);
    const said = answer === null ? style.palette.faint('not known') : (labels ?? []).join('; ');
    return labelled(id, [said], { width: style.width, column: 18 });
  });
  return [style.palette.strong('Your answers'), ...lines, ''].join('\n');
}
