import { firstDifference, largest } from '../../common/lists.ts';
import { judgeTable, PICKS } from '../decide/judge-table.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { type Implying, narrowed } from '../table/implied.ts';
import type { AnswerMasks } from '../table/slots.ts';
import { questionsIn } from '../table/tables.ts';
import { type Changeable, type Changing, changesOf, type Neighbour } from './changes.ts';
import { type Reach, reachesOf } from './reach.ts';

/** Looks for changed answers that change who wins some tables of one decision. */
export interface PickSearch {
  readonly changeables: readonly Changeable[];
  /** The sets of the given size that may change a pick; it never misses one. */
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

interface Searched extends Omit<Changing, 'implying'> {
  readonly tables: readonly DecisionTable[];
  readonly given: AnswerMasks;
  /** All implications; those about questions that are answered change nothing. */
  readonly implying: readonly Implying[];
  /** What the tables come to now, where that is known. */
  readonly judged?: readonly TablePick[];
}

export function pickSearch(searched: Searched): PickSearch {
  const { tables, given, questions } = searched;
  const own = new Set(questionsIn(tables));
  const implying = searched.implying.filter(({ slot }) => own.has(slot) && given[slot] === 0);
  const changeables = changesOf(tables, given, { ...searched, implying });
  const judged = (answers: AnswerMasks) =>
    tables.map((table): TablePick => judgeTable(table, answers, { questions, depth: PICKS }));
  const { answers } = narrowed(given, implying);
  const now = searched.judged ?? judged(answers);
  const reaches = tables.flatMap((table, index) =>
    reachesOf(table, placesOf(table, now[index]?.picks ?? 0), { answers, changeables, implying }),
  );
  const after = (trial: Trial) => changed(given, trial, changeables);
  const isLegal = (trial: Trial) =>
    implying.length === 0 || isLegalAfter(after(trial), stepsIn(trial, changeables), implying);
  return {
    changeables,
    trials: (size) => trialsOf(reaches, size).filter(isLegal),
    after: (trial) => judged(narrowed(after(trial), implying).answers),
    now,
  };
}

/** Whether each answer to a question that was open is one that the other answers leave. */
function isLegalAfter(
  after: AnswerMasks,
  changed: readonly Changeable[],
  implying: readonly Implying[],
): boolean {
  return changed.every(({ slot: { index }, present }) => {
    if (present !== 0 || !implying.some(({ slot }) => slot === index)) return true;
    const left = narrowed(after.with(index, 0), implying).answers[index] ?? 0;
    return left === 0 || (Math.abs(left) & (after[index] ?? 0)) !== 0;
  });
}

function stepsIn(trial: Trial, changeables: readonly Changeable[]): Changeable[] {
  return trial.flatMap(({ place }) => changeables[place] ?? []);
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

/** One class of other answers to a question. */
interface Step {
  /** The place of the question among the changeable ones. */
  readonly place: number;
  readonly answer: number;
}

/** Questions that change together, in their order. */
export type Trial = readonly Step[];

/** Rounding must not lose a flip. */
const TINY = 1e-6;

/** Every set of the given size that some reach does not exclude, each once, in the order of the questions. */
function trialsOf(reaches: readonly Reach[], size: number): Trial[] {
  const found = new Map<string, { readonly trial: Trial; readonly order: readonly number[] }>();
  for (const reach of reaches) {
    for (const trial of trialsIn(reach, size)) {
      const order = trial.flatMap(({ place, answer }) => [place, answer]);
      found.set(order.join(), { trial, order });
    }
  }
  const sorted = [...found.values()].sort((a, b) => firstDifference(a.order, b.order));
  return sorted.map(({ trial }) => trial);
}

function trialsIn({ needed, gains }: Reach, size: number): Trial[] {
  const best = bestFrom(gains, size);
  const found: Trial[] = [];
  const grow = (trial: Trial, from: number, gained: number) => {
    const room = size - trial.length;
    if (gained + (best[room]?.[from] ?? 0) < needed - TINY) return;
    if (room === 0) {
      found.push(trial);
      return;
    }
    for (let place = from; place < gains.length; place += 1) {
      gains[place]?.forEach((gain, answer) => {
        grow([...trial, { place, answer }], place + 1, gained + gain);
      });
    }
  };
  grow([], 0, 0);
  return found;
}

/** The most that this many changes of questions from a place on can gain; −∞ if there are not enough of them. */
function bestFrom(gains: readonly (readonly number[])[], size: number): number[][] {
  const best: number[][] = [new Array<number>(gains.length + 1).fill(0)];
  for (let room = 1; room <= size; room += 1) {
    const row = new Array<number>(gains.length + 1).fill(Number.NEGATIVE_INFINITY);
    for (let place = gains.length - 1; place >= 0; place -= 1) {
      const own = largest(gains[place] ?? []) + (best[room - 1]?.[place + 1] ?? 0);
      row[place] = Math.max(row[place + 1] ?? Number.NEGATIVE_INFINITY, own);
    }
    best.push(row);
  }
  return best;
}

/** Another answer to a question. */
export interface Change {
  readonly question: Changeable;
  readonly to: Neighbour;
}

/** One set of changes for each way to take a member of each class. */
export function membersIn(trial: Trial, changeables: readonly Changeable[]): Change[][] {
  return trial.reduce<Change[][]>(
    (sets, { place, answer }) => {
      const question = changeables[place];
      const members = question?.classes[answer] ?? [];
      return sets.flatMap((set) =>
        members.map((to) => (question ? [...set, { question, to }] : set)),
      );
    },
    [[]],
  );
}
