import { plain } from '../../common/text.ts';
import type { AnswerDispute, PinDispute, PlainAnswer } from '../../model/merged.ts';
import { aside, type Cell, paragraph, rows } from '../layout/layout.ts';
import { consequenceText, distinguishes, isClear, pinConsequenceText } from './consequence-text.ts';
import { bySaying, decisionsNamed, type MergedReport, typed, widthFor } from './merged-view.ts';

const INDENT = 2;

/** A question that people answer differently: who says what, and what each decision comes to then. */
export function disputeLines(dispute: AnswerDispute, report: MergedReport): string[] {
  const { knowledge, style } = report;
  const { question: id, said } = dispute;
  const groups = bySaying(
    said.map(({ file, answer }) => ({ file, value: answer })),
    report,
  );
  const sayings = groups.map(({ names, text }) => {
    const answer = said.find((each) => typed(each.answer) === text)?.answer;
    return { names, text, about: labelOf(answer, dispute, report) };
  });
  const ask = plain(knowledge.questions.get(id)?.ask ?? '');
  return [
    ...paragraph(`${style.palette.strong(id)}  ${ask}`, style.width),
    ...sayingRows(sayings, report),
    ...followingLines(dispute, report),
  ];
}

/** A decision that people pin differently. */
export function pinDisputeLines(dispute: PinDispute, report: MergedReport): string[] {
  const { names, style } = report;
  const { decision, said, consequences, neededFor } = dispute;
  const groups = bySaying(
    said.map(({ file, pin }) => ({ file, value: pin })),
    report,
  );
  const others = consequences.filter((each) => each.decision !== decision);
  const needed = `any of these pins works for ${decisionsNamed(neededFor, report)}, but one is needed`;
  return [
    ...paragraph(
      `${style.palette.strong(decision)}  ${names.decision(decision)} is pinned differently, so no pin is applied`,
      style.width,
    ),
    ...sayingRows(
      groups.map((group) => ({ ...group, about: '' })),
      report,
    ),
    ...decisionRows(
      others.map((each) => ({
        decision: each.decision,
        text: `${pinConsequenceText(each, report)}${whileOpen(each.decision, report)}`,
      })),
      report,
    ),
    ...(neededFor.length > 0 ? aside(needed, style, INDENT) : []),
  ];
}

/** The consequences of a pin assume the common ground: the differences may still change them. */
function whileOpen(decision: string, { merged, style }: MergedReport): string {
  const isOpen = merged.differences.some(({ matters, neededFor }) =>
    [...matters, ...neededFor].includes(decision),
  );
  return isOpen ? style.palette.faint(', while the other differences are open') : '';
}

interface Saying {
  readonly names: string;
  readonly text: string;
  readonly about: string;
}

function sayingRows(sayings: readonly Saying[], { style }: MergedReport): string[] {
  const [names, texts] = [sayings.map((each) => each.names), sayings.map(({ text }) => text)];
  const cells = sayings.map((each): Cell[] => [
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
  { knowledge }: MergedReport,
): string {
  const { choices = [], several } = knowledge.questions.get(question) ?? {};
  if (several) return '';
  return plain(choices.find(({ id }) => id === said)?.label ?? '');
}

/** What an answer decides, if that is clear; otherwise only which decisions it affects. */
function followingLines(dispute: AnswerDispute, report: MergedReport): string[] {
  const { knowledge, style, isFull } = report;
  const isMain = (id: string) => isFull || knowledge.decisions.get(id)?.below === undefined;
  const main = dispute.consequences.filter(({ decision }) => isMain(decision));
  const shown = main.filter((each) => distinguishes(each, report) && (isFull || isClear(each)));
  const others = main.filter((each) => !shown.includes(each)).map(({ decision }) => decision);
  const finer = dispute.matters.filter((id) => !isMain(id));
  const needed = isFull ? dispute.neededFor : [];
  const tail = [
    ...(others.length > 0 ? [`affects ${decisionsNamed(others, report)}`] : []),
    ...(finer.length > 0 ? [`affects the finer decisions ${decisionsNamed(finer, report)}`] : []),
    ...(needed.length > 0
      ? [`any of these answers works for ${decisionsNamed(needed, report)}`]
      : []),
  ].join('; ');
  return [
    ...decisionRows(
      shown.map((each) => ({ decision: each.decision, text: consequenceText(each, report) })),
      report,
    ),
    ...(tail === '' ? [] : aside(tail, style, INDENT)),
  ];
}

function decisionRows(
  lines: readonly { readonly decision: string; readonly text: string }[],
  { names, style }: MergedReport,
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
