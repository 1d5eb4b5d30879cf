import type { Board } from './board.ts';
import type { Sheet } from './codes.ts';
import { has } from './dense-table.ts';
import { codesFor, mostNamed } from './prove.ts';
import { type Reading, readBoard } from './reading.ts';
import { restOf } from './rest.ts';

/** Steps of a search before an alternative is taken to stand. */
const MOST_STEPS = 4_000;

/** What some completion leaves standing, as bits of the table. */
export function standingIn(reading: Reading, sheet: Sheet): number {
  let standing = 0;
  for (let alternative = 0; alternative < reading.width; alternative += 1) {
    if (isStanding(alternative, reading, sheet)) standing |= 1 << alternative;
  }
  return standing;
}

/** Whether some completion leaves an alternative standing. */
export function isStanding(alternative: number, reading: Reading, sheet: Sheet): boolean {
  return stands(reading, { alternative, sheet, budget: { steps: MOST_STEPS } });
}

interface Search {
  readonly alternative: number;
  readonly sheet: Sheet;
  readonly budget: { steps: number };
}

function stands(reading: Reading, search: Search): boolean {
  const { contest, out, open } = reading;
  const { alternative, budget } = search;
  if (has(out, alternative)) return false;
  const threats = open.filter((each) => each.isOut && each.alternative === alternative);
  budget.steps -= 1;
  if (threats.length === 0 || budget.steps <= 0) return true;
  const sheet = search.sheet.slice();
  const board = restOf(reading, sheet);
  const question = mostNamed(threats, sheet);
  return codesFor(question, contest).some((code) => {
    sheet[question] = code;
    return standsOn(board, { ...search, sheet });
  });
}

function standsOn(board: Board, search: Search): boolean {
  const [reading] = readBoard(board, search.sheet);
  return reading !== undefined && stands(reading, search);
}
