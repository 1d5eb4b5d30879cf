import { plain } from '../../common/text.ts';
import type { QuestionScreen } from '../../model/interview.ts';
import type { Question } from '../../model/question.ts';
import type { Seen } from './session-view.ts';

/** A line that can be the answer. */
export interface ToldChoice {
  /** Absent where it stands for not knowing. */
  readonly id?: string;
  readonly label: string;
  readonly isTicked: boolean;
  /** Where it was the answer before; else empty. */
  readonly mark: string;
}

/** The last line of every question. */
const NOT_KNOWN = "I don't know";
const BEFORE = 'answered before';

/** The choices of a question, and behind them that it is not known. */
export function choicesOf(
  { id, choices }: Question,
  { ticked }: QuestionScreen,
  { interview }: Pick<Seen, 'interview'>,
): ToldChoice[] {
  const before = interview.sheet.answers.get(id);
  const number = before?.number === undefined ? '' : `: ${before.number}`;
  const own = choices.map((choice) => ({
    id: choice.id,
    label: plain(choice.label),
    isTicked: ticked.includes(choice.id),
    mark: before?.choices.includes(choice.id) ? `${BEFORE}${number}` : '',
  }));
  return [...own, { label: NOT_KNOWN, isTicked: false, mark: before === null ? BEFORE : '' }];
}
