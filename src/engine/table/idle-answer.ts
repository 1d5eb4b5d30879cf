import { largest, smallest } from '../../common/lists.ts';
import type { DecisionTable } from './decision-table.ts';
import { size } from './masks.ts';
import type { AnswerClass, QuestionColumns } from './question-columns.ts';

/** What ruling one alternative out counts as in points: more than an answer usually gives. */
const RULED_OUT = 20;

/**
 * The answer to a question that comes nearest to none: it rules out least, and its points differ least from those that
 * hold however the question is answered. Undefined if the table does not look at the question.
 */
export function idleAnswer(table: DecisionTable, question: number): number | undefined {
  const columns = table.byQuestion.get(question);
  if (columns === undefined) return undefined;
  const [nearest] = columns.classes.toSorted(
    (a, b) => distanceOf(a, columns) - distanceOf(b, columns),
  );
  return nearest?.mask;
}

function distanceOf(
  { points, ruledOut, holds }: AnswerClass,
  { certain }: QuestionColumns,
): number {
  const apart = points.map((each, place) => each - (certain[place] ?? 0));
  const held = holds.filter((each) => each).length;
  return largest(apart, 0) - smallest(apart) + RULED_OUT * size(ruledOut) + held;
}
