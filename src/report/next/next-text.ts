import { isDecided, likeliestOf } from '../../common/decided.ts';
import { largest } from '../../common/lists.ts';
import type { NextStep, Topic } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Outlook, Standing, Why } from '../../model/outlook.ts';
import type { Question } from '../../model/question.ts';
import { aside, type Cell, commandLines, INDENT, paragraph, rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { changeWords, shiftWords, whyWords } from '../words/changes.ts';
import { plainNames } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { standingText } from '../words/standing.ts';

/** What the text on the next question needs beside it. */
export interface NextView {
  readonly knowledge: KnowledgeBase;
  readonly style: Style;
  /** The flag that gives an answer; without a choice that it is not known. */
  readonly setFlag: (question: string, choice?: string) => string;
  /** The words of the command that goes on. */
  readonly goOn: readonly string[];
}

/** The next question with the flag of each answer, why it is asked, how things stand, and the command that goes on. */
export function nextText({ interview, why, remaining }: NextStep, view: NextView): string {
  const { style, knowledge } = view;
  const { at, topic, outlook } = interview;
  const question = at.kind === 'question' ? knowledge.questions.get(at.question) : undefined;
  const lines =
    question && why
      ? questionLines(question, why, view)
      : paragraph(nothingLeftText(at.kind === 'end' ? at.ending : '', outlook, topic), style.width);
  return [
    ...lines,
    '',
    ...aside(standingText(outlook, remaining, style), style),
    '',
    ...commandLines('Next: ', view.goOn, style).map(style.palette.faint),
    '',
  ].join('\n');
}

function questionLines(question: Question, why: Why, view: NextView): string[] {
  const { style, knowledge } = view;
  const { palette, width } = style;
  const group = knowledge.groups.find(({ id }) => id === question.group)?.name ?? question.group;
  return [
    ...paragraph(`${palette.faint(`${group}:`)} ${palette.strong(question.ask)}`, width),
    ...(question.help === '' ? [] : aside(question.help, style, INDENT)),
    '',
    ...rows(choiceCells(question, why, view), width),
    ...formLines(question, view),
    '',
    ...paragraph(whyWords(why, plainNames(knowledge)), width),
  ];
}

function choiceCells(question: Question, why: Why, view: NextView): Cell[][] {
  const { style, setFlag } = view;
  const flags = [undefined, ...question.choices.map(({ id }) => id)].map((id) =>
    setFlag(question.id, id),
  );
  const widest = largest(flags.map(({ length }) => length)) + 2;
  const width = Math.min(widest, Math.floor(style.width * 0.6));
  const row = (flag: string, text: string): Cell[] => [
    { text: '', width: INDENT },
    { text: flag, width },
    { text },
  ];
  return [
    ...question.choices.flatMap(({ id, label }) => {
      const effect = effectText(why, id, view);
      const below = effect === '' ? [] : [row('', style.palette.faint(effect))];
      return [row(setFlag(question.id, id), label), ...below];
    }),
    row(setFlag(question.id), 'Unknown: decisions that depend on it stay open'),
  ];
}

/** Effects shown of each choice; fewer where there are many choices. */
const MOST_EFFECTS = 3;
const MANY_CHOICES = 8;

/** What a choice changes, then what it makes more or less likely. */
function effectText({ choices }: Why, id: string, { knowledge, style }: NextView): string {
  const { arrow, separator } = style.glyphs;
  const names = plainNames(knowledge);
  const effects = choices
    .filter(({ choice }) => choice === id)
    .flatMap(({ changes, shifts }) => [
      ...changes.map((change) => changeWords(change, names, arrow)),
      ...shifts.map((shift) => shiftWords(shift, names, arrow)),
    ]);
  const most = choices.length > MANY_CHOICES ? 1 : MOST_EFFECTS;
  const shown = effects.length > most + 1 ? effects.slice(0, most) : effects;
  const hidden = effects.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`${hidden} more`] : [])].join(` ${separator} `);
}

/** How several choices, or a number, are given. */
function formLines({ id, several, limit, unit, choices }: Question, view: NextView): string[] {
  const most = limit === undefined ? '' : ` (at most ${limit})`;
  const pair = choices.slice(0, 2).map((choice) => choice.id);
  const hasBands = choices.some(({ band }) => band !== undefined);
  const of = unit === undefined ? '' : ` (${unit})`;
  const forms = [
    ...(several
      ? [`Separate several choices with commas${most}: ${view.setFlag(id, pair.join())}`]
      : []),
    ...(hasBands ? [`A number${of} also works: ${view.setFlag(id, 'NUMBER')}`] : []),
  ];
  const lines = forms.flatMap((form) => aside(form, view.style, INDENT));
  return lines.length > 0 ? ['', ...lines] : [];
}

function nothingLeftText(ending: string, { decisions }: Outlook, { quick = 0 }: Topic): string {
  const open = decisions.filter((each) => !isDecided(each));
  const stay = `${count(open.length, 'decision')} ${open.length === 1 ? 'stays' : 'stay'} open`;
  switch (ending) {
    case 'settled':
      return decisions.some(({ joint }) => joint?.certain === false)
        ? 'There is nothing left to ask: no further answer can change the pick of any decision on its own. A pick may still change to fit the other picks.'
        : 'There is nothing left to ask: no further answer can change a pick.';
    case 'likely':
      return `No more questions: ${stay}, and each ${winsIn(open)} in at least ${quick / 10}% of the ways to answer the rest. This is likely but not proven.`;
    default:
      return `There is nothing left to ask: ${stay}, because the answers that could settle them are unknown.`;
  }
}

function winsIn(open: readonly Standing[]): string {
  return open.every((each) => likeliestOf(each).applies) ? 'wins' : 'wins or does not apply';
}
