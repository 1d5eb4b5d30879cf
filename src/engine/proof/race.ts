import { OPEN, type Sheet } from './codes.ts';
import { type DenseQuestion, has, type Literal } from './dense-table.ts';
import { lowestLead } from './leads.ts';
import { addQuestion, noQuestions, type Questions } from './questions.ts';
import type { Reading } from './reading.ts';

/**
 * The open questions that can still move a lead between two alternatives in the race, or rule one of them out. It may
 * name one too many, never one too few (MODEL.md, section 3).
 */
export function questionsInRace(reading: Reading, racers: number, sheet: Sheet): Questions {
  const named = noQuestions(sheet.length);
  addMoving(named, { reading, racers, sheet });
  for (const { alternative, anyOf } of reading.open) {
    if (has(racers, alternative)) for (const literals of anyOf) literals.forEach(addOpen);
  }
  return named;

  function addOpen({ question, whileOpen }: Literal) {
    if (sheet[question] === OPEN && whileOpen === undefined) addQuestion(named, question);
  }
}

interface Race {
  readonly reading: Reading;
  readonly racers: number;
  readonly sheet: Sheet;
}

function addMoving(named: Questions, { reading, racers, sheet }: Race): void {
  const rivals = rivalsIn(reading, racers);
  for (const each of reading.contest.table.questions) {
    const { question, mayRuleOut, rulesOut } = each;
    if (sheet[question] !== OPEN) continue;
    const isRuling = (mayRuleOut & ~rulesOut & racers) !== 0;
    if (isRuling || movesLeads(each, rivals)) addQuestion(named, question);
  }
}

function movesLeads({ moves }: DenseQuestion, rivals: readonly number[]): boolean {
  return rivals.some((own, a) => (own & (moves[a] ?? 0)) !== 0);
}

/** For each alternative in the race those over which its lead, or theirs over it, is not decided yet. */
function rivalsIn(reading: Reading, racers: number): number[] {
  return reading.contest.table.alternatives.map((_, a) => {
    let rivals = 0;
    for (let b = 0; b < reading.width && has(racers, a); b += 1) {
      if (b !== a && has(racers, b) && isUndecided(reading, a, b)) rivals |= 1 << b;
    }
    return rivals;
  });
}

function isUndecided(reading: Reading, a: number, b: number): boolean {
  return lowestLead(reading, a, b) <= 0 && lowestLead(reading, b, a) <= 0;
}
