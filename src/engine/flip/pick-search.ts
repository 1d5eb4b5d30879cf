import { judgeTable, PICKS } from '../decide/judge-table.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import type { AnswerMasks } from '../table/slots.ts';
import { type Changeable, type Changing, changesOf } from './changes.ts';
import { reachesOf } from './reach.ts';
import { type Trial, trialsOf } from './trials.ts';

/** Looks for changed answers that change who wins some tables of one decision. */
export interface PickSearch {
  readonly changeables: readonly Changeable[];
  /** The sets of so many changes that may change a pick; never one too few. */
  readonly trials: (size: number) => readonly Trial[];
  /** What the tables come to after some changes; the first of each class of answers. */
  readonly after: (trial: Trial) => readonly TablePick[];
  readonly now: readonly TablePick[];
}

export type TablePick = Readonly<{
  status: ReturnType<typeof judgeTable>['status'];
  /** A mask of the alternatives of the decision. */
  picks: number;
}>;

export interface Searched extends Changing {
  readonly tables: readonly DecisionTable[];
  readonly answers: AnswerMasks;
  /** What the tables come to now, where that is known. */
  readonly judged?: readonly TablePick[];
}

export function pickSearch(searched: Searched): PickSearch {
  const { tables, answers, questions } = searched;
  const changeables = changesOf(tables, answers, searched);
  const judged = (given: AnswerMasks) =>
    tables.map((table): TablePick => judgeTable(table, given, { questions, depth: PICKS }));
  const now = searched.judged ?? judged(answers);
  const reaches = tables.flatMap((table, index) =>
    reachesOf(table, placesOf(table, now[index]?.picks ?? 0), { answers, changeables }),
  );
  return {
    changeables,
    trials: (size) => trialsOf(reaches, size),
    after: (trial) => judged(changed(answers, trial, changeables)),
    now,
  };
}

/** The places of a table that some picks of its decision stand for; not having a technique is none of them. */
function placesOf({ picks, isTechnique }: DecisionTable, picked: number): number {
  let places = 0;
  picks.forEach((pick, place) => {
    if ((pick & picked) !== 0) places |= 1 << place;
  });
  return places === 0 && isTechnique ? 1 : places;
}

function changed(
  answers: AnswerMasks,
  trial: Trial,
  changeables: readonly Changeable[],
): AnswerMasks {
  const after = answers.slice();
  for (const { place, answer } of trial) {
    const { slot, classes } = changeables[place] ?? {};
    const mask = classes?.[answer]?.[0]?.mask;
    if (slot !== undefined && mask !== undefined) after[slot.index] = mask;
  }
  return after;
}
