import type {
  AnswerDifference,
  Difference,
  DifferenceSide,
  OnlyHere,
} from '../../model/difference.ts';
import { labelled } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import type { DifferenceView } from './sides.ts';

const COLUMN = 18;

/** Every changed answer and pin, before and after. */
export function changedAnswerRows({ answers, pins }: Difference, view: DifferenceView): string[] {
  const { width, glyphs } = view.style;
  const { arrow } = glyphs;
  const row = (id: string, text: string) => labelled(id, [text], { width, column: COLUMN });
  const said = answers.flatMap((each) => {
    const unit = unitOf(each.question, view);
    const before = saidText(each.before, typeof each.after === 'number' ? '' : unit);
    const after = saidText(each.after, unit);
    return row(
      each.question,
      `${before} ${arrow} ${after}${each.sameChoice ? ', in the same band' : ''}`,
    );
  });
  const pinned = pins.flatMap(({ decision, before, after }) =>
    row(decision, `${pinText(before)} ${arrow} ${pinText(after)} (pin)`),
  );
  return [...said, ...pinned];
}

function unitOf(question: string, { before, after }: DifferenceView): string {
  const known = after.questions.get(question) ?? before.questions.get(question);
  return known?.unit ?? '';
}

/** As one types it; a number with its unit. */
function saidText(said: AnswerDifference['after'], unit: string): string {
  if (said === undefined) return 'unknown';
  return typeof said === 'number' ? `${said} ${unit}`.trim() : [said].flat().join(', ');
}

function pinText(pin: readonly string[] | undefined): string {
  return pin?.join(', ') ?? 'not pinned';
}

/** A changed answer or pin as it is now, the way one types it. */
export function typedChange(id: string, { answers, pins }: Difference): string {
  const answer = answers.find(({ question }) => question === id);
  const pin = pins.find(({ decision }) => decision === id);
  const said = answer ? answer.after : pin?.after;
  if (said !== undefined) return `${id}=${[said].flat().join()}`;
  return answer ? `${id}=unknown` : `${id} no longer pinned`;
}

/** What only one knowledge base has, and what of the answers one of them does not know. */
export function oneSidedLines({ before, after }: Difference, { width, palette }: Style): string[] {
  const texts = [
    ...onlyTexts('Gone', before),
    ...onlyTexts('New', after),
    ...unknownTexts('before', before),
    ...unknownTexts('after', after),
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

function onlyTexts(word: string, { only }: DifferenceSide): OneSided[] {
  return KINDS.flatMap((kind) => {
    const ids = only?.[kind];
    return ids === undefined ? [] : [{ label: `${word} ${kind}`, ids }];
  });
}

/** Answers and pins that do not count on this side. */
function unknownTexts(side: 'before' | 'after', { unknown }: DifferenceSide): OneSided[] {
  return unknown === undefined ? [] : [{ label: `Unknown ${side}`, ids: unknown }];
}
