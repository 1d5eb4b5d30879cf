import { NONE } from '../../common/answers.ts';
import type { Choice, Question, QuestionGroup } from '../../model/question.ts';
import type { ListItem } from '../../model/reading.ts';

/** A question with all that it takes to answer it in a file: the id of each choice, what it means, and its numbers. */
export function questionItem(question: Question, groups: readonly QuestionGroup[]): ListItem {
  const { id, ask, title, choices } = question;
  const group = groups.find((each) => each.id === question.group)?.name;
  const asked = [ask, ...formsOf(question)].join(' ');
  return {
    id,
    name: title === undefined ? asked : `${title}: ${asked}`,
    about: '',
    parts: choices.map((choice) => ({ id: choice.id, about: choiceText(choice, question) })),
    ...(group !== undefined && { group }),
  };
}

/** `(several, 3 at most)`, `(or a number of requests per second)`, `(or a percentage)` */
function formsOf({ several, limit, unit, choices }: Question): string[] {
  const most = limit === undefined ? '' : `, at most ${limit}`;
  const isMeasured = choices.some(({ band }) => band !== undefined);
  return [
    ...(several ? [`(several${most})`] : []),
    ...(isMeasured ? [`(or a ${numberWords(unit)})`] : []),
  ];
}

function numberWords(unit: string | undefined): string {
  if (unit === '%') return 'percentage';
  return unit === undefined ? 'number' : `number of ${unit}`;
}

/** The label, the numbers that fall into it, and what it cannot be combined with. */
function choiceText(
  { id, label, band, exclusive, excludes = [] }: Choice,
  question: Question,
): string {
  const apart = question.several && (exclusive || id === NONE) ? ['alone'] : [];
  const others = excludes.length > 0 ? [`not with ${excludes.join(', ')}`] : [];
  const numbers = band ? [bandText(band)] : [];
  const notes = [...numbers, ...apart, ...others].map((note) => ` (${note})`);
  return `${label}${notes.join('')}`;
}

/** A number on the border belongs to the upper of two choices. */
function bandText({ from, to }: NonNullable<Choice['band']>): string {
  if (to === undefined) return `${from} or more`;
  return from === 0 ? `below ${to}` : `${from} or more, below ${to}`;
}
