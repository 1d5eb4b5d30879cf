import type { Board } from './board.ts';
import { OPEN, type Sheet } from './codes.ts';
import { has, size } from './dense-table.ts';
import { raceOf } from './leads.ts';
import { codesFor } from './prove.ts';
import { type Reading, readBoard } from './reading.ts';
import { winnersOf } from './winners.ts';

/** Answers under which an alternative wins, and all that win then. */
export interface Found {
  readonly sheet: Sheet;
  /** As bits of the table. */
  readonly winners: number;
}

/** `never` where there are no such answers, undefined where that was not found out. */
export type Winning = Found | 'never' | undefined;

/** Steps of the search before it is given up. */
const MOST_STEPS = 300;

/** Looks for a completion under which an alternative is among the winners of a contest, alone on its board. */
export function winningSheet(board: Board, alternative: number, sheet: Sheet): Winning {
  const budget = { steps: MOST_STEPS };
  const found = search({ board, alternative, budget }, sheet);
  return found ?? (budget.steps > 0 ? 'never' : undefined);
}

interface Search {
  readonly board: Board;
  readonly alternative: number;
  readonly budget: { steps: number };
}

function search(wanted: Search, sheet: Sheet): Found | undefined {
  const { board, alternative, budget } = wanted;
  budget.steps -= 1;
  if (budget.steps <= 0) return undefined;
  const found = championed(board, alternative, sheet);
  if (has(found.winners, alternative)) return found;
  const [reading] = readBoard(board, sheet);
  if (reading === undefined || !has(raceOf(reading), alternative)) return undefined;
  const question = mostTelling(reading, alternative, sheet);
  if (question === undefined) return undefined;
  for (const code of codesFor(question, reading.contest)) {
    const deeper = search(wanted, sheet.with(question, code));
    if (deeper) return deeper;
  }
  return undefined;
}

/** The completion, question by question, that does best for one alternative; it may not win all the same. */
export function championed({ seats: [seat] }: Board, alternative: number, sheet: Sheet): Found {
  if (seat === undefined) return { sheet, winners: 0 };
  const full = sheet.slice();
  for (const { question, best } of seat.contest.table.questions) {
    if (full[question] === OPEN) full[question] = best[alternative] ?? OPEN;
  }
  return { sheet: full, winners: winnersOf(seat.contest, full) };
}

/** The open question that moves most leads of the alternative. */
function mostTelling({ contest }: Reading, alternative: number, sheet: Sheet) {
  let [telling, most]: [number | undefined, number] = [undefined, -1];
  for (const { question, moves } of contest.table.questions) {
    if (sheet[question] !== OPEN) continue;
    const moved = size(moves[alternative] ?? 0);
    if (moved <= most) continue;
    [telling, most] = [question, moved];
  }
  return telling;
}
