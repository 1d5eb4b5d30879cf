import type { Dense } from '../proof/dense.ts';
import { FAR, has } from '../proof/dense-table.ts';
import { SCENARIOS } from '../proof/drawn-answers.ts';
import { type DrawnColumns, drawnColumns } from '../proof/drawn-columns.ts';
import { highestAmong } from '../proof/leader.ts';
import { lowestLead } from '../proof/leads.ts';
import type { Reading } from '../proof/reading.ts';

/** A contest that is open, with what is in the race as bits of its table. */
export interface OpenContest {
  readonly reading: Reading;
  readonly racers: number;
}

/**
 * How much nearer the answer to a question is expected to bring the proof of what leads: the mean part of what each
 * lead lacks at its lowest, from 0 to 1. It tells questions apart where all scenarios agree and only the proof is missing.
 */
export function progressOf(contest: OpenContest, question: number, dense: Dense): number {
  const leader = highestAmong(contest.reading, contest.racers);
  const rivals = rivalsOf(contest, leader);
  if (rivals.length === 0) return 0;
  const parts = rivals.map((rival) =>
    partGained({ ...contest.reading, leader, rival }, question, dense),
  );
  return parts.reduce((sum, part) => sum + part, 0) / rivals.length;
}

/** Those in the race over which no lead is proved. */
function rivalsOf({ reading, racers }: OpenContest, leader: number): number[] {
  const indexes = reading.contest.table.alternatives.map((_, index) => index);
  return indexes.filter(
    (index) => index !== leader && has(racers, index) && lowestLead(reading, leader, index) < 1,
  );
}

interface Duel extends Reading {
  readonly leader: number;
  readonly rival: number;
}

function partGained(duel: Duel, question: number, dense: Dense): number {
  const { contest, width, leader, rival } = duel;
  const asked = contest.table.byQuestion[question];
  if (asked === undefined) return 0;
  const needed = 1 - lowestLead(duel, leader, rival);
  const low = has(asked.mayRuleOut, leader) ? -FAR : (asked.low[leader * width + rival] ?? 0);
  const drawn = drawnColumns(asked, dense);
  let gained = 0;
  for (let scenario = 0; scenario < SCENARIOS; scenario += 1) {
    gained += Math.min(needed, leadDrawn(drawn, scenario, duel) - low);
  }
  return gained / SCENARIOS / needed;
}

function leadDrawn({ points, out }: DrawnColumns, scenario: number, duel: Duel): number {
  const { leader, rival } = duel;
  const bits = out?.[scenario] ?? 0;
  const lead = (points[leader]?.[scenario] ?? 0) - (points[rival]?.[scenario] ?? 0);
  if (has(bits, rival)) return lead + FAR;
  return has(bits, leader) ? lead - FAR : lead;
}
