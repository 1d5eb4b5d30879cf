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

/** Which decisions a question can change, and what each choice would do; undefined if that does not fit. */
export function whyBelow(
  { question, why }: QuestionAndWhy,
  view: SessionView,
  height: number,
): string[] | undefined {
  const { style } = view;
  const isIdleThroughout = why.choices.every(isIdle);
  const over = block(wordsOver({ question, why }, view), style);
  const variants = isIdleThroughout ? [[]] : linesEach(style).map((lines) => choicesIn(lines));
  const fitting = variants.find((lines) => over.length + lines.length <= height);
  return fitting && [...over, ...fitting];

  function choicesIn(lines: number): string[] {
    return why.choices.flatMap((choice) => choiceLines(choice, question, { why, view, lines }));
  }
}

/** The same in full, regardless of length. */
export function whyText({ question, why }: QuestionAndWhy, view: SessionView): string[] {
  const lines = Number.POSITIVE_INFINITY;
  const over = block(wordsOver({ question, why }, view), view.style);
  if (why.choices.every(isIdle)) return over;
  const shown = { why, view, lines };
  return [...over, ...why.choices.flatMap((choice) => choiceBlock(choice, question, shown))];
}

function wordsOver({ question, why }: QuestionAndWhy, { knowledge }: SessionView): string {
  const words = whyWords(why, plainNames(knowledge));
  const isPlain = !question.several || why.choices.every(isIdle);
  return isPlain ? words : `${words} ${alone('Each choice')}:`;
}

/** With at least this many columns, a choice is printed next to its effects. */
const WIDE = 60;

/** Lines allowed per choice, from the most that are worth reading down. */
function linesEach({ width }: Style): readonly number[] {
  return width < WIDE ? [4] : [6, 4, 3, 2, 1];
}

interface WhyShown {
  readonly why: Why;
  readonly view: SessionView;
  readonly lines: number;
}

const INDENT = 2;

function choiceLines(choice: WhyChoice, question: Question, shown: WhyShown): string[] {
  const { view, lines } = shown;
  const { style } = view;
  if (style.width < WIDE) return choiceBlock(choice, question, shown);
  const label = labelOf(choice, question);
  const room = style.width - 2 * MARGIN - INDENT;
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

/** A choice, and below it what it would change. */
function choiceBlock(choice: WhyChoice, question: Question, shown: WhyShown): string[] {
  const { style } = shown.view;
  const text = changesIn(choice, { ...shown, width: style.width - 2 * MARGIN - INDENT });
  return [
    ...block(labelOf(choice, question), style, { paint: style.palette.strong }),
    ...block(text, style, { indent: MARGIN + INDENT }),
  ];
}

function labelOf({ choice }: WhyChoice, { choices }: Question): string {
  return plain(choices.find(({ id }) => id === choice)?.label ?? choice);
}

interface Within extends WhyShown {
  readonly width: number;
}

/** As many changes as fit into the lines, and how many more there are. */
function changesIn(choice: WhyChoice, { why, view, lines, width }: Within): string {
  const { arrow, separator, more } = view.style.glyphs;
  const names = plainNames(view.knowledge);
  const texts = [
    ...choice.changes.map((change) => changeWords(change, names, arrow)),
    ...choice.shifts.map((shift) => shiftWords(shift, names, arrow)),
  ];
  const firstOf = (count: number) => {
    const rest = texts.length - count;
    const end = rest === 0 ? '' : ` ${more} and ${rest} more`;
    return `${texts.slice(0, count).join(` ${separator} `)}${end}`;
  };
  if (texts.length === 0) return nothingYet(why);
  const fits = (text: string) => paragraph(text, width).length <= lines;
  const all = texts.map((_, index) => firstOf(texts.length - index));
  const fewest = `${texts[0]} ${more}`;
  return [...all, fewest].find(fits) ?? firstOf(1);
}
