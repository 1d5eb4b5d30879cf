import type { DecisionTable } from '../table/decision-table.ts';
import type { AnswerMasks } from '../table/slots.ts';
import type { Diagram } from './diagram.ts';
import { restricted } from './restrict.ts';

/** A diagram with the answers that it was compiled with. */
interface Compiled {
  readonly answers: AnswerMasks;
  readonly diagram: Diagram;
}

/** Per table; the answers before, those now, and one that is tried. */
const MOST_KEPT = 3;

/**
 * The diagrams of each table that were used last, latest first. An interview asks about answers that differ by one from
 * those before, and compiling takes far longer than putting one more answer into what is compiled. At most three a table,
 * and they go with it.
 */
const recentOfTable = new WeakMap<DecisionTable, Compiled[]>();

/** The diagram of a table under some answers, from one with fewer answers where there is one. */
export function recentDiagram(
  table: DecisionTable,
  answers: AnswerMasks,
  compile: () => Diagram | undefined,
): Diagram | undefined {
  const recent = recentOfTable.get(table) ?? [];
  const [base] = recent
    .filter((each) => isContained(each.answers, answers, table))
    .sort((a, b) => countIn(b.answers, table) - countIn(a.answers, table));
  const diagram = base ? extended(base, answers) : compile();
  if (diagram === undefined) return undefined;
  const own = { answers: answers.slice(), diagram };
  const others = recent.filter((each) => each !== base && each.diagram !== diagram);
  const kept = base && base.diagram !== diagram ? [own, base, ...others] : [own, ...others];
  recentOfTable.set(table, kept.slice(0, MOST_KEPT));
  return diagram;
}

function isContained(fewer: AnswerMasks, more: AnswerMasks, { questions }: DecisionTable): boolean {
  return questions.every(({ slot }) => fewer[slot] === 0 || fewer[slot] === more[slot]);
}

function countIn(answers: AnswerMasks, { questions }: DecisionTable): number {
  return questions.filter(({ slot }) => answers[slot] !== 0).length;
}

function extended({ answers: before, diagram }: Compiled, answers: AnswerMasks): Diagram {
  return restricted(diagram, (slot) => (before[slot] === 0 ? (answers[slot] ?? 0) : 0));
}
