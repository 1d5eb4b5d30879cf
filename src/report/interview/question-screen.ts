import { plain } from '../../common/text.ts';
import type { QuestionScreen } from '../../model/interview.ts';
import type { Question } from '../../model/question.ts';
import { paragraph } from '../layout/layout.ts';
import { askedWith, choiceItems } from './choices.ts';
import { questionHeader, ruleLine } from './header-lines.ts';
import { keyLines, questionKeys } from './key-lines.ts';
import { lastChangeText } from './last-change-text.ts';
import { block, MARGIN } from './limited.ts';
import type { Seen } from './session-view.ts';
import { whyBelow } from './why-lines.ts';
import { pageShown } from './why-pages.ts';
import { windowed } from './window.ts';

/** A question with its choices, and as much around them as fits. */
export function questionScreen(question: Question, screen: QuestionScreen, seen: Seen): string[] {
  const { isWhyShown } = screen;
  const below = isWhyShown ? whyBelowChoices(question, screen, seen) : [];
  if (below === undefined) return pageShown(question, screen, seen);
  const keys = keyLines(questionKeys({ ...question, isWhyShown }), seen);
  const room = seen.rows - 1 - keys.length;
  const said = saidLines(question, screen, { seen, room: room - sizeOf({ below }) });
  const around = aroundLines(question, isWhyShown ? {} : screen, {
    seen,
    room: room - sizeOf({ ...said, below }),
  });
  return [
    ...said.header,
    ...around.upperRule,
    ...said.ask,
    ...around.help,
    ...said.note,
    ...around.blank,
    ...said.choices,
    ...said.objection,
    ...below,
    ...around.changed,
    ...around.lowerRule,
    ...keys,
  ];
}

/** Why the question is asked, if that fits below everything else on the screen; else undefined. */
export function whyBelowChoices(
  question: Question,
  screen: QuestionScreen,
  seen: Seen,
): string[] | undefined {
  const { why } = seen;
  if (why === undefined) return [];
  const keys = keyLines(questionKeys({ ...question, isWhyShown: true }), seen);
  const all = choiceItems(question, screen, seen).flatMap((item) => item(Infinity));
  const said = [...askLines(question, seen), ...helpLines(question, seen), ...all];
  const height = seen.rows - 1 - keys.length - HEADER - said.length - GAP;
  const lines = height < 1 ? undefined : whyBelow({ question, why }, seen, height);
  return lines && ['', ...lines];
}

const HEADER = 1;
const GAP = 1;

interface Room {
  readonly seen: Seen;
  /** Lines; 1 at least. */
  readonly room: number;
}

type Parts<Name extends string> = Readonly<Record<Name, readonly string[]>>;

function sizeOf(parts: Parts<string>): number {
  return Object.values(parts).flat().length;
}

function askLines(question: Question, { style }: Seen, most = Infinity): string[] {
  return block(askedWith(question), style, { most, paint: style.palette.strong });
}

/** What is always shown: the question and the choice under the cursor, in full if they fit. */
function saidLines(
  question: Question,
  screen: QuestionScreen,
  { seen, room }: Room,
): Parts<'header' | 'ask' | 'choices' | 'objection' | 'note'> {
  const { style, interview } = seen;
  const items = choiceItems(question, screen, seen);
  const own = items[screen.cursor]?.(room - 1).length ?? 1;
  const remark = screen.objection ?? screen.notice;
  const objection = block(remark === undefined ? '' : `! ${plain(remark)}`, style, {
    most: Math.max(1, room - own - 1),
    paint: style.palette.caution,
  });
  const ask = askLines(question, seen, Math.max(1, room - own - objection.length));
  const left = room - ask.length - objection.length;
  const others = items.length > 1 ? 1 : 0;
  const header = own + others + HEADER > left ? [] : [questionHeader(question.group, seen)];
  const height = left - header.length;
  const note = noteLines(interview.sheet.notes.get(question.id), seen, height - own - others);
  const choices = windowed(items, { cursor: screen.cursor, height: height - note.length, style });
  return { header, ask, choices, objection, note };
}

function noteLines(note: string | undefined, { style, rows }: Seen, room: number): string[] {
  if (note === undefined || room < 1) return [];
  const most = rows < ROWS_FOR_LONG_NOTES ? 1 : Math.min(2, room);
  return block(`Your note: ${plain(note)}`, style, { most, paint: style.palette.faint });
}

const ROWS_FOR_LONG_NOTES = 14;
const HELP_INDENT = 3;

function helpLines({ help }: Question, { style }: Seen): string[] {
  return block(plain(help), style, { indent: HELP_INDENT, paint: style.palette.faint });
}

/** What is left out if there is no room, the last ones first. */
function aroundLines(
  question: Question,
  { changed }: Pick<QuestionScreen, 'changed'>,
  { seen, room }: Room,
): Parts<'help' | 'changed' | 'upperRule' | 'blank' | 'lowerRule'> {
  const { style } = seen;
  const rule = [ruleLine(style)];
  const news = changed === undefined ? [] : changedLines(changed, seen);
  const [help = [], after = [], blank = [], upperRule = [], lowerRule = []] = asFit(
    [helpLines(question, seen), news, [''], rule, rule],
    room,
  );
  return { help, changed: after, upperRule, blank, lowerRule };
}

const MOST_NEWS = 2;

function changedLines(changed: NonNullable<QuestionScreen['changed']>, seen: Seen): string[] {
  const { style } = seen;
  const width = style.width - 2 * MARGIN;
  const fits = (text: string) => paragraph(text, width).length <= MOST_NEWS;
  const text = lastChangeText(changed, seen, fits);
  return ['', ...block(text, style, { most: MOST_NEWS, paint: style.palette.faint })];
}

/** Each part in full, or nothing of it if the parts before have left too little room. */
function asFit(parts: readonly (readonly string[])[], room: number): (readonly string[])[] {
  let left = room;
  return parts.map((part) => {
    if (part.length > left) return [];
    left -= part.length;
    return part;
  });
}
