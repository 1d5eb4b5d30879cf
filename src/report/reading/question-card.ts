import { decisionsWeighing } from '../../common/weighing.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Question } from '../../model/question.ts';
import { questionItem } from './question-item.ts';
import { cardPlace, cardSection, cardText, cardTitle, type SubjectView } from './subject-view.ts';

/** A question with its choices, and the decisions in which its answers count. */
export function questionCard(
  question: Question,
  knowledge: KnowledgeBase,
  { style }: SubjectView,
): string {
  const { id, title, ask, help, choices, place } = question;
  const { parts = [] } = questionItem(question, knowledge.groups);
  const section = (label: string, texts: readonly string[]) => cardSection(label, texts, style);
  const decisions = decisionsWeighing(question, knowledge).map((each) => each.title);
  return [
    ...cardTitle(title ?? ask, 'question', style),
    ...(title === undefined ? [] : cardText(ask, style)),
    ...cardText(help, style),
    '',
    ...section(
      'Answers',
      parts.map((part) => `${part.id}: ${part.about}`),
    ),
    ...section(
      'Counts in',
      [decisions.join(', ')].filter((text) => text !== ''),
    ),
    ...section('Next', [`arch-advisor recommend --set ${id}=${choices[0]?.id ?? ''}`]),
    '',
    ...cardPlace(place, style),
    '',
  ].join('\n');
}
