import type { Board, SeatedInteraction } from '../../src/engine/proof/board.ts';
import { OPEN, type Sheet } from '../../src/engine/proof/codes.ts';
import type { Literal } from '../../src/engine/proof/dense-table.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { built } from './built.ts';

/** The measure of this bench: the score of every alternative of every decision for one sheet of answers, and no more. */
export function barePass(board: Board): (sheet: Sheet) => Float64Array {
  const { base, questions, interactions } = board;
  return (sheet) => {
    const scores = base.slice();
    for (const { question, columnOf, certain } of questions) {
      const code = sheet[question] ?? OPEN;
      const points = code === OPEN ? certain : columnOf(code).points;
      for (let at = 0; at < scores.length; at += 1) {
        scores[at] = (scores[at] ?? 0) + (points[at] ?? 0);
      }
    }
    for (const interaction of interactions) addWhereCertain(scores, interaction, sheet);
    return scores;
  };
}

function addWhereCertain(
  scores: Float64Array,
  { at, points, anyOf, negated }: SeatedInteraction,
  sheet: Sheet,
): void {
  if (points === 0) return;
  const truth = (literal: Literal) => {
    const code = sheet[literal.question] ?? OPEN;
    return code === OPEN ? literal.whileOpen : literal.isTrue(code);
  };
  const counts = negated
    ? anyOf.every((literals) => literals.some((literal) => truth(literal) === false))
    : anyOf.some((literals) => literals.every((literal) => truth(literal) === true));
  if (counts) scores[at] = (scores[at] ?? 0) + points;
}

/** All decisions of a knowledge base, with what tells the scores of a pass apart. */
export interface Field {
  readonly board: Board;
  readonly encode: (answers: Answers) => Sheet;
  /** Of the score at the same place: the decision and the alternative. */
  readonly names: readonly string[];
}

export function fieldOf(knowledge: KnowledgeBase): Field {
  const dense = built('engine/proof/dense').denseOf(knowledge);
  const { board, lines, seats } = built('engine/proof/dockets').docketFor(dense, new Map());
  const decisionAt = (seat: number) => {
    const line = lines[seats.findLastIndex((first) => first <= seat)];
    return line?.at(-1)?.decision.compiled.decision.id ?? '';
  };
  return {
    board,
    encode: dense.codes.encode,
    names: board.seats.flatMap(({ contest, index }) =>
      contest.table.alternatives.map((id) => `${decisionAt(index)}/${id}`),
    ),
  };
}
