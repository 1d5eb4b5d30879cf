import { plain } from '../../common/text.ts';
import type { Advice, AnswersThatHold } from '../../model/advice.ts';
import { paragraph } from '../layout/layout.ts';
import { listed } from '../words/names.ts';
import type { AdviceView } from './advice-view.ts';

type View = Pick<AdviceView, 'names' | 'style'>;

/** Which answers contradict each other, why, and what to do; each after a blank line. */
export function contradictionLines(
  { contradictions }: Pick<Advice, 'contradictions'>,
  view: View,
): string[] {
  const { palette, width } = view.style;
  return contradictions.flatMap(({ because, instead, ...held }) => [
    '',
    ...paragraph(palette.caution('These answers contradict each other'), width, 2),
    ...answerLines(held, view),
    ...paragraph(`${plain(because)}. ${plain(instead)}.`, width, 4),
  ]);
}

/** What the answers ask for and the knowledge does not cover; each after a blank line. */
export function notCoveredLines(
  { notCovered = [] }: Pick<Advice, 'notCovered'>,
  view: View,
): string[] {
  const { palette, width } = view.style;
  return notCovered.flatMap(({ what, instead, answers }) => {
    const labels = Object.entries(answers).flatMap((answer) => labelsOf(answer, view));
    return [
      '',
      ...paragraph(palette.caution(`Not covered: ${plain(what)}`), width, 2),
      ...paragraph(`You answered ${listed(labels, 'and')}. ${plain(instead)}.`, width, 4),
    ];
  });
}

/** Each question with the labels of its answer. */
function answerLines({ answers }: AnswersThatHold, view: View): string[] {
  const { palette, width } = view.style;
  return Object.entries(answers).flatMap((answer) => {
    const asked = palette.faint(plain(view.names.question(answer[0])));
    return paragraph(`${asked} ${listed(labelsOf(answer, view), 'and')}`, width, 4);
  });
}

function labelsOf([question, choices]: [string, readonly string[]], { names }: View): string[] {
  return choices.map((choice) => `"${plain(names.choice(question, choice))}"`);
}
