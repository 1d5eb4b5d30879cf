import { boardFor } from '../proof/board-for.ts';
import { OPEN, type Sheet } from '../proof/codes.ts';
import { countsIn } from '../proof/conditions.ts';
import {
  type DenseColumn,
  type DenseQuestion,
  FAR,
  has,
  type Interaction,
  type Literal,
} from '../proof/dense-table.ts';
import { openQuestions } from '../proof/open-questions.ts';
import { codesFor, mostNamed } from '../proof/prove.ts';
import { winningSheet } from '../proof/winning.ts';
import type { Demand } from './demand.ts';
import type { Race } from './races.ts';

/** The answers given, and which of the questions are to be chosen from. */
export interface Full {
  readonly sheet: Sheet;
  readonly items: readonly number[];
}

/**
 * Looks for a completion of a sheet in which a race is lost, as far as that is quick to see. Whatever keeps it from being
 * lost there is a demand that the answers of the sheet do not meet: each answer by what it changes in that completion,
 * and at most what it can do to the conditions that join questions.
 */
export function shortfallIn(race: Race, sheet: Sheet, full: Full): Demand | undefined {
  const duels = race.own.map((own) => duelOf(race, own));
  const lost = lostIn(duels, race, sheet);
  const demands = lost ? duels.map((duel) => demandAt(lost, duel, full)) : [];
  return demands.every(({ needed }) => needed > 0) ? anyOf(demands) : undefined;
}

/** One alternative against another. */
interface Duel extends Omit<Race, 'own'> {
  readonly own: number;
  /** Those that move one of the two. */
  readonly interactions: readonly Interaction[];
}

function duelOf(race: Race, own: number): Duel {
  const interactions = race.contest.table.interactions.filter(
    ({ alternative }) => alternative === own || alternative === race.rival,
  );
  return { ...race, own, interactions };
}

/** Where several would do, the rival has to win. */
function lostIn(duels: readonly Duel[], { contest, rival }: Race, sheet: Sheet): Sheet | undefined {
  const [duel, ...others] = duels;
  if (duel && others.length === 0) return lostBy(duel, sheet);
  const found = winningSheet(boardFor(contest), rival, sheet);
  return typeof found === 'object' ? found.sheet : undefined;
}

function lostBy(duel: Duel, sheet: Sheet): Sheet | undefined {
  const worst = worsened(completed(sheet, duel), duel, sheet);
  if (leadIn(duel, worst) < duel.margin) return worst;
  const lost = losing(sheet, duel, { steps: MOST_STEPS });
  return lost && worsened(lost, duel, sheet);
}

/** Steps of a search before it is given up. */
const MOST_STEPS = 1_000;

/** Question by question with the worst answer for the race. */
function completed(sheet: Sheet, { contest, own, rival }: Duel): Sheet {
  const worst = sheet.slice();
  for (const { question, worst: codes } of contest.table.questions) {
    if (sheet[question] === OPEN) {
      worst[question] = codes[own * contest.table.width + rival] ?? OPEN;
    }
  }
  return worst;
}

/** A completion in which the race is lost: the answers to questions that are joined are tried one by one. */
function losing(sheet: Sheet, duel: Duel, budget: { steps: number }): Sheet | undefined {
  const { contest, interactions, margin } = duel;
  budget.steps -= 1;
  if (budget.steps <= 0 || leadAtLeast(sheet, duel) >= margin) return undefined;
  const undecided = interactions.filter((each) => countsIn(each, sheet) === undefined);
  if (undecided.length === 0) return completed(sheet, duel);
  const question = mostNamed(undecided, sheet);
  for (const code of codesFor(question, contest)) {
    const lost = losing(sheet.with(question, code), duel, budget);
    if (lost) return lost;
  }
  return undefined;
}

/** Each open question and each undecided interaction at its worst. */
function leadAtLeast(sheet: Sheet, duel: Duel): number {
  const { contest, interactions } = duel;
  const { table } = contest;
  let lead = leadOf({ points: table.base, out: table.out }, duel);
  for (const each of table.questions) {
    const code = sheet[each.question] ?? OPEN;
    lead += code === OPEN ? lowestOf(each, duel) : leadOf(each.columnOf(code), duel);
  }
  for (const each of interactions) {
    const isCounted = countsIn(each, sheet);
    if (isCounted !== false)
      lead += isCounted ? leadBy(each, duel) : Math.min(0, leadBy(each, duel));
  }
  return lead;
}

function lowestOf({ low, mayRuleOut }: DenseQuestion, { contest, own, rival }: Duel): number {
  return has(mayRuleOut, own) ? -FAR : (low[own * contest.table.width + rival] ?? 0);
}

/** One question after the other gets the answer that costs the lead most, until none costs more. */
function worsened(start: Sheet, duel: Duel, sheet: Sheet): Sheet {
  const { contest, interactions } = duel;
  const worst = start.slice();
  const open = openQuestions(contest.table, sheet).map((each) => ({
    each,
    joined: interactions.filter((one) => names(one, each.question)),
  }));
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const changed = open.filter(({ each, joined }) => setWorst(each, joined, { duel, worst }));
    if (changed.length === 0) break;
  }
  return worst;
}

const MOST_PASSES = 5;

function names({ anyOf }: Interaction, question: number): boolean {
  return anyOf.some((literals) => literals.some((literal) => literal.question === question));
}

