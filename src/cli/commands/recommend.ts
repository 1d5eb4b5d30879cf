import { findDecision } from '../../knowledge/answers/answer.ts';
import { answersInUse } from '../answers-in-use.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse } from '../knowledge-in-use.ts';
import { type AdviceOptions, printAdvice } from '../print-advice.ts';
import { refuseWithoutDecisions } from '../refuse-without-decisions.ts';

export interface RecommendOptions extends AdviceOptions {
  readonly decisions: readonly string[];
}

/** Recommends from what flags and files answer; everything else stays unknown. */
export async function run(options: RecommendOptions, context: Context): Promise<number> {
  const knowledge = await knowledgeInUse(options, context);
  refuseWithoutDecisions(knowledge);
  for (const id of options.decisions) findDecision(knowledge, id);
  const sheet = await answersInUse(options, knowledge, context);
  return printAdvice({ knowledge, sheet, options }, context);
}
