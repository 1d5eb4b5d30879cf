import type { Advice } from '../../src/model/advice.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { percent, rowText } from '../support/figures.ts';
import { adviceFor, type Given } from './advised.ts';
import { isSamePick, mostAnswered, onlyTo } from './few-answers.ts';
import { picksOn } from './labels.ts';
import { ALL_POINTS, type Point } from './points.ts';

/** How many questions are answered. */
export const FEW = 12;
const WIDTHS = [26, 11];

/** How many picks stay the same where only the questions are answered that most sheets answer. */
export function fewAnswersText(sheets: readonly Given[], knowledge: KnowledgeBase): string {
  const asked = mostAnswered(
    sheets.map(({ answers }) => answers),
    [...knowledge.questions.keys()],
    FEW,
  );
  const kept = asked.map(({ question }) => question);
  const pairs = sheets.map(
    ({ answers, advice }): Pair => ({
      whole: advice,
      few: adviceFor(onlyTo(kept, answers), knowledge),
    }),
  );
  return [
    ...ALL_POINTS.map((point) => sameText(point.name, pairs, [point])),
    sameText('all', pairs, ALL_POINTS),
    '',
    `The ${kept.length} questions, with the number of sheets that answer each: ${asked
      .map(({ question, sheets: number }) => `${question} ${number}`)
      .join(', ')}`,
  ].join('\n');
}

/** The advice on one system under all its answers, and under a few. */
interface Pair {
  readonly whole: Advice;
  readonly few: Advice;
}

function sameText(name: string, pairs: readonly Pair[], points: readonly Point[]): string {
  const same = points.flatMap(({ decision }) =>
    pairs.filter(({ whole, few }) => isSamePick(picksOn(decision, whole), picksOn(decision, few))),
  );
  const number = points.length * pairs.length;
  return rowText([name, `${same.length} / ${number}`, percent(same.length, number)], WIDTHS);
}
