import { startInterview } from '../../interview/interview.ts';
import { findDecision } from '../../knowledge/answers/answer.ts';
import { placeForAnswers, wishFor } from '../answer-file.ts';
import { answersInUse } from '../answers-in-use.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse } from '../knowledge-in-use.ts';
import { topicIn } from '../options.ts';
import { refuseWithoutDecisions } from '../refuse-without-decisions.ts';
import { type AskOptions, anotherPlace, type Begun, nobodyToAsk } from './begun.ts';
import { openStore } from './store.ts';

/** Begins an interview with what is known already; it is kept from its first moment on, if there is anything to ask. */
export async function begin(options: AskOptions, context: Context): Promise<Begun> {
  const knowledge = await knowledgeInUse(options, context);
  refuseWithoutDecisions(knowledge);
  for (const id of options.decisions) findDecision(knowledge, id);
  const wish = await wishFor(options);
  const sheet = await answersInUse(options, knowledge, context);
  const topic = topicIn(options);
  const toReview = options.review ? [...sheet.answers.keys()] : [];
  const interview = startInterview(knowledge, { topic, sheet, toReview });
  const paths = { knowledge: options.knowledge, add: options.addKnowledge };
  const begun = { knowledge, interview, wish, paths, isResumed: false };
  const isOver = interview.at.kind === 'end';
  if (!isOver && !context.canAsk) throw nobodyToAsk(interview);
  if (!isOver || wish.save !== undefined) await placeForAnswers(wish, anotherPlace);
  if (isOver) return begun;
  const plan = { topic, knowledge: paths, ...wish };
  const kept = openStore(context).create({ plan, sheet, trail: interview }, knowledge);
  return { ...begun, kept };
}
