import { plain } from '../../model/plain.ts';
import type { Question } from '../../model/question.ts';
import type { Why, WhyChoice } from '../../model/why.ts';
import { paragraph } from '../layout.ts';
import { listedFirst } from '../list.ts';
import type { Names } from '../names.ts';
import type { Style } from '../style.ts';
import { changeWords, shiftWords } from './change-words.ts';
import { block, limited, limitedRow, MARGIN } from './limited.ts';
import type { SessionView } from './session-view.ts';
import { plainNames } from './standing-words.ts';

/** A question and why it is asked. */
export interface Asked {
  readonly question: Question;
  readonly why: Why;
}

interface Place {
  /** The choice that is pointed at: where there is no room for all only that is told. */
  readonly cursor: number;
  /** Lines; 1 at least. */
  readonly height: number;
}

/** Which decisions a question can change, and what each choice would do; as much of it as fits. */
export function whyLines(asked: Asked, view: SessionView, { cursor, height }: Place): string[] {
  const { style, knowledge } = view;
  const { choices } = asked.why;
  const names = plainNames(knowledge);
  const most = height < AMPLE ? 1 : Number.POSITIVE_INFINITY;
  const head = height < ROOM_FOR_HEAD ? [] : block(whyWords(asked.why, names), style, { most });
  const room = height - head.length;
  for (const lines of linesEach(style)) {
    const told = choices.flatMap((choice) => choiceLines(choice, asked.question, { view, lines }));
    if (told.length <= room) return [...head, ...told];
  }
  const width = style.width - OWN_INDENT;
  const text = changesIn(choices[cursor], { view, lines: room, width, lead: 'With this: ' });
  return [...head, ...block(text, style, { indent: OWN_INDENT - MARGIN, most: room })];
}

const AMPLE = 8;
const ROOM_FOR_HEAD = 3;
const MOST_NAMED = 4;
/** Margins at both sides, and a bit more. */
const OWN_INDENT = 4;
/** Columns from which on a choice stands beside what it does. */
const WIDE = 60;

/** Lines that each choice may have, from the most that are worth reading down. */
function linesEach({ width }: Style): readonly number[] {
  return width < WIDE ? [4] : [6, 4, 3, 2, 1];
}

/** `Why: it can still change Database, Caching.` */
export function whyWords({ decisions }: Why, names: Names): string {
  const named = listedFirst(decisions.map(names.decision), MOST_NAMED);
  return named === ''
    ? 'Why: it can change no decision that is open.'
    : `Why: it can still change ${named}.`;
}

/** Of a choice that moves nothing before others are answered as well. */
export const NOTHING_YET = 'decides nothing by itself';

interface Telling {
  readonly view: SessionView;
  readonly lines: number;
}

const INDENT = 2;

function choiceLines(choice: WhyChoice, { choices }: Question, { view, lines }: Telling): string[] {
  const { style } = view;
  const label = plain(choices.find(({ id }) => id === choice.choice)?.label ?? choice.choice);
  const room = style.width - 2 * MARGIN - INDENT;
  if (style.width < WIDE) {
    const text = changesIn(choice, { view, lines, width: room });
    const indent = MARGIN + INDENT;
    return [...block(label, style, { indent: MARGIN, most: 1 }), ...block(text, style, { indent })];
  }
  const column = Math.floor(style.width / 3);
  const text = changesIn(choice, { view, lines, width: room - column - 1 });
  const lead = limited(label, { width: column - INDENT, most: 1, style }).join('');
  const cells = [
    { text: '', width: INDENT },
    { text: lead, width: column, paint: style.palette.strong },
    { text, width: room - column },
  ];
  return limitedRow(cells, style, lines);
}

interface Within extends Telling {
  readonly width: number;
  readonly lead?: string;
}

/** As many changes as so many lines of a width hold, and how many more there are. */
function changesIn(choice: WhyChoice | undefined, within: Within): string {
  const { view, lines, width, lead = '' } = within;
  const { arrow, separator, more } = view.style.glyphs;
  if (choice === undefined) return `${lead}what hangs on it stays open.`;
  const names = plainNames(view.knowledge);
  const texts = [
    ...choice.changes.map((change) => changeWords(change, names, arrow)),
    ...choice.shifts.map((shift) => shiftWords(shift, names, arrow)),
  ];
  const told = (count: number) => {
    const rest = texts.length - count;
    const end = rest === 0 ? '' : ` ${more} and ${rest} more`;
    return `${lead}${texts.slice(0, count).join(` ${separator} `)}${end}`;
  };
  if (texts.length === 0) return `${lead}${NOTHING_YET}`;
  for (let count = texts.length; count > 1; count -= 1) {
    if (paragraph(told(count), width).length <= lines) return told(count);
  }
  return told(1);
}
