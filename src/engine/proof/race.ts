import { OPEN, type Sheet } from './codes.ts';
import { has, type Literal } from './dense-table.ts';
import { lowestLead } from './leads.ts';
import { addQuestion, noQuestions, type Questions } from './questions.ts';
import type { Reading } from './reading.ts';

/**
 * The open questions that can still move a lead between two alternatives in the race, or rule one of them out. It may
 * name one too many, never one too few (MODEL.md, section 3).
 */
export function questionsInRace(reading: Reading, racers: number, sheet: Sheet): Questions {
  const pairs = contestedPairs(reading, racers);
  const named = noQuestions(sheet.length);
  for (const { question, moves, mayRuleOut, rulesOut } of reading.contest.table.questions) {
    const isRuling = (mayRuleOut & ~rulesOut & racers) !== 0;
    const matters = isRuling || pairs.some((pair) => moves[pair]);
    if (matters && sheet[question] === OPEN) addQuestion(named, question);
  }
  for (const { alternative, anyOf } of reading.open) {
    if (has(racers, alternative)) anyOf.flat().forEach(addOpen);
  }
  return named;

  function addOpen({ question, whileOpen }: Literal) {
    if (sheet[question] === OPEN && whileOpen === undefined) addQuestion(named, question);
  }
}

/** Each way round, as the lowest lead of either may move. */
function contestedPairs(reading: Reading, racers: number): number[] {
  const { width } = reading;
  const pairs: number[] = [];
  for (let pair = 0; pair < width * width; pair += 1) {
    const [a, b] = [Math.trunc(pair / width), pair % width];
    if (a === b || !has(racers, a) || !has(racers, b)) continue;
    if (lowestLead(reading, a, b) <= 0 && lowestLead(reading, b, a) <= 0) pairs.push(pair);
  }
  return pairs;
}
