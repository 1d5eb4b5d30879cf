import type { AnswerDispute, Consequence, PinDispute, PlainAnswer } from '../../model/merged.ts';
import { plain } from '../../model/plain.ts';
import { aside } from '../aside.ts';
import { type Cell, paragraph, rows } from '../layout.ts';
import { listedFirst } from '../list.ts';
import { consequenceText, isClear, pinConsequenceText } from './consequence-text.ts';
import { bySaying, type MergedTelling, typed, widthFor } from './merged-view.ts';

const INDENT = 2;

/** A question that people answer differently: who says what, and what each decision comes to then. */
export function disputeLines(dispute: AnswerDispute, telling: MergedTelling): string[] {
  const { knowledge, style } = telling;
  const { question: id, said } = dispute;
  const groups = bySaying(
    said.map(({ file, answer }) => ({ file, value: answer })),
    telling,
  );
  const told = groups.map(({ names, text }) => {
    const answer = said.find((each) => typed(each.answer) === text)?.answer;
    return { names, text, about: labelOf(answer, dispute, telling) };
  });
  const ask = plain(knowledge.questions.get(id)?.ask ?? '');
  return [
    ...paragraph(`${style.palette.strong(id)}  ${ask}`, style.width),
    ...sayings(told, telling),
    ...follows(dispute, telling),
  ];
}

/** A decision that people pin differently. */
export function pinDisputeLines(dispute: PinDispute, telling: MergedTelling): string[] {
  const { names, style } = telling;
  const { decision, said, consequences } = dispute;
  const groups = bySaying(
    said.map(({ file, pin }) => ({ file, value: pin })),
    telling,
  );
  const others = consequences.filter((each) => each.decision !== decision);
  return [
    ...paragraph(
      `${style.palette.strong(decision)}  ${names.decision(decision)} is pinned differently, so that no pin is applied`,
      style.width,
    ),
    ...sayings(
      groups.map((group) => ({ ...group, about: '' })),
      telling,
    ),
    ...decisionRows(
      others.map((each) => ({
        decision: each.decision,
        text: pinConsequenceText(each, telling),
      })),
      telling,
    ),
  ];
}

interface Saying {
  readonly names: string;
  readonly text: string;
  readonly about: string;
}

function sayings(told: readonly Saying[], { style }: MergedTelling): string[] {
  const [names, texts] = [told.map((each) => each.names), told.map(({ text }) => text)];
  const cells = told.map((each): Cell[] => [
    { text: '', width: INDENT },
    { text: each.names, width: widthFor(names, style.width) },
    ...(each.about === ''
      ? [{ text: style.palette.strong(each.text) }]
      : [
          { text: style.palette.strong(each.text), width: widthFor(texts, style.width) },
          { text: style.palette.faint(each.about) },
        ]),
  ]);
  return rows(cells, style.width);
}

/** What a single choice means; a number and a list speak for themselves. */
function labelOf(
  said: PlainAnswer | undefined,
  { question }: AnswerDispute,
  { knowledge }: MergedTelling,
): string {
  const { choices = [], several } = knowledge.questions.get(question) ?? {};
  if (several) return '';
  return plain(choices.find(({ id }) => id === said)?.label ?? '');
}

/** What an answer alone decides in so many words; where it takes others too, only that it has a say. */
function follows(dispute: AnswerDispute, telling: MergedTelling): string[] {
  const { knowledge, style, isFull } = telling;
  const isMain = (id: string) => isFull || knowledge.decisions.get(id)?.below === undefined;
  const main = dispute.consequences.filter(({ decision }) => isMain(decision));
  const clear = main.filter((each) => isFull || isClear(each));
  const others = main.filter((each) => !clear.includes(each));
  const finer = dispute.consequences.filter(({ decision }) => !isMain(decision));
  const tail = [
    ...(others.length > 0 ? [`has a say in ${named(others, telling)}`] : []),
    ...(finer.length > 0 ? [`in finer decisions: ${named(finer, telling)}`] : []),
  ].join('; ');
  return [
    ...decisionRows(
      clear.map((each) => ({
        decision: each.decision,
        text: consequenceText(each, dispute, telling),
      })),
      telling,
    ),
    ...(tail === '' ? [] : aside(tail, style, INDENT)),
  ];
}

const MOST_NAMED = 4;

function named(items: readonly Consequence[], { names }: MergedTelling): string {
  return listedFirst(
    items.map(({ decision }) => names.decision(decision)),
    MOST_NAMED,
  );
}

function decisionRows(
  lines: readonly { readonly decision: string; readonly text: string }[],
  { names, style }: MergedTelling,
): string[] {
  const titles = lines.map(({ decision }) => names.decision(decision));
  const width = widthFor(titles, style.width);
  const cells = lines.map(({ text }, index): Cell[] => [
    { text: '', width: INDENT },
    { text: titles[index] ?? '', width },
    { text },
  ]);
  return rows(cells, style.width);
}
