import type { AnswerSheet } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { rows } from './layout.ts';
import type { Style } from './style.ts';

/** What was answered, in the words of the questions. */
export function answersText(
  answers: AnswerSheet['answers'],
  { questions }: KnowledgeBase,
  style: Style,
): string {
  const cells = [...answers].map(([id, answer]) => {
    const labels = questions
      .get(id)
      ?.choices.filter((choice) => answer?.choices.includes(choice.id))
      .map(({ label }) => label);
    const said = answer === null ? style.palette.faint('not known') : (labels ?? []).join('; ');
    return [{ text: '', width: 2 }, { text: id, width: 18 }, { text: said }];
  });
  return [style.palette.strong('Your answers'), ...rows(cells, style.width), ''].join('\n');
}
