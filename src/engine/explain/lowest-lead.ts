import { contextsOf } from '../decide/contexts.ts';
import { orderOf } from '../decide/order.ts';
import { pairsOf } from '../decide/pairs.ts';
import { residualAmong } from '../decide/residual.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import type { AnswerMasks } from '../table/slots.ts';

/** Two alternatives of a decision; without a rival, a technique against not having it. */
export interface Rivalry {
  readonly alternative: string;
  readonly over?: string;
}

/**
 * The least that an alternative leads its rival by under any completion that leaves the rival standing; undefined where a
 * completion rules the alternative out, or none leaves the rival: then it is no question of points.
 */
export function lowestLead(
  tables: readonly DecisionTable[],
  { alternative, over = '' }: Rivalry,
  answers: AnswerMasks,
): number | undefined {
  const table = tables.find(({ alternatives }) => alternatives.includes(alternative));
  const [own, rival] = [alternative, over].map((id) => table?.alternatives.indexOf(id) ?? -1);
  if (table === undefined || own === undefined || rival === undefined || rival < 0) {
    return undefined;
  }
  const residual = residualAmong(table, answers, (1 << own) | (1 << rival));
  const [first, second] = [residual.racers.indexOf(own), residual.racers.indexOf(rival)];
  if (first < 0 || second < 0) return undefined;
  const pairs = pairsOf(contextsOf(residual, orderOf(residual)));
  if (pairs.standing(first).mayFall) return undefined;
  const range = pairs.range(first, second);
  if (range === undefined) return undefined;
  return table.isTechnique ? (range.lowest + 1) / 2 : range.lowest;
}
