import { answeredPart } from '../decide/answered.ts';
import { childrenOf, type Diagram, outcomeAt } from '../decide/diagram.ts';
import { type Judged, joined, judge, type Situation } from '../decide/judge.ts';
import { type JudgedTable, PICKS } from '../decide/judge-table.ts';
import { leaderOf, picksOf } from '../decide/score.ts';
import type { AnswerMasks, Slot } from '../table/slots.ts';

/**
 * Says what a decision that was judged comes to once some of its open questions are answered, as a mask of its
 * alternatives: 0 where it certainly does not apply, or nothing fits. The diagrams were compiled when it was judged, so
 * each answer is a walk; where that was too much, it is judged anew.
 */
export function picksAfter(judged: Judged, situation: Situation): (answers: AnswerMasks) => number {
  const { entry, applicability, isPinned, isBounded, tables } = judged;
  if (applicability.applies === 'no') return () => 0;
  if (isBounded || applicability.isBounded) {
    const wanted = { decisions: [entry.index], depth: PICKS };
    return (answers) => judge({ ...situation, answers }, wanted).get(entry.index)?.picks ?? 0;
  }
  const { questions } = situation.tables;
  return (answers) => {
    const { diagram } = applicability;
    if (diagram && outcomeAfter(diagram, answers) === 0) return 0;
    const own = tables.map((table) => ({
      status: table.status,
      picks: picksIn(table, answers, questions),
    }));
    return joined(entry, own, isPinned).picks;
  };
}

/** The winners where they are certain, else what leads. */
function picksIn(
  { table, picks, diagram }: JudgedTable,
  answers: AnswerMasks,
  questions: readonly Slot[],
): number {
  if (diagram === undefined) return picks;
  const certain = outcomeAfter(diagram, answers);
  return certain ?? picksOf(table, leaderOf(answeredPart(table, answers), answers, questions));
}

/** The only outcome that a diagram can still come to after some answers; undefined where there is more than one. */
function outcomeAfter(diagram: Diagram, answers: AnswerMasks): number | undefined {
  const outcomes = new Set<number>();
  const seen = new Set<number>();
  const visit = (node: number) => {
    if (outcomes.size > 1 || seen.has(node)) return;
    seen.add(node);
    if (node < 0) outcomes.add(outcomeAt(node));
    else for (const child of childrenAfter(diagram, node, answers)) visit(child);
  };
  visit(diagram.root);
  const [outcome] = outcomes;
  return outcomes.size > 1 ? undefined : outcome;
}

function childrenAfter(diagram: Diagram, node: number, answers: AnswerMasks): number[] {
  const level = diagram.levels[diagram.levelOf(node)];
  const answer = level === undefined ? 0 : (answers[level.slot] ?? 0);
  if (level === undefined || answer === 0) return childrenOf(diagram, node);
  return [diagram.childOf(node, level.classOf(answer))];
}
