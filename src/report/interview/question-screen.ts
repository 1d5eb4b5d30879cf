import { plain } from '../../common/text.ts';
import type { QuestionScreen } from '../../model/interview.ts';
import type { Question } from '../../model/question.ts';
import { choiceItems } from './choices.ts';
import { questionHeader, ruleLine } from './header-lines.ts';
import { keyLines, questionKeys } from './key-lines.ts';
import { block } from './limited.ts';
import type { Seen } from './session-view.ts';
import { panelLines } from './standing-rows.ts';
import { whyLines } from './why-lines.ts';
import { windowed } from './window.ts';

/** A question with its choices, and around them what there is room for. */
export function questionScreen(question: Question, screen: QuestionScreen, seen: Seen): string[] {
  const keys = keyLines(questionKeys({ ...question, ...screen }), seen);
  const header = questionHeader(question.group, seen);
  const room = seen.rows - 1 - keys.length - 1;
  const said = saidLines(question, screen, { seen, room });
  const left = room - sizeOf(said);
  const middle = middleLines(question, screen, { seen, room: left });
  const around = aroundLines(question, seen, left - sizeOf(middle));
  return [
    header,
    ...around.upperRule,
    ...said.ask,
    ...around.help,
    ...said.note,
    ...around.blank,
    ...middle.choices,
    ...said.objection,
    ...middle.why,
    ...around.panel,
    ...around.lowerRule,
    ...keys,
  ];
}

interface Room {
  readonly seen: Seen;
  readonly room: number;
}

type Parts<Name extends string> = Readonly<Record<Name, readonly string[]>>;

function sizeOf(parts: Parts<string>): number {
  return Object.values(parts).flat().length;
}

const FEWEST_FOR_CHOICES = 3;
const AMPLE = 12;

/** What has to be read: it is cut short rather than left out. */
function saidLines(
  question: Question,
  { objection, notice, isWhyShown }: QuestionScreen,
  { seen, room }: Room,
): Parts<'ask' | 'objection' | 'note'> {
  const { id } = question;
  const { style, interview } = seen;
  const remark = objection ?? notice;
  const against = remark === undefined ? '' : `! ${plain(remark)}`;
  const ask = block(plain(question.ask), style, {
    most: isWhyShown && room < AMPLE ? 1 : Math.max(1, Math.floor(room / 3)),
    paint: style.palette.strong,
  });
  const most = Math.max(1, room - ask.length - fewestChoices(room));
  const said = {
    ask,
    objection: block(against, style, { most, paint: style.palette.caution }),
    note: [],
  };
  const note = interview.sheet.notes.get(id);
  if (note === undefined || room - sizeOf(said) <= FEWEST_FOR_CHOICES) return said;
  const noted = block(`Your note: ${plain(note)}`, style, {
    most: room < AMPLE ? 1 : 2,
    paint: style.palette.faint,
  });
  return { ...said, note: noted };
}

/** Where there is hardly any room an objection has to be read, too. */
function fewestChoices(room: number): number {
  return room <= 2 * FEWEST_FOR_CHOICES ? 1 : FEWEST_FOR_CHOICES;
}

/** The choices, and below them why the question is asked: where both are too long each has about half of the room. */
function middleLines(
  question: Question,
  screen: QuestionScreen,
  { seen, room }: Room,
): Parts<'choices' | 'why'> {
  const { style, why } = seen;
  const { cursor } = screen;
  const items = choiceItems(question, screen, seen);
  const choices = (height: number) => windowed(items, { cursor, height, style });
  if (why === undefined || !screen.isWhyShown) return { choices: choices(room), why: [] };
  const gap = room < AMPLE ? [] : [''];
  const all = choices(Number.POSITIVE_INFINITY).length;
  const half = Math.max(FEWEST_FOR_CHOICES, Math.floor((room - gap.length) / 2));
  const height = room - gap.length - Math.min(all, half);
  const lines = height < 1 ? [] : whyLines({ question, why }, seen, { cursor, height });
  const below = lines.length === 0 ? [] : [...gap, ...lines];
  return { choices: choices(room - below.length), why: below };
}

const HELP_INDENT = 3;

/** What is left out where there is no room, the last ones first. */
function aroundLines(
  { help }: Question,
  seen: Seen,
  spare: number,
): Parts<'help' | 'upperRule' | 'blank' | 'lowerRule' | 'panel'> {
  const { style } = seen;
  const rule = [ruleLine(style)];
  const helpLines = block(plain(help), style, { indent: HELP_INDENT, paint: style.palette.faint });
  const [below = [], upperRule = [], blank = [], lowerRule = []] = asFit(
    [helpLines, rule, [''], rule],
    spare,
  );
  const around = { help: below, upperRule, blank, lowerRule };
  const panel = panelLines(seen, spare - sizeOf(around) - 1);
  return { ...around, panel: panel.length > 0 ? ['', ...panel] : [] };
}

/** Each part as it is, or nothing of it where the parts before have left too little room. */
function asFit(parts: readonly (readonly string[])[], room: number): (readonly string[])[] {
  let left = room;
  return parts.map((part) => {
    if (part.length > left) return [];
    left -= part.length;
    return part;
  });
}
