import { NONE } from '../../common/answers.ts';
import { grouped } from '../../common/lists.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { type Implying, linkWord, sourcesOf } from '../table/implied.ts';
import { isLegal } from '../table/legal-answers.ts';
import { firstMembers, lowestOf, maskOf, membersOf } from '../table/masks.ts';
import type { AnswerMasks, Slot } from '../table/slots.ts';
import { questionsIn } from '../table/tables.ts';

/** How the answer to one question may change. */
export interface Changeable {
  readonly slot: Slot;
  /** The answer now; 0 where the question is open. */
  readonly present: number;
  /** The other answers; those that do the same in the tables stand together, and never with the present one. */
  readonly classes: readonly (readonly Neighbour[])[];
}

/**
 * The questions of which another answer may move some tables, by what it implies too, in the order of the knowledge base.
 * Answers that give the same leads, rule out the same and fulfil the same conditions in each table are one class, as they
 * cannot tell picks apart; unless implications tell them apart.
 */
export function changesOf(
  tables: readonly DecisionTable[],
  given: AnswerMasks,
  { questions, implying = [], mayChange = () => true, near = nearAnswers(given) }: Changing,
): Changeable[] {
  const own = questionsIn(tables);
  const linked = new Set(implying.flatMap((each) => [each.slot, ...sourcesOf(each)]));
  const all = [...new Set([...own, ...linked])].sort((a, b) => a - b);
  return all.flatMap((index) => {
    const slot = questions[index];
    if (slot === undefined || !mayChange(index)) return [];
    const present = given[index] ?? 0;
    const effect = (mask: number) => effectOf(mask, index, tables);
    const wordOf = (mask: number) =>
      linked.has(index) ? `${effect(mask)} ${linkWord(mask, index, implying)}` : effect(mask);
    const classes = grouped(near(slot), ({ mask }) => wordOf(mask));
    if (present !== 0) classes.delete(wordOf(present));
    return classes.size === 0 ? [] : [{ slot, present, classes: [...classes.values()] }];
  });
}

/** Which answers change. */
export interface Changing {
  readonly questions: readonly Slot[];
  /** The implications about questions of the tables. */
  readonly implying?: readonly Implying[];
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

/** What a legal answer does in some tables, as a word; answers with the same word lead to the same picks. */
export function effectOf(mask: number, question: number, tables: readonly DecisionTable[]): string {
  let word = '';
  for (const { byQuestion } of tables) {
    const columns = byQuestion.get(question);
    if (columns) word += `${columns.alike()[columns.classOf(mask)]};`;
  }
  return word;
}

/** An answer next to the present one. */
export interface Neighbour {
  readonly mask: number;
  /**
   * Levels moved in the order of the choices, or members that come and go, where the last member that goes counts as two; 0
   * where nothing was answered.
   */
  readonly distance: number;
  /** Its place among the answers next to the present one. */
  readonly rank: number;
}

type Near = Omit<Neighbour, 'rank'>;

/**
 * The answers that one change of a question leads to, the nearest first, then in the order of the choices: any other
 * choice; where several may be picked, the set with one member added, removed or swapped, as far as that is legal. An
 * open question, `present` is 0, may get any choice, and where several may be picked one member or none.
 */
function neighboursOf(slot: Slot, present: number): Neighbour[] {
  const found = slot.several ? setsNear(slot, present) : levels(slot, present);
  return found
    .map((each) => (present === 0 ? { ...each, distance: 0 } : each))
    .sort((a, b) => a.distance - b.distance)
    .map((each, rank) => ({ ...each, rank }));
}

function levels({ choices }: Slot, present: number): Near[] {
  const level = present === 0 ? 0 : lowestOf(present);
  return membersOf(firstMembers(choices.length) & ~present).map((choice) => ({
    mask: 1 << choice,
    distance: Math.abs(choice - level),
  }));
}

const SWAP = 2;

/** The empty set is the choice that says so. */
function setsNear(slot: Slot, present: number): Near[] {
  const none = maskOf([NONE], slot.choices);
  const members = present & ~none;
  const others = membersOf(firstMembers(slot.choices.length) & ~none & ~members);
  const without = membersOf(members).map((gone) => members & ~(1 << gone));
  const near: Near[] = [
    ...without.map((mask) => ({ mask, distance: mask === 0 ? SWAP : 1 })),
    ...others.map((added) => ({ mask: members | (1 << added), distance: 1 })),
    ...without.flatMap((rest) =>
      others.map((added) => ({ mask: rest | (1 << added), distance: SWAP })),
    ),
    ...(present === 0 ? [{ mask: 0, distance: 0 }] : []),
  ];
  return near
    .map((each) => (each.mask === 0 ? { ...each, mask: none } : each))
    .filter(({ mask }) => isLegal(mask, slot));
}
