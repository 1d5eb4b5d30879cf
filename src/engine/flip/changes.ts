import type { DecisionTable } from '../table/decision-table.ts';
import type { AnswerMasks, Slot } from '../table/slots.ts';
import { questionsIn } from '../table/tables.ts';
import { type Neighbour, neighboursOf } from './neighbours.ts';

/** How the answer to one question may change. */
export interface Changeable {
  readonly slot: Slot;
  /** The answer now; 0 where the question is open. */
  readonly present: number;
  /** The other answers; those that do the same in the tables stand together, and never with the present one. */
  readonly classes: readonly (readonly Neighbour[])[];
}

/**
 * The questions of which another answer may move some tables, in the order of the knowledge base. Answers that give the
 * same leads, rule out the same and fulfil the same conditions in each table are one class, as they cannot tell picks apart.
 */
export function changesOf(
  tables: readonly DecisionTable[],
  answers: AnswerMasks,
  { questions, mayChange = () => true, near = nearAnswers(answers) }: Changing,
): Changeable[] {
  return questionsIn(tables).flatMap((index) => {
    const slot = questions[index];
    if (slot === undefined || !mayChange(index)) return [];
    const present = answers[index] ?? 0;
    const classes = grouped(near(slot), ({ mask }) => effectOf(mask, index, tables));
    if (present !== 0) classes.delete(effectOf(present, index, tables));
    return classes.size === 0 ? [] : [{ slot, present, classes: [...classes.values()] }];
  });
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Which answers change. */
export interface Changing {
  readonly questions: readonly Slot[];
  /** Only these questions change; all where absent. */
  readonly mayChange?: (question: number) => boolean;
  /** The answers next to the present ones, where many tables are asked about the same answers. */
  readonly near?: (slot: Slot) => readonly Neighbour[];
}

/** The answers next to the present ones, each question looked up once. */
export function nearAnswers(answers: AnswerMasks): (slot: Slot) => readonly Neighbour[] {
  const known = new Map<Slot, readonly Neighbour[]>();
  return (slot) => {
    const near = known.get(slot) ?? neighboursOf(slot, answers[slot.index] ?? 0);
    known.set(slot, near);
    return near;
  };
}

/** What a legal answer does in some tables, as a word; answers with the same word cannot tell picks apart. */
export function effectOf(mask: number, question: number, tables: readonly DecisionTable[]): string {
  let word = '';
  for (const { byQuestion } of tables) {
    const columns = byQuestion.get(question);
    if (columns) word += `${columns.alike()[columns.classOf(mask)]};`;
  }
  return word;
}
