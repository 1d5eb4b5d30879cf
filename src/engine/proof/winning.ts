import { OPEN, type Sheet } from './codes.ts';
import type { Contest } from './dense-decision.ts';
import { type DenseTable, has } from './dense-table.ts';
import { raceOf } from './leads.ts';
import { boardFor, codesFor } from './prove.ts';
import { type Reading, readBoard } from './reading.ts';
import { winnersOf } from './winners.ts';

/** Answers under which an alternative wins, `never` where there are none, undefined where that was not found out. */
export type Winning = Sheet | 'never' | undefined;

/** Steps of the search before it is given up. */
const MOST_STEPS = 300;

/** Looks for a completion under which an alternative is among the winners of its contest. */
export function winningSheet(contest: Contest, alternative: number, sheet: Sheet): Winning {
  const budget = { steps: MOST_STEPS };
  const found = search({ contest, alternative, budget }, sheet.slice());
  return found ?? (budget.steps > 0 ? 'never' : undefined);
}

interface Search {
  readonly contest: Contest;
  readonly alternative: number;
  readonly budget: { steps: number };
}

function search(wanted: Search, sheet: Sheet): Sheet | undefined {
  const { contest, alternative, budget } = wanted;
  budget.steps -= 1;
  if (budget.steps <= 0) return undefined;
  const full = championed(contest.table, sheet, alternative);
  if (has(winnersOf(contest, full), alternative)) return full;
  const [reading] = readBoard(boardFor(contest), sheet);
  if (reading === undefined || !has(raceOf(reading), alternative)) return undefined;
  const question = mostTelling(reading, alternative, sheet);
  if (question === undefined) return undefined;
  for (const code of codesFor(question, contest)) {
    const found = search(wanted, sheet.with(question, code));
    if (found) return found;
  }
  return undefined;
}

/** The answers, with those to the open questions of a table that do best for one alternative. */
function championed({ questions }: DenseTable, sheet: Sheet, alternative: number): Sheet {
  const full = sheet.slice();
  for (const { question, best } of questions) {
    if (full[question] === OPEN) full[question] = best[alternative] ?? OPEN;
  }
  return full;
}

/** The open question that moves most leads of the alternative. */
function mostTelling({ contest, width }: Reading, alternative: number, sheet: Sheet) {
  const moved = ({ moves }: DenseTable['questions'][number]) =>
    contest.table.alternatives.filter((_, other) => moves[alternative * width + other]).length;
  const open = contest.table.questions.filter(({ question }) => sheet[question] === OPEN);
  const [most] = open.toSorted((a, b) => moved(b) - moved(a));
  return most?.question;
}
