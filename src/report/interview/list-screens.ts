import { answersSoFar, UNKNOWN } from '../../common/answers.ts';
import { overallStatus } from '../../common/decided.ts';
import { plain } from '../../common/text.ts';
import type { Answer } from '../../model/answers.ts';
import type { ListScreen } from '../../model/interview.ts';
import type { Standing } from '../../model/outlook.ts';
import type { Question } from '../../model/question.ts';
import { plainNames } from '../words/names.ts';
import { dependsWords, pickWords, winsWords } from '../words/standing.ts';
import { statusWord } from '../words/status.ts';
import { listHeader, ruleLine } from './header-lines.ts';
import { ANSWERS_KEYS, type KeyHint, keyLines, STATUS_KEYS } from './key-lines.ts';
import { block, limitedRow, MARGIN, POINTER } from './limited.ts';
import type { Seen } from './session-view.ts';
import { standingRow } from './standing-rows.ts';
import { type Item, windowed } from './window.ts';

/** The answers so far, to change one. */
export function answersScreen({ cursor }: ListScreen, seen: Seen): string[] {
  const items = answeredQuestions(seen).map((answered, index) =>
    answerItem(answered, seen, index === cursor),
  );
  return listScreen({ title: 'Your answers', items, keys: ANSWERS_KEYS }, cursor, seen);
}

function answerItem(answered: AnsweredQuestion, seen: Seen, isAt: boolean): Item {
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

/** An answer in the words of its question, and the number where one was given. */
export function answerWords(answer: Answer | null | undefined, question?: Question): string {
  if (!answer) return UNKNOWN;
  const labels = answer.choices.map(
    (id) => question?.choices.find((choice) => choice.id === id)?.label ?? id,
  );
  const words = labels.map(plain).join('; ');
  return answer.number === undefined ? words : `${answer.number} (${words})`;
}

/** Marks an answer that no decision asked for depends on. */
export const KEPT = 'not relevant now, kept';

/** The current status of each decision asked for. */
export function statusScreen({ cursor }: ListScreen, seen: Seen): string[] {
  const { decisions } = seen.interview.outlook;
  const items = decisions.map((standing, index) => standingItem(standing, seen, index === cursor));
  const list = { title: 'Current status', items, keys: STATUS_KEYS };
  return listScreen(list, cursor, seen);
}

/** One line each; the one under the cursor with all details. */
function standingItem(standing: Standing, seen: Seen, isAt: boolean): Item {
  const { style } = seen;
  const { glyphs } = style;
  const row = () => standingRow(standing, seen, isAt ? glyphs.cursor : '');
  if (!isAt) return row;
  const text = standingParts(standing, seen).join(` ${glyphs.separator} `);
  const indent = MARGIN + 2 * POINTER;
  return (most) => [...row(), ...(most < 2 ? [] : block(text, style, { indent, most: most - 1 }))];
}

/** The status of a decision in words, with all details. */
export function standingParts(standing: Standing, { knowledge, interview }: Seen): string[] {
  const pinned = interview.sheet.pins.has(standing.id);
  const parts = [
    pickWords(standing, plainNames(knowledge)),
    statusWord({ status: overallStatus(standing), pinned }),
    winsWords(standing),
    dependsWords(standing),
  ];
  return [...new Set(parts.filter((part) => part !== ''))];
}

interface List {
  readonly title: string;
  readonly items: readonly Item[];
  readonly keys: readonly KeyHint[];
}

const ROWS_FOR_RULES = 14;

/** A list with a cursor on one line, and its keys. */
function listScreen(list: List, cursor: number, seen: Seen): string[] {
  const { title, items, keys } = list;
  const { style, rows } = seen;
  const rule = rows < ROWS_FOR_RULES ? [] : [ruleLine(style)];
  const last = keyLines(keys, seen);
  const around = 1 + 2 * rule.length + last.length;
  const height = Math.max(1, rows - 1 - around);
  const shown = windowed(items, { cursor, height, style });
  return [listHeader(title, seen), ...rule, ...shown, ...rule, ...last];
}

/** A question with an answer; without its text if the knowledge no longer has it. */
interface AnsweredQuestion {
  readonly id: string;
  readonly question?: Question;
}

/** In the order in which the interview counts them. */
export function answeredQuestions({ interview, knowledge }: Seen): AnsweredQuestion[] {
  return answersSoFar(interview).map((id) => {
    const question = knowledge.questions.get(id);
    return { id, ...(question && { question }) };
  });
}

/** What a question is called in a list. */
export function askedIn({ id, question }: AnsweredQuestion): string {
  return plain(question?.ask ?? id);
}
