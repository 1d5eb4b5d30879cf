import { OPEN, type Sheet } from './codes.ts';
import { countsIn } from './conditions.ts';
import { type DenseTable, has } from './dense-table.ts';
import type { Reading } from './reading.ts';

/** The lowest lead with every open interaction at its worst: maybe too low, never too high (MODEL.md, section 3). */
export function lowestLead({ leads, leadsAt, width, open }: Reading, a: number, b: number): number {
  let lead = leads[leadsAt + a * width + b] ?? 0;
  for (const { alternative, points } of open) {
    if ((alternative === a && points < 0) || (alternative === b && points > 0)) {
      lead -= Math.abs(points);
    }
  }
  return lead;
}

/**
 * The lead of a over b in one completion, in which question by question b does best; undefined where it is ruled out
 * there. A lead below 0 shows that a does not win under every completion.
 */
export function leadAtWorst(
  { contest, leads, leadsAt, width, open }: Reading,
  sheet: Sheet,
  { a, b }: { readonly a: number; readonly b: number },
): number | undefined {
  let lead = leads[leadsAt + a * width + b] ?? 0;
  const touching = open.filter(({ alternative }) => alternative === a || alternative === b);
  if (touching.length === 0) return lead;
  const full = worstFor(contest.table, sheet, a * width + b);
  for (const interaction of touching) {
    if (!countsIn(interaction, full)) continue;
    if (interaction.isOut && interaction.alternative === b) return undefined;
    lead += interaction.alternative === a ? interaction.points : -interaction.points;
  }
  return lead;
}

function worstFor({ questions }: DenseTable, sheet: Sheet, pair: number): Sheet {
  const full = sheet.slice();
  for (const { question, worst } of questions) {
    if (full[question] === OPEN) full[question] = worst[pair] ?? 0;
  }
  return full;
}

/** The alternatives not beaten, whatever is answered, by one that no completion rules out; as bits (MODEL.md, section 3). */
export function raceOf(reading: Reading): number {
  let racers = 0;
  for (let b = 0; b < reading.width; b += 1) {
    if (!has(reading.out, b) && !isBeaten(b, reading)) racers |= 1 << b;
  }
  return racers;
}

function isBeaten(b: number, reading: Reading): boolean {
  for (let a = 0; a < reading.width; a += 1) {
    if (a !== b && !has(reading.mayBeOut, a) && lowestLead(reading, a, b) > 0) return true;
  }
  return false;
}
