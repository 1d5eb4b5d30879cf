import { plain } from '../../common/text.ts';
import type { ListScreen } from '../../model/interview.ts';
import { answerWords, KEPT } from './answer-words.ts';
import { type AnsweredQuestion, answeredQuestions, askedIn } from './answered-questions.ts';
import { ANSWERS_KEYS } from './key-lines.ts';
import { limitedRow, MARGIN, POINTER } from './limited.ts';
import { listScreen } from './list-screen.ts';
import type { Seen } from './session-view.ts';
import type { Item } from './window.ts';

/** The answers so far, to change one. */
export function answersScreen({ cursor }: ListScreen, seen: Seen): string[] {
  const items = answeredQuestions(seen).map((answered, index) =>
    itemOf(answered, seen, index === cursor),
  );
  return listScreen({ title: 'Your answers', items, keys: ANSWERS_KEYS }, cursor, seen);
}

function itemOf(answered: AnsweredQuestion, seen: Seen, isAt: boolean): Item {
  const { id, question } = answered;
  const { style, interview, aside } = seen;
  const { palette, glyphs, width } = style;
  const answer = interview.sheet.answers.get(id);
  const note = interview.sheet.notes.get(id);
  const room = width - 2 * MARGIN - POINTER;
  const half = Math.floor(room / 2);
  const isFaint = aside?.has(id) || !answer;
  const kept = aside?.has(id) ? `(${KEPT}) ` : '';
  const noted = note === undefined ? '' : ` (your note: ${plain(note)})`;
  const cells = [
    { text: isAt ? glyphs.cursor : '', width: POINTER },
    { text: askedIn(answered), width: half, ...(isAt && { paint: palette.strong }) },
    {
      text: `${kept}${answerWords(answer, question)}${noted}`,
      width: room - half,
      ...(isFaint && { paint: palette.faint }),
    },
  ];
  return (most) => limitedRow(cells, style, most);
}
