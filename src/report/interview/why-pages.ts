import { plain } from '../../common/text.ts';
import type { QuestionScreen } from '../../model/interview.ts';
import type { Question } from '../../model/question.ts';
import { askedWith, choiceItems } from './choices.ts';
import { keyLines, questionKeys } from './key-lines.ts';
import { block } from './limited.ts';
import type { Seen } from './session-view.ts';
import { whyText } from './why-lines.ts';

/** A page of the full text about a question, and in one line the choice that Enter picks. */
export function pageShown(question: Question, screen: QuestionScreen, seen: Seen): string[] {
  const pages = readingPages(question, seen);
  const place = Math.min(screen.page ?? 0, pages.length - 1);
  const isLast = place === pages.length - 1;
  const turn = isLast
    ? { does: 'hide' }
    : { does: `more, ${place + 1} of ${pages.length}`, short: `more ${place + 1}/${pages.length}` };
  const keys = keyLines(questionKeys({ ...question, isWhyShown: true, turn }), seen);
  const pointed = choiceItems(question, screen, seen)[screen.cursor]?.(1) ?? [];
  return [...(pages[place] ?? []), ...pointed, ...keys.slice(-MOST_KEYS)];
}

const MOST_KEYS = 2;
/** The choice under the cursor, and the line that is never used. */
const AROUND = 2;

/** The question, its help, why it is asked and what each choice would change, in full and cut into pages. */
export function readingPages(question: Question, seen: Seen): string[][] {
  const { style, why, rows } = seen;
  const keys = keyLines(questionKeys({ ...question, isWhyShown: true }), seen);
  const height = Math.max(1, rows - AROUND - keys.length);
  const lines = [
    ...block(askedWith(question), style, { paint: style.palette.strong }),
    ...block(plain(question.help), style, { paint: style.palette.faint }),
    ...(why === undefined ? [] : whyText({ question, why }, seen)),
  ];
  const pages = Math.max(1, Math.ceil(lines.length / height));
  return Array.from({ length: pages }, (_, page) =>
    lines.slice(page * height, (page + 1) * height),
  );
}
