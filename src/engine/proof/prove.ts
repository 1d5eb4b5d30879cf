import type { Board } from './board.ts';
import { OPEN, type Sheet } from './codes.ts';
import type { Contest } from './dense-decision.ts';
import { has, type Interaction } from './dense-table.ts';
import { leadAtWorst, lowestLead } from './leads.ts';
import { type Reading, readBoard } from './reading.ts';
import { restOf } from './rest.ts';
import { HAVING, WITHOUT } from './winners.ts';

/** The winners under every completion as bits of the table, 0 where nothing stands under any; `UNPROVED` where they vary. */
export type Proof = number;

export const UNPROVED = -1;

/** Not proved, and not refuted either: the proof took too many steps. */
export const GIVEN_UP = -2;

/** Steps of a proof by cases before it is given up. */
const MOST_STEPS = 4_000;

/**
 * The winners where they are the same under every completion (MODEL.md, section 3). Without open interactions the bounds
 * are exact; else completions in which each alternative fails refute it, or the answers to a question of an interaction
 * are tried one by one.
 */
export function prove(reading: Reading, sheet: Sheet): Proof {
  const proof = boundProof(reading);
  if (proof !== UNPROVED || reading.open.length === 0 || isRefuted(reading, sheet)) return proof;
  const cases = {
    board: restOf(reading, sheet),
    sheet: sheet.slice(),
    budget: { steps: MOST_STEPS },
  };
  return proveByCases(reading, cases);
}

function boundProof(reading: Reading): Proof {
  return reading.contest.several ? techniqueProof(reading) : singleProof(reading);
}

/** A technique is picked where its value is above not having it; equal is not enough. */
function techniqueProof(reading: Reading): Proof {
  if (!has(reading.mayBeOut, 1) && lowestLead(reading, 1, 0) > 0) return HAVING;
  return has(reading.out, 1) || lowestLead(reading, 0, 1) >= 0 ? WITHOUT : UNPROVED;
}

function singleProof(reading: Reading): Proof {
  const all = 2 ** reading.width - 1;
  if ((reading.out & all) === all) return 0;
  const unbeaten = neverBeaten(reading);
  return unbeaten !== 0 && isAboveAll(unbeaten, reading) ? unbeaten : UNPROVED;
}

/** What is among the winners under every completion, as far as the bounds show it; maybe tied with others at times. */
export function neverBeaten(reading: Reading): number {
  let unbeaten = 0;
  for (let a = 0; a < reading.width; a += 1) {
    if (!has(reading.mayBeOut, a) && leadsBy(0, a, { reading, but: 0 })) unbeaten |= 1 << a;
  }
  return unbeaten;
}

function isAboveAll(unbeaten: number, reading: Reading): boolean {
  for (let a = 0; a < reading.width; a += 1) {
    if (has(unbeaten, a) && !leadsBy(1, a, { reading, but: unbeaten })) return false;
  }
  return true;
}

interface Field {
  readonly reading: Reading;
  /** Not looked at. */
  readonly but: number;
}

/** It leads every other that may stand by at least so much, whatever is answered. */
function leadsBy(margin: number, a: number, { reading, but }: Field): boolean {
  for (let b = 0; b < reading.width; b += 1) {
    if (b !== a && !has(reading.out | but, b) && lowestLead(reading, a, b) < margin) return false;
  }
  return true;
}

/** Something always stands, and each alternative fails under some completion: then no winners are always the same. */
function isRefuted(reading: Reading, sheet: Sheet): boolean {
  const { width, out, outBySome, mayBeOut } = reading;
  const all = 2 ** width - 1;
  if ((mayBeOut & all) === all) return false;
  for (let a = 0; a < width; a += 1) {
    if (!has(out | outBySome, a) && !failsSomewhere(a, reading, sheet)) return false;
  }
  return true;
}

function failsSomewhere(a: number, reading: Reading, sheet: Sheet): boolean {
  const isTechnique = reading.contest.several && a === 1;
  for (let b = 0; b < reading.width; b += 1) {
    if (b === a || has(reading.out, b)) continue;
    const lead = leadAtWorst(reading, sheet, { a, b });
    if (lead !== undefined && (lead < 0 || (isTechnique && lead === 0))) return true;
  }
  return false;
}

interface Cases {
  readonly board: Board;
  readonly sheet: Sheet;
  readonly budget: { steps: number };
}

function proveWith(cases: Cases): Proof {
  const { board, sheet, budget } = cases;
  budget.steps -= 1;
  if (budget.steps <= 0) return GIVEN_UP;
  const [reading] = readBoard(board, sheet);
  if (reading === undefined) return UNPROVED;
  const proof = boundProof(reading);
  const isEnd = proof !== UNPROVED || reading.open.length === 0;
  return isEnd || isRefuted(reading, sheet) ? proof : proveByCases(reading, cases);
}

/** Cases that come to different winners refute it, even where others were given up. */
function proveByCases({ contest, open }: Reading, cases: Cases): Proof {
  const { sheet } = cases;
  const question = mostNamed(open, sheet);
  const proofs = new Set<Proof>();
  for (const code of codesFor(question, contest)) {
    sheet[question] = code;
    proofs.add(proveWith(cases));
    sheet[question] = OPEN;
    const isSplit = proofs.size - Number(proofs.has(GIVEN_UP)) > 1;
    if (proofs.has(UNPROVED) || isSplit) return UNPROVED;
  }
  const [first = UNPROVED] = proofs;
  return proofs.has(GIVEN_UP) ? GIVEN_UP : first;
}

/** One answer of each kind that the table tells apart. */
export function codesFor(question: number, { table }: Contest): readonly number[] {
  return table.byQuestion[question]?.codes ?? [];
}

/** The open question that most open interactions name. */
export function mostNamed(open: readonly Interaction[], sheet: Sheet): number {
  const named = new Map<number, number>();
  for (const { question, whileOpen } of open.flatMap(({ anyOf }) => anyOf.flat())) {
    if (sheet[question] === OPEN && whileOpen === undefined) {
      named.set(question, (named.get(question) ?? 0) + 1);
    }
  }
  const [most] = [...named].sort((left, right) => right[1] - left[1]);
  if (most === undefined) throw new Error('No open question is left to try');
  return most[0];
}
