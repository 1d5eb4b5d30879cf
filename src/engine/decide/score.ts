import { truthOf } from '../table/conditions.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { firstMembers, has, membersOf } from '../table/masks.ts';
import { columnOf } from '../table/question-columns.ts';
import type { AnswerMasks, Slot } from '../table/slots.ts';
import { certainlyCounts } from './answered.ts';
import { contextsOf } from './contexts.ts';
import { orderOf } from './order.ts';
import { pairsOf } from './pairs.ts';
import { residualAmong } from './residual.ts';

/** S of docs/model.md, by place: what is answered, and what every answer to an open question gives alike. */
export function scoresOf(table: DecisionTable, answers: AnswerMasks): number[] {
  const scores = [...table.base];
  const add = (points: readonly number[]) => {
    for (let place = 0; place < scores.length; place += 1) {
      scores[place] = (scores[place] ?? 0) + (points[place] ?? 0);
    }
  };
  for (const question of table.questions) {
    const answer = answers[question.slot] ?? 0;
    add(answer === 0 ? question.certain : columnOf(question, answer, scores.length).points);
  }
  for (const condition of table.joined) {
    if (!certainlyCounts(condition, answers)) continue;
    const { alternative, points } = condition;
    scores[alternative] = (scores[alternative] ?? 0) + points;
  }
  return scores;
}

/**
 * What leads while nothing is proved, as a mask of places: the highest score among those that some completion leaves
 * standing, the first of equals; 0 where nothing stands. A technique leads only where it is worth more than not having it
 * and a reason to use it certainly holds, as nothing is assumed of what is not answered.
 */
export function leaderOf(
  table: DecisionTable,
  answers: AnswerMasks,
  questions: readonly Slot[],
): number {
  const scores = scoresOf(table, answers);
  const stands = (place: number) => mayStand(table, answers, place);
  if (table.isTechnique) {
    const isReasoned =
      table.reasons.length === 0 ||
      table.reasons.some((reason) => truthOf(reason, answers, questions) === 'always');
    return isReasoned && (scores[1] ?? 0) > 0 && stands(1) ? 0b10 : 0b01;
  }
  const places = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const leader = places.find(stands);
  return leader === undefined ? 0 : 1 << leader;
}

/** Whether some completion leaves an alternative standing; exact. */
export function mayStand(table: DecisionTable, answers: AnswerMasks, place: number): boolean {
  const alone = residualAmong(table, answers, 1 << place);
  if (alone.racers.length === 0) return false;
  const { mayStand: may } = pairsOf(contextsOf(alone, orderOf(alone))).standing(0);
  return may;
}

/** The places that some completion leaves standing, as a mask. */
export function standingIn(table: DecisionTable, answers: AnswerMasks): number {
  let standing = 0;
  for (const place of membersOf(firstMembers(table.base.length))) {
    if (mayStand(table, answers, place)) standing |= 1 << place;
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
