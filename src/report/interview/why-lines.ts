import { plain } from '../../common/text.ts';
import type { Why, WhyChoice } from '../../model/outlook.ts';
import type { Question } from '../../model/question.ts';
import { paragraph } from '../layout/layout.ts';
import { limited } from '../layout/limited.ts';
import type { Style } from '../layout/style.ts';
import { alone, changeWords, isIdle, nothingYet, shiftWords, whyWords } from '../words/changes.ts';
import { plainNames } from '../words/names.ts';
import { block, limitedRow, MARGIN } from './limited.ts';
import type { SessionView } from './session-view.ts';

/** A question and why it is asked. */
export interface QuestionAndWhy {
  readonly question: Question;
  readonly why: Why;
}

interface Place {
  /** The choice that is pointed at: where there is no room for all only that one is shown. */
  readonly cursor: number;
  /** Lines; 1 at least. */
  readonly height: number;
}

/** Which decisions a question can change, and what each choice would do; as much of it as fits. */
export function whyLines(
  { question, why }: QuestionAndWhy,
  view: SessionView,
  { cursor, height }: Place,
): string[] {
  const { style, knowledge } = view;
  const { choices } = why;
  const words = whyWords(why, plainNames(knowledge));
  if (choices.every(isIdle)) return block(words, style, { most: height });
  const most = height < AMPLE ? 1 : Number.POSITIVE_INFINITY;
  const headOf = (text: string) => (height < ROOM_FOR_HEAD ? [] : block(text, style, { most }));
  const over = headOf(question.several ? `${words} ${alone('Each choice')}:` : words);
  for (const lines of linesEach(style)) {
    const lined = choices.flatMap((choice) => choiceLines(choice, question, { why, view, lines }));
    if (lined.length <= height - over.length) return [...over, ...lined];
  }
  const head = headOf(words);
  const room = height - head.length;
  const width = style.width - OWN_INDENT;
  const lead = question.several ? alone('With this') : 'With this';
  const text = changesIn(choices[cursor], { why, view, lines: room, width, lead: `${lead}: ` });
  return [...head, ...block(text, style, { indent: OWN_INDENT - MARGIN, most: room })];
}

const AMPLE = 8;
const ROOM_FOR_HEAD = 3;
/** Margins at both sides, and a bit more. */
const OWN_INDENT = 4;
/** Columns from which on a choice stands beside what it does. */
const WIDE = 60;

/** Lines that each choice may have, from the most that are worth reading down. */
function linesEach({ width }: Style): readonly number[] {
  return width < WIDE ? [4] : [6, 4, 3, 2, 1];
}

interface WhyShown {
  readonly why: Why;
  readonly view: SessionView;
  readonly lines: number;
}

const INDENT = 2;

function choiceLines(choice: WhyChoice, { choices }: Question, shown: WhyShown): string[] {
  const { view, lines } = shown;
  const { style } = view;
  const label = plain(choices.find(({ id }) => id === choice.choice)?.label ?? choice.choice);
  const room = style.width - 2 * MARGIN - INDENT;
  if (style.width < WIDE) {
    const text = changesIn(choice, { ...shown, width: room });
    const indent = MARGIN + INDENT;
    return [...block(label, style, { indent: MARGIN, most: 1 }), ...block(text, style, { indent })];
  }
  const column = Math.floor(style.width / 3);
  const text = changesIn(choice, { ...shown, width: room - column - 1 });
  const lead = limited(label, { width: column - INDENT, most: 1, style }).join('');
  const cells = [
    { text: '', width: INDENT },
    { text: lead, width: column, paint: style.palette.strong },
    { text, width: room - column },
  ];
  return limitedRow(cells, style, lines);
}

interface Within extends WhyShown {
  readonly width: number;
  readonly lead?: string;
}

/** As many changes as so many lines of a width hold, and how many more there are. */
function changesIn(choice: WhyChoice | undefined, within: Within): string {
  const { why, view, lines, width, lead = '' } = within;
  const { arrow, separator, more } = view.style.glyphs;
  if (choice === undefined) return `${lead}what depends on it stays open.`;
  const names = plainNames(view.knowledge);
  const texts = [
    ...choice.changes.map((change) => changeWords(change, names, arrow)),
    ...choice.shifts.map((shift) => shiftWords(shift, names, arrow)),
  ];
  const firstOf = (count: number) => {
    const rest = texts.length - count;
    const end = rest === 0 ? '' : ` ${more} and ${rest} more`;
    return `${lead}${texts.slice(0, count).join(` ${separator} `)}${end}`;
  };
  if (texts.length === 0) return `${lead}${nothingYet(why)}`;
  const fits = (text: string) => paragraph(text, width).length <= lines;
  const all = texts.map((_, index) => firstOf(texts.length - index));
  const fewest = `${lead}${texts[0]} ${more}`;
  return [...all, fewest].find(fits) ?? firstOf(1);
}
