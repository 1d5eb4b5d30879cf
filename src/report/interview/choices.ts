import { plain } from '../../common/text.ts';
import type { QuestionScreen } from '../../model/interview.ts';
import type { Question } from '../../model/question.ts';
import { limited } from '../layout/limited.ts';
import { MARGIN } from './limited.ts';
import type { Seen } from './session-view.ts';
import type { Item } from './window.ts';

/** The choices of a question as lines, with what is pointed at and what is ticked. */
export function choiceItems(question: Question, screen: QuestionScreen, seen: Seen): Item[] {
  const { style } = seen;
  const { cursor: pointer } = style.glyphs;
  return choicesOf(question, screen, seen).map((choice, index) => {
    const isAt = index === screen.cursor;
    const tick = question.several ? `${tickOf(choice)} ` : '';
    const lead = `${' '.repeat(MARGIN)}${isAt ? pointer : ' '} ${tick}`;
    const paint = isAt ? style.palette.strong : (text: string) => text;
    const tail = choice.mark === '' ? '' : ` (${choice.mark})`;
    const width = style.width - MARGIN - lead.length;
    return (most) =>
      limited(choice.label, { width, most, style, tail }).map((line, place) =>
        place === 0 ? `${lead}${paint(line)}` : `${' '.repeat(lead.length)}${paint(line)}`,
      );
  });
}

/** An exclusive choice has no box to tick. */
function tickOf({ id, isTicked }: ShownChoice): string {
  if (id === undefined) return ' '.repeat(TICKED.length);
  return isTicked ? TICKED : UNTICKED;
}

export const TICKED = '[x]';
export const UNTICKED = '[ ]';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The question, and how many answers it takes where that is not one. */
export function askedWith({ ask, several, limit }: Question): string {
  if (!several) return plain(ask);
  const many = limit === undefined ? 'all that apply' : `up to ${NUMBERS[limit] ?? limit}`;
  return `${plain(ask)} (Pick ${many}.)`;
}

/** A line that can be the answer. */
export interface ShownChoice {
  /** Absent if it stands for not knowing. */
  readonly id?: string;
  readonly label: string;
  readonly isTicked: boolean;
  /** Where it was the answer before; else empty. */
  readonly mark: string;
}

/** The last line of every question. */
const NOT_KNOWN = "I don't know";
const BEFORE = 'previous answer';

/** The choices of a question, and behind them that it is not known. */
export function choicesOf(
  { id, choices }: Question,
  { ticked }: QuestionScreen,
  { interview }: Pick<Seen, 'interview'>,
): ShownChoice[] {
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
