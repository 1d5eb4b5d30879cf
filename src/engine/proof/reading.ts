import type { Board, Seat, Sparse } from './board.ts';
import { OPEN, type Sheet } from './codes.ts';
import { countsIn } from './conditions.ts';
import type { Interaction } from './dense-table.ts';

/** A contest read with some answers. Values and leads are those of the whole board; the seat says where its own are. */
export interface Reading extends Pick<Seat, 'at' | 'leadsAt' | 'contest'> {
  readonly width: number;
  /** What is answered comes to so far. */
  readonly known: Float64Array;
  /** S of MODEL.md, section 2. */
  readonly scores: Float64Array;
  /** The lowest leads over the completions that leave the rival standing, open interactions apart. */
  readonly leads: Float64Array;
  /** Ruled out whatever is answered, as far as each question and interaction shows it by itself. */
  readonly out: number;
  /** Ruled out by some answer to a single question, at the least; by that or an open interaction, at the most. */
  readonly outBySome: number;
  readonly mayBeOut: number;
  /** Interactions of which open questions decide whether they count. */
  readonly open: readonly Interaction[];
}

/** Reads all contests of a board in one pass over the answers. */
export function readBoard(board: Board, sheet: Sheet): Reading[] {
  const sums = sumUp(board, sheet);
  const open = board.seats.map((seat) => takeInteractions(seat, sheet, sums));
  spreadLeads(board, sums);
  addTo(sums.scores, sums.known);
  return board.seats.map((seat, index) => readingAt(seat, sums, open[index] ?? NONE));
}

function readingAt(
  { contest, index, at, leadsAt }: Seat,
  sums: Sums,
  open: readonly Interaction[],
): Reading {
  const [out = 0, outBySome = 0] = [sums.out[index], sums.outBySome[index]];
  return {
    contest,
    at,
    leadsAt,
    width: contest.table.width,
    known: sums.known,
    scores: sums.scores,
    leads: sums.leads,
    out,
    outBySome,
    mayBeOut: open.reduce(
      (bits, each) => (each.isOut ? bits | (1 << each.alternative) : bits),
      out | outBySome,
    ),
    open,
  };
}

const NONE: readonly Interaction[] = [];

interface Sums {
  readonly known: Float64Array;
  readonly scores: Float64Array;
  readonly leads: Float64Array;
  readonly out: Int32Array;
  readonly outBySome: Int32Array;
}

function sumUp({ base, out: before, pairs, questions, seats }: Board, sheet: Sheet): Sums {
  const known = base.slice();
  const scores = new Float64Array(base.length);
  const leads = new Float64Array(pairs);
  const out = before.slice();
  const outBySome = new Int32Array(seats.length);
  for (const question of questions) {
    const code = sheet[question.question] ?? OPEN;
    if (code === OPEN) {
      addSparse(scores, question.certain);
      addSparse(leads, question.low);
      addBits(out, question.rulesOut);
      addBits(outBySome, question.mayRuleOut);
    } else {
      const column = question.columnOf(code);
      addSparse(known, column.points);
      addBits(out, column.out);
    }
  }
  return { known, scores, leads, out, outBySome };
}

function addSparse(sums: Float64Array, { at, values }: Sparse): void {
  for (let index = 0; index < at.length; index += 1) {
    const place = at[index] ?? 0;
    sums[place] = (sums[place] ?? 0) + (values[index] ?? 0);
  }
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let index = 0; index < sums.length; index += 1) {
    sums[index] = (sums[index] ?? 0) + (values[index] ?? 0);
  }
}

function addBits(sums: Int32Array, bits: Int32Array): void {
  for (let index = 0; index < sums.length; index += 1) {
    sums[index] = (sums[index] ?? 0) | (bits[index] ?? 0);
  }
}

/** Adds what certainly counts; the others are left open. */
function takeInteractions(
  { contest, index, at }: Seat,
  sheet: Sheet,
  { known, out }: Sums,
): readonly Interaction[] {
  const { interactions } = contest.table;
  if (interactions.length === 0) return NONE;
  const open: Interaction[] = [];
  for (const interaction of interactions) {
    const counts = countsIn(interaction, sheet);
    if (counts === undefined) open.push(interaction);
    if (counts !== true) continue;
    const { alternative, points, isOut } = interaction;
    known[at + alternative] = (known[at + alternative] ?? 0) + points;
    if (isOut) out[index] = (out[index] ?? 0) | (1 << alternative);
  }
  return open;
}

/** What is known makes leads, too. */
function spreadLeads({ seats }: Board, { known, leads }: Sums): void {
  for (const { at, leadsAt, contest } of seats) {
    const { width } = contest.table;
    for (let pair = 0; pair < width * width; pair += 1) {
      const [own, other] = [at + Math.trunc(pair / width), at + (pair % width)];
      leads[leadsAt + pair] =
        (leads[leadsAt + pair] ?? 0) + (known[own] ?? 0) - (known[other] ?? 0);
    }
  }
}