function setWorst(
  { question, codes, columnOf }: DenseQuestion,
  joined: readonly Interaction[],
  { duel, worst }: { readonly duel: Duel; readonly worst: Sheet },
): boolean {
  const before = worst[question];
  let [lowest, found] = [Number.POSITIVE_INFINITY, OPEN];
  for (const code of codes) {
    worst[question] = code;
    const lead = joined.reduce(
      (sum, each) => (counts(each, worst) ? sum + leadBy(each, duel) : sum),
      leadOf(columnOf(code), duel),
    );
    if (lead >= lowest) continue;
    lowest = lead;
    found = code;
  }
  worst[question] = found;
  return found !== before;
}

function demandAt(worst: Sheet, duel: Duel, full: Full): Demand {
  const gains = full.items.map((question) => gainOf(question, duel, { worst, full: full.sheet }));
  for (const interaction of duel.interactions) {
    addTurn(gains, interaction, { duel, worst, full });
  }
  return { needed: duel.margin - leadIn(duel, worst), gains };
}

/** Met where one of some demands is: each item counts for the part of a demand that it is most of. */
function anyOf(demands: readonly Demand[]): Demand | undefined {
  const [first, ...others] = demands;
  if (others.length === 0) return first;
  const parts = demands.map(({ needed, gains }) => gains.map((gain) => gain / needed));
  const gains = first?.gains.map((_, place) => Math.max(...parts.map((each) => each[place] ?? 0)));
  return gains && { needed: 1, gains };
}

/** More than all that can rule the one out: once the rival is ruled out, it does not matter any more. */
const FARTHER = 100 * FAR;

/** Of the one over the other. */
function leadIn(duel: Duel, sheet: Sheet): number {
  const { contest, interactions } = duel;
  const { table } = contest;
  let lead = leadOf({ points: table.base, out: table.out }, duel);
  for (const { question, columnOf } of table.questions) {
    lead += leadOf(columnOf(sheet[question] ?? OPEN), duel);
  }
  for (const each of interactions) if (counts(each, sheet)) lead += leadBy(each, duel);
  return lead;
}

function leadOf({ points, out }: DenseColumn, { own, rival }: Duel): number {
  const lead = (points[own] ?? 0) - (points[rival] ?? 0);
  return lead + (has(out, rival) ? FARTHER : 0) - (has(out, own) ? FAR : 0);
}

function leadBy({ alternative, points, isOut }: Interaction, { own }: Duel): number {
  if (isOut) return alternative === own ? -FAR : FARTHER;
  return alternative === own ? points : -points;
}

function counts({ anyOf, negated }: Interaction, sheet: Sheet): boolean {
  return anyOf.some((literals) => literals.every((each) => isTrue(each, sheet))) !== negated;
}

function isTrue({ question, isTrue: holds }: Literal, sheet: Sheet): boolean {
  return holds(sheet[question] ?? OPEN);
}

interface Sheets {
  readonly worst: Sheet;
  readonly full: Sheet;
}

/** What the answer to a question by itself changes for the better. */
function gainOf(question: number, duel: Duel, { worst, full }: Sheets): number {
  const column = duel.contest.table.byQuestion[question];
  if (column === undefined || worst[question] === full[question]) return 0;
  const leadWith = (sheet: Sheet) => leadOf(column.columnOf(sheet[question] ?? OPEN), duel);
  return Math.max(0, leadWith(full) - leadWith(worst));
}

interface Setting {
  readonly duel: Duel;
  readonly worst: Sheet;
  readonly full: Full;
}

/** Where the answers can turn an interaction for the better, each that helps gets its part of it. */
function addTurn(gains: number[], interaction: Interaction, setting: Setting): void {
  const { duel, worst, full } = setting;
  const lead = leadBy(interaction, duel);
  const isCounted = counts(interaction, worst);
  if (isCounted === lead > 0) return;
  const isHeld = isCounted !== interaction.negated;
  const { questions, atLeast } = isHeld
    ? breaking(interaction, worst, full.sheet)
    : fulfilling(interaction, worst, full.sheet);
  full.items.forEach((question, place) => {
    if (questions.includes(question)) {
      gains[place] = (gains[place] ?? 0) + Math.abs(lead) / atLeast;
    }
  });
}

/** Questions of which at least so many have to be answered to turn an interaction. */
interface Turn {
  readonly questions: readonly number[];
  readonly atLeast: number;
}

const CANNOT: Turn = { questions: [], atLeast: 1 };

/** Each conjunction that holds has to lose a part: the one with the fewest to lose says most. */
function breaking({ anyOf }: Interaction, worst: Sheet, full: Sheet): Turn {
  const breakers = anyOf
    .filter((literals) => literals.every((each) => isTrue(each, worst)))
    .map((literals) => literals.filter((each) => !isTrue(each, full)));
  const [fewest] = breakers.sort((a, b) => a.length - b.length);
  return fewest ? { questions: fewest.map(({ question }) => question), atLeast: 1 } : CANNOT;
}

/** One conjunction has to get all parts that it lacks. */
function fulfilling({ anyOf }: Interaction, worst: Sheet, full: Sheet): Turn {
  const lacking = anyOf
    .map((literals) => literals.filter((each) => !isTrue(each, worst)))
    .filter((literals) => literals.every((each) => isTrue(each, full)));
  const questions = new Set(lacking.flat().map(({ question }) => question));
  if (questions.size === 0) return CANNOT;
  return { questions: [...questions], atLeast: Math.min(...lacking.map(({ length }) => length)) };
}
