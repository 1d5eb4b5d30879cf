import { OPEN, type Sheet } from './codes.ts';
import type { Contest, Demand } from './dense-decision.ts';
import type { Line, Stop } from './lines.ts';
import { winnersOf } from './winners.ts';

/** Stands for a decision that does not apply; every other outcome is the bits of the winners, 0 where nothing stands. */
export const NOT_APPLICABLE = -1;

/** What the last decision of a line comes to when all its questions are answered: W of MODEL.md, section 3. */
export function outcomeOf(line: Line, sheet: Sheet): number {
  return outcomeBy(line, sheet, (contest) => winnersOf(contest, sheet));
}

/** The same, with the winners of each contest from elsewhere. */
export function outcomeBy(line: Line, sheet: Sheet, winners: (contest: Contest) => number): number {
  const outcomes: number[] = [];
  let outcome = NOT_APPLICABLE;
  for (const stop of line) {
    outcome = outcomeIn(stop, { sheet, outcomes, winners: stop.contests.map(winners) });
    outcomes[stop.decision.index] = outcome;
  }
  return outcome;
}

/** Complete answers, the outcomes of earlier decisions by index, and the winners of each contest of one. */
export interface World {
  readonly sheet: Sheet;
  readonly outcomes: readonly number[];
  readonly winners: readonly number[];
}

/** What one decision comes to, given those before it. */
export function outcomeIn(stop: Stop, world: World): number {
  if (!applies(stop, world)) return NOT_APPLICABLE;
  let won = 0;
  stop.contests.forEach(({ bits }, index) => {
    won |= bitsOf(world.winners[index] ?? 0, bits);
  });
  return won === 0 ? stop.baseline : won;
}

function applies({ decision: { appliesWhen }, isPinned }: Stop, world: World): boolean {
  if (isPinned || appliesWhen.length === 0) return true;
  return appliesWhen.some((demands) => demands.every((each) => isMet(each, world)));
}

function isMet(demand: Demand, { sheet, outcomes }: World): boolean {
  if ('literal' in demand) {
    const { question, isTrue } = demand.literal;
    return isTrue(sheet[question] ?? OPEN);
  }
  const outcome = outcomes[demand.decision] ?? NOT_APPLICABLE;
  return outcome !== NOT_APPLICABLE && demand.lists.every((list) => (list & outcome) !== 0);
}

/** The bits of the decision for those of a table. */
export function bitsOf(tableBits: number, bits: readonly number[]): number {
  let all = 0;
  for (let index = 0; index < bits.length; index += 1) {
    if ((tableBits & (1 << index)) !== 0) all |= bits[index] ?? 0;
  }
  return all;
}
