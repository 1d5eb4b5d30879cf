import { knownAnswers } from '../../common/answers.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { ProfileFile } from '../../model/knowledge.ts';
import { cardPlace, cardSection, cardTitle, type SubjectView } from './subject-view.ts';

/** The answers of a ready-made profile, in words. */
export function profileCard(
  { id, place }: ProfileFile,
  sheet: AnswerSheet,
  { names, style }: SubjectView,
): string {
  const answers = [...knownAnswers(sheet)].map(([question, { choices }]) => {
    const labels = choices.map((choice) => names.choice(question, choice));
    return `${names.questionTitle(question)}: ${labels.join('; ')}`;
  });
  return [
    ...cardTitle(sheet.system ?? id, `profile ${id}`, style),
    '',
    ...cardSection('Answers', answers, style),
    ...cardSection('Next', [`arch-advisor recommend --profile ${id}`], style),
    '',
    ...cardPlace(place, style),
    '',
  ].join('\n');
}
