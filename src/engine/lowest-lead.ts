import type { Answers } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { WITHOUT } from './decision-table.ts';
import { denseOf } from './proof/dense.ts';
import { exactLowestLead } from './proof/lowest-lead.ts';

/** Two alternatives of a decision; without a rival, a technique against not having it. */
export interface Rivalry {
  readonly decision: string;
  readonly alternative: string;
  readonly over?: string;
}

/**
 * The least that an alternative leads its rival by under any completion that leaves the rival standing (MODEL.md, section
 * 3); undefined where a completion rules the alternative out, or none leaves the rival: then it is no question of points.
 */
export function lowestLead(
  knowledge: KnowledgeBase,
  { decision, alternative, over = WITHOUT }: Rivalry,
  answers: Answers,
): number | undefined {
  const { codes, decisions, indexOf } = denseOf(knowledge);
  const { contests = [] } = decisions[indexOf.get(decision) ?? -1] ?? {};
  for (const contest of contests) {
    const own = contest.table.alternatives.indexOf(alternative);
    const rival = contest.table.alternatives.indexOf(over);
    if (own >= 0 && rival >= 0)
      return exactLowestLead(contest, { own, rival }, codes.encode(answers));
  }
  return undefined;
}
