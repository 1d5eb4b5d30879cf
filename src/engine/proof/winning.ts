import { OPEN, type Sheet } from './codes.ts';
import type { Contest } from './dense-decision.ts';
import { type DenseTable, has } from './dense-table.ts';
import { raceOf } from './leads.ts';
import { boardFor, codesFor } from './prove.ts';
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

function search(wanted: Search, sheet: Sheet): Found | undefined {
  const { contest, alternative, budget } = wanted;
  budget.steps -= 1;
  if (budget.steps <= 0) return undefined;
  const found = championed(contest, alternative, sheet);
  if (has(found.winners, alternative)) return found;
  const [reading] = readBoard(boardFor(contest), sheet);
  if (reading === undefined || !has(raceOf(reading), alternative)) return undefined;
  const question = mostTelling(reading, alternative, sheet);
  if (question === undefined) return undefined;
  for (const code of codesFor(question, contest)) {
    const deeper = search(wanted, sheet.with(question, code));
    if (deeper) return deeper;
  }
  return undefined;
}

/** The completion, question by question, that does best for one alternative; it may not win all the same. */
export function championed(contest: Contest, alternative: number, sheet: Sheet): Found {
  const full = sheet.slice();
  for (const { question, best } of contest.table.questions) {
    if (full[question] === OPEN) full[question] = best[alternative] ?? OPEN;
  }
  return { sheet: full, winners: winnersOf(contest, full) };
}

/** The open question that moves most leads of the alternative. */
function mostTelling({ contest, width }: Reading, alternative: number, sheet: Sheet) {
  const moved = ({ moves }: DenseTable['questions'][number]) =>
    contest.table.alternatives.filter((_, other) => moves[alternative * width + other]).length;
  const open = contest.table.questions.filter(({ question }) => sheet[question] === OPEN);
  const [most] = open.toSorted((a, b) => moved(b) - moved(a));
  return most?.question;
}
