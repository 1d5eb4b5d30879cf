import type { Contest } from './dense-decision.ts';
import type { DenseQuestion } from './dense-table.ts';

/** Several contests side by side, so that one pass over the answers reads them all. */
export interface Board {
  readonly seats: readonly Seat[];
  /** The values of all alternatives before anything is answered. */
  readonly base: Float64Array;
  /** Ruled out before anything is answered, by contest. */
  readonly out: Int32Array;
  /** How many pairs of alternatives there are. */
  readonly pairs: number;
  readonly questions: readonly BoardQuestion[];
}

/** Where a contest sits. */
export interface Seat {
  readonly contest: Contest;
  readonly index: number;
  /** Of its first alternative. */
  readonly at: number;
  /** Of its first pair: the lead of a over b is at `leadsAt` + a × width + b. */
  readonly leadsAt: number;
}

/** What the answers to a question do in all contests. */
export interface BoardQuestion {
  readonly question: number;
  readonly columnOf: (code: number) => BoardColumn;
  /** While it is open: c[a,q], the lowest leads, and what it rules out at most and at least. */
  readonly certain: Sparse;
  readonly low: Sparse;
  readonly mayRuleOut: Int32Array;
  readonly rulesOut: Int32Array;
}

/** The values that are not 0, and where they belong. */
export interface Sparse {
  readonly at: Int32Array;
  readonly values: Float64Array;
}

export interface BoardColumn {
  readonly points: Sparse;
  readonly out: Int32Array;
}

/** Puts contests side by side. */
export function boardOf(contests: readonly Contest[]): Board {
  const seats = seatsOf(contests);
  const questions = new Set(
    contests.flatMap(({ table }) => table.questions.map((each) => each.question)),
  );
  return {
    seats,
    base: joined(seats, ({ table }) => table.base),
    out: Int32Array.from(seats, ({ contest }) => contest.table.out),
    pairs: contests.reduce((sum, { table }) => sum + table.width ** 2, 0),
    questions: [...questions].sort((a, b) => a - b).map((each) => boardQuestion(each, seats)),
  };
}

function seatsOf(contests: readonly Contest[]): Seat[] {
  let [at, leadsAt] = [0, 0];
  return contests.map((contest, index) => {
    const seat = { contest, index, at, leadsAt };
    at += contest.table.width;
    leadsAt += contest.table.width ** 2;
    return seat;
  });
}

function joined(
  seats: readonly Seat[],
  valuesOf: (contest: Contest) => readonly number[],
): Float64Array {
  return Float64Array.from(seats.flatMap(({ contest }) => [...valuesOf(contest)]));
}

function sparse(values: Float64Array): Sparse {
  const at = Int32Array.from([...values.keys()].filter((index) => values[index] !== 0));
  return { at, values: Float64Array.from(at, (index) => values[index] ?? 0) };
}

function boardQuestion(question: number, seats: readonly Seat[]): BoardQuestion {
  const own = new Map(seats.map(({ contest }) => [contest, contest.table.byQuestion[question]]));
  const spread = (valuesOf: (each: DenseQuestion) => readonly number[], power: 1 | 2) =>
    sparse(
      joined(seats, (contest) => {
        const each = own.get(contest);
        return each ? valuesOf(each) : new Array<number>(contest.table.width ** power).fill(0);
      }),
    );
  const bits = (bitsOf: (each: DenseQuestion) => number) =>
    Int32Array.from(seats, ({ contest }) => {
      const each = own.get(contest);
      return each ? bitsOf(each) : 0;
    });
  const columns: BoardColumn[] = [];
  const columnOf = (code: number): BoardColumn => {
    const column = columns[code] ?? {
      points: spread((each) => each.columnOf(code).points, 1),
      out: bits((each) => each.columnOf(code).out),
    };
    columns[code] = column;
    return column;
  };
  return {
    question,
    columnOf,
    certain: spread(({ certain }) => certain, 1),
    low: spread(({ low }) => low, 2),
    mayRuleOut: bits(({ mayRuleOut }) => mayRuleOut),
    rulesOut: bits(({ rulesOut }) => rulesOut),
  };
}
