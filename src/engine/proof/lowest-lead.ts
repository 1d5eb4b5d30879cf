import { boardFor } from './board-for.ts';
import { OPEN, type Sheet } from './codes.ts';
import type { Contest } from './dense-decision.ts';
import { has } from './dense-table.ts';
import { lowestLead } from './leads.ts';
import { codesFor, mostNamed } from './prove.ts';
import { readBoard } from './reading.ts';

/** Two alternatives of a table, by their index. */
export interface Rivals {
  readonly own: number;
  readonly rival: number;
}

/** Steps of the search before it is given up. */
const MOST_STEPS = 4_000;

/**
 * The least that an alternative leads its rival by under any completion that leaves the rival standing (MODEL.md, section
 * 3); undefined where a completion may rule the alternative out, none leaves the rival, or the search was given up.
 */
export function exactLowestLead(
  contest: Contest,
  rivals: Rivals,
  sheet: Sheet,
): number | undefined {
  const [reading] = readBoard(boardFor(contest), sheet);
  if (reading === undefined) return undefined;
  if (has(reading.mayBeOut, rivals.own) || has(reading.out, rivals.rival)) return undefined;
  const search = { contest, rivals, sheet: sheet.slice(), budget: { steps: MOST_STEPS } };
  const least = lowest(search, Number.POSITIVE_INFINITY);
  return Number.isFinite(least) && search.budget.steps > 0 ? least : undefined;
}

interface Search {
  readonly contest: Contest;
  readonly rivals: Rivals;
  readonly sheet: Sheet;
  readonly budget: { steps: number };
}

/** The lowest lead, or what is known already where that is lower. */
function lowest(search: Search, known: number): number {
  const { contest, rivals, sheet, budget } = search;
  const { own, rival } = rivals;
  budget.steps -= 1;
  const [reading] = readBoard(boardFor(contest), sheet);
  if (reading === undefined || has(reading.out, rival)) return known;
  const bound = lowestLead(reading, own, rival);
  const open = reading.open.filter(
    ({ alternative }) => alternative === own || alternative === rival,
  );
  if (open.length === 0 || bound >= known || budget.steps <= 0) return Math.min(bound, known);
  const question = mostNamed(open, sheet);
  let least = known;
  for (const code of codesFor(question, contest)) {
    sheet[question] = code;
    least = lowest(search, least);
    sheet[question] = OPEN;
  }
  return least;
}
