import { truthOf } from '../table/conditions.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { firstMembers, has, lowestOf, membersOf } from '../table/masks.ts';
import type { AnswerMasks, Slot } from '../table/slots.ts';
import { type Answered, answeredPart, scaleOf } from './answered.ts';
import { contextsOf } from './contexts.ts';
import { orderOf } from './order.ts';
import { pairsOf } from './pairs.ts';
import { rulesOutSome } from './race.ts';
import { residualAmong } from './residual.ts';

/** S of docs/model.md, by place: what is answered, and what every answer to an open question gives alike. */
export function scoresOf(table: DecisionTable, answers: AnswerMasks): number[] {
  const given = answeredPart(table, answers);
  return scoresIn(given).map((points) => Math.floor(points / scaleOf(table)));
}

/** The same, doubled for a technique; not having it is worth one. */
function scoresIn({ table, points, open }: Answered): number[] {
  const scores = points.slice();
  for (const { certain } of open) {
    for (let place = 0; place < scores.length; place += 1) {
      scores[place] = (scores[place] ?? 0) + scaleOf(table) * (certain[place] ?? 0);
    }
  }
  return scores;
}

/**
 * What leads while nothing is proved, as a mask of places: the highest score among those that some completion leaves
 * standing, the first of equals; 0 where nothing stands. A technique leads only if it is worth more than not having it
 * and a reason to use it certainly holds, as nothing is assumed of what is not answered.
 */
export function leaderOf(
  given: Answered,
  answers: AnswerMasks,
  questions: readonly Slot[],
): number {
  const { table } = given;
  const scores = scoresIn(given);
  if (table.isTechnique && !hasReason(table, answers, questions)) return 0b01;
  let left = firstMembers(scores.length);
  while (left !== 0) {
    const best = highestAmong(left, scores);
    if (mayStandIn(given, answers, best)) return 1 << best;
    left &= ~(1 << best);
  }
  return 0;
}

/** The first of equals. */
function highestAmong(places: number, scores: readonly number[]): number {
  let best = lowestOf(places);
  for (const place of membersOf(places)) {
    if ((scores[place] ?? 0) > (scores[best] ?? 0)) best = place;
  }
  return best;
}

/** One that certainly holds, or none is named. */
function hasReason(
  { reasons }: DecisionTable,
  answers: AnswerMasks,
  questions: readonly Slot[],
): boolean {
  const isCertain = (reason: (typeof reasons)[number]) =>
    truthOf(reason, answers, questions) === 'always';
  return reasons.length === 0 || reasons.some(isCertain);
}

function mayStandIn(given: Answered, answers: AnswerMasks, place: number): boolean {
  return standingOf(given, answers, place) !== 'ruled out';
}

/** Whether an alternative is not ruled out: by no completion, by all, or by some, as far as each question shows it by itself. */
export function standingOf(
  { table, ruledOut, open, conditions }: Answered,
  answers: AnswerMasks,
  place: number,
): 'standing' | 'ruled out' | 'open' {
  if (has(ruledOut, place)) return 'ruled out';
  let mayFall = rulesOutSome(conditions);
  for (const { mayRuleOut } of open) mayFall |= mayRuleOut;
  // Most cannot be ruled out at all.
  if (!has(mayFall, place)) return 'standing';
  return mayStand(table, answers, place) ? 'open' : 'ruled out';
}

/** Whether some completion leaves an alternative standing; exact. */
export function mayStand(table: DecisionTable, answers: AnswerMasks, place: number): boolean {
  const alone = residualAmong(table, answers, 1 << place);
  if (alone.racers.length === 0) return false;
  if (alone.levels.length === 0) return true;
  const { mayStand: may } = pairsOf(contextsOf(alone, orderOf(alone))).standing(0);
  return may;
}

/** The places that some completion leaves standing, as a mask. */
export function standingIn(table: DecisionTable, answers: AnswerMasks): number {
  const given = answeredPart(table, answers);
  let standing = 0;
  for (const place of table.base.keys()) {
    if (mayStandIn(given, answers, place)) standing |= 1 << place;
  }
  return standing;
}

/** The picks of the decision that some places of its table stand for. */
export function picksOf({ picks }: DecisionTable, places: number): number {
  let all = 0;
  picks.forEach((pick, place) => {
    if (has(places, place)) all |= pick;
  });
  return all;
}
