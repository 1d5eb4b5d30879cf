import type { Earlier } from './applies.ts';
import type { Sheet } from './codes.ts';
import type { Docket } from './docket.ts';
import { judge } from './judge.ts';
import type { Judged } from './judged.ts';
import { type Reading, readBoard } from './reading.ts';
import type { Situation } from './situation.ts';
import { winningSheets } from './winning-sheets.ts';

/** How much is worked out. */
export interface Depth {
  /** `dependsOn` by looking at completions, where there are not too many; else by its bound. */
  readonly isExact: boolean;
}

/** Judges the decisions of a docket, by their index. */
export function judgeAll(docket: Docket, sheet: Sheet, depth: Depth): Map<number, Judged> {
  return judgeRead(docket, { sheet, readings: readBoard(docket.board, sheet) }, depth);
}

/** Answers, with the contests of a docket as read with them. */
export interface Read {
  readonly sheet: Sheet;
  readonly readings: readonly Reading[];
}

/** The same, where the contests were read before. */
export function judgeRead(docket: Docket, read: Read, depth: Depth): Map<number, Judged> {
  const { readings } = read;
  const earlier = new Map<number, Judged>();
  const situation = situationOf(docket, earlier, { ...depth, ...read });
  docket.lines.forEach((line, index) => {
    const own = readings.slice(docket.seats[index], docket.seats[index + 1]);
    earlier.set(line.at(-1)?.decision.index ?? -1, judge(line, own, situation));
  });
  return earlier;
}

/** Judges the last decision of a docket, given those before it. */
export function judgeLast(
  docket: Docket,
  earlier: Earlier,
  given: Depth & { readonly sheet: Sheet },
): Judged {
  const readings = readBoard(docket.board, given.sheet);
  const own = readings.slice(docket.seats.at(-1));
  const situation = situationOf(docket, earlier, { ...given, readings });
  return judge(docket.lines.at(-1) ?? [], own, situation);
}

function situationOf(
  docket: Docket,
  earlier: Earlier,
  { sheet, readings, isExact }: Depth & Read,
): Situation {
  return {
    codes: docket.dense.codes,
    sheet,
    earlier,
    isExact,
    winning: winningSheets(readings, sheet),
    knownToApply: new Map(),
  };
}

/** The alternatives that some bits stand for, in the order of the decision. */
export function namesIn(bits: number, alternatives: readonly string[]): string[] {
  return alternatives.filter((_, index) => (bits & (1 << index)) !== 0);
}
