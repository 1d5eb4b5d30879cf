import type {
  AnswerDifference,
  Difference,
  DifferenceSide,
  OnlyHere,
} from '../../model/difference.ts';
import { labelWords, withAnswer } from '../explain/answer-words.ts';
import { labelled } from '../layout/layout.ts';
import { listed, type Names, plainNames } from '../words/names.ts';
import type { DifferenceView } from './sides.ts';

const COLUMN = 26;

/** Every changed answer and pin, before and after. */
export function changedAnswerRows(changed: ChangedAnswers, view: DifferenceView): string[] {
  const { width } = view.style;
  const column = Math.min(COLUMN, Math.floor(width / 3));
  return changedAnswerTexts(changed, view).flatMap(({ title, text }) =>
    labelled(title, [text], { width, column }),
  );
}

type ChangedAnswers = Pick<Difference, 'answers' | 'pins'>;

/** A question or a decision, and what became of its answer or pin: `"Fewer than 100" → "1,000 or more"`. */
interface ChangedAnswerText {
  readonly title: string;
  readonly text: string;
}

export function changedAnswerTexts(
  { answers, pins }: ChangedAnswers,
  view: DifferenceView,
): ChangedAnswerText[] {
  const { arrow } = view.style.glyphs;
  const said = answers.map((each) => {
    const { question, sameChoice } = each;
    const unit = unitOf(question, view);
    const before = saidText(each.before, typeof each.after === 'number' ? '' : unit);
    const named = { before: labelsOf(each, 'before', view), after: labelsOf(each, 'after', view) };
    const turn = `${named.before ?? before} ${arrow} ${named.after ?? saidText(each.after, unit)}`;
    const title = namesOn('after', view).questionTitle(question);
    return { title, text: `${turn}${sameChoice ? ', in the same band' : ''}` };
  });
  const pinned = pins.map(({ decision, before, after }) => {
    const texts = [pinText(before, 'before', view), pinText(after, 'after', view)];
    const title = namesOn('after', view).decision(decision);
    return { title, text: `${texts.join(` ${arrow} `)} (pin)` };
  });
  return [...said, ...pinned];
}

type Side = 'before' | 'after';

/** In the words of one side's knowledge. */
function namesOn(side: Side, view: DifferenceView): Names {
  return plainNames(view[side]);
}

function unitOf(question: string, { before, after }: DifferenceView): string {
  const known = after.questions.get(question) ?? before.questions.get(question);
  return known?.unit ?? '';
}

/** The labels of the choices; undefined for a number or an unknown answer. */
function labelsOf(
  { question, ...sides }: AnswerDifference,
  side: Side,
  view: DifferenceView,
): string | undefined {
  const said = sides[side];
  if (said === undefined || typeof said === 'number') return undefined;
  const names = namesOn(side, view);
  const labels = [said].flat().map((choice) => labelWords(question, choice, names));
  return listed(labels, 'and');
}

/** A number with its unit. */
function saidText(said: AnswerDifference['after'], unit: string): string {
  return said === undefined ? 'unknown' : `${said} ${unit}`.trim();
}

function pinText(pin: readonly string[] | undefined, side: Side, view: DifferenceView): string {
  return pin === undefined ? 'not pinned' : namesOn(side, view).alternatives(pin);
}

/** What changed, if before and after are printed above: `Number of teams`, `Database (pin)`. */
export function changeTitle(
  id: string,
  { answers }: Pick<Difference, 'answers'>,
  view: DifferenceView,
): string {
  const names = namesOn('after', view);
  const isAnswer = answers.some(({ question }) => question === id);
  return isAnswer ? names.questionTitle(id) : `${names.decision(id)} (pin)`;
}

/** What exists in only one knowledge base, and which answers one of them does not know. */
export function oneSidedLines({ before, after }: Difference, view: DifferenceView): string[] {
  const { width, palette } = view.style;
  const [older, newer] = [namesOn('before', view), namesOn('after', view)];
  const texts = [
    ...onlyTexts('Removed', before, older),
    ...onlyTexts('New', after, newer),
    ...unknownTexts('before', before, newer),
    ...unknownTexts('after', after, older),
  ];
  return texts.flatMap(({ label, ids }) =>
    labelled(palette.faint(label), [ids.join(', ')], { width, column: 18 }),
  );
}

interface OneSided {
  readonly label: string;
  readonly ids: readonly string[];
}

const KINDS = [
  'decisions',
  'alternatives',
  'questions',
  'choices',
] as const satisfies readonly (keyof OnlyHere)[];

function onlyTexts(word: string, { only }: DifferenceSide, names: Names): OneSided[] {
  return KINDS.flatMap((kind) => {
    const ids = only?.[kind];
    return ids === undefined
      ? []
      : [{ label: `${word} ${kind}`, ids: ids.map((id) => nameOf(id, names)) }];
  });
}

/** Answers and pins that do not count on this side; only the knowledge of the other side names them. */
function unknownTexts(side: Side, { unknown }: DifferenceSide, names: Names): OneSided[] {
  return unknown === undefined
    ? []
    : [{ label: `Unknown ${side}`, ids: unknown.map((id) => nameOf(id, names)) }];
}

/** Of a decision, a question, `decision=alternative` or `question=choice`; anything without a name keeps its id. */
function nameOf(id: string, names: Names): string {
  const [subject = '', part] = id.split('=');
  const decision = names.decision(subject);
  const isDecision = decision !== subject;
  const title = isDecision ? decision : names.questionTitle(subject);
  if (part === undefined) return title;
  return isDecision
    ? `${names.alternative(part)} (${title})`
    : withAnswer(title, labelWords(subject, part, names));
}
