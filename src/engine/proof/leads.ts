import { OPEN, type Sheet } from './codes.ts';
import { has, type Interaction, type Literal } from './dense-table.ts';
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
  const worst = { contest, sheet, pair: a * width + b };
  let lead = leads[leadsAt + worst.pair] ?? 0;
  for (const interaction of open) {
    const side = sideOf(interaction, a, b);
    if (side === 0 || !countsAtWorst(interaction, worst)) continue;
    if (interaction.isOut && side < 0) return undefined;
    lead += side * interaction.points;
  }
  return lead;
}

/** 1 for the first of a pair, −1 for the second, 0 for others. */
function sideOf({ alternative }: Interaction, a: number, b: number): number {
  return Number(alternative === a) - Number(alternative === b);
}

interface Worst extends Pick<Reading, 'contest'> {
  readonly sheet: Sheet;
  readonly pair: number;
}

function countsAtWorst({ anyOf, negated }: Interaction, worst: Worst): boolean {
  const isTrue = ({ question, isTrue: holds }: Literal) => holds(codeAtWorst(question, worst));
  return anyOf.some((literals) => literals.every(isTrue)) !== negated;
}

function codeAtWorst(question: number, { contest, sheet, pair }: Worst): number {
  const code = sheet[question] ?? OPEN;
  return code === OPEN ? (contest.table.byQuestion[question]?.worst[pair] ?? OPEN) : code;
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
