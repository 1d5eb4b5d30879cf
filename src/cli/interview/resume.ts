import { basename, dirname } from 'node:path';
import { scopeIn, withFiner } from '../../common/main-decisions.ts';
import { visible } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import { startInterview } from '../../interview/interview.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { Topic } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { count } from '../../report/words/numbers.ts';
import { placeForAnswers, type Wish, wishFor } from '../answers/answer-file.ts';
import { remarkOldIds } from '../answers/answer-problems.ts';
import { answersInUse, combined } from '../answers/answers-in-use.ts';
import type { Context } from '../context.ts';
import { knowledgeToDecide } from '../knowledge-in-use.ts';
import { type AskOptions, anotherPlace, type Begun, nobodyToAsk } from './begin.ts';
import type { InterviewPlan, Trail } from './interview-text.ts';
import { type OpenInterview, openStore } from './store.ts';

/** Resumes an interview; flags take precedence over its answers. */
export async function resume(options: AskOptions, context: Context): Promise<Begun> {
  refuseAnotherSubject(options);
  const left = await leftInterview(options.resume, context);
  const paths = left.plan.knowledge;
  const used = { ...options, knowledge: paths.knowledge, addKnowledge: paths.add };
  const knowledge = await knowledgeToDecide(used, context);
  const { plan, sheet, trail } = left.withKnowledge(knowledge);
  remarkOldIds(sheet, context);
  const wish = await wishNow(plan, options);
  const given = await answersInUse(options, knowledge, context, ['profile', 'file', 'flags']);
  const all = combined([sheet, given]);
  const topic = topicNow(plan, options, knowledge);
  const toReview = toReviewNow(all, trail, options);
  const interview = startInterview(knowledge, { topic, sheet: all, ...trail, toReview });
  if (interview.at.kind !== 'end' && !context.canAsk) throw nobodyToAsk(interview);
  const kept = left.keep({ topic, knowledge: paths, ...wish }, knowledge);
  kept.save(interview);
  return { knowledge, interview, wish, paths, kept, isResumed: true };
}

function refuseAnotherSubject({ decisions, knowledge, addKnowledge }: AskOptions): void {
  const given = [
    ...(decisions.length > 0 ? ['decisions'] : []),
    ...(knowledge.length > 0 ? ['--knowledge'] : []),
    ...(addKnowledge.length > 0 ? ['--add-knowledge'] : []),
  ];
  if (given.length === 0) return;
  throw new UserError(
    'A resumed interview keeps its own decisions and knowledge',
    `omit either ${given.join(' and ')} or --resume`,
  );
}

async function leftInterview(
  wanted: AskOptions['resume'],
  context: Context,
): Promise<OpenInterview> {
  const store = openStore(context);
  if (typeof wanted === 'string') return store.open(wanted);
  const newest = await store.newest();
  if (newest === undefined)
    throw new UserError('There is no interview to resume', 'start one: arch-advisor ask');
  const { interview, others } = newest;
  if (others > 0) context.remark(`${othersText(others, interview)}\n`);
  return interview;
}

/** They have no names but those of their files. */
function othersText(others: number, { path }: OpenInterview): string {
  const are = count(others, 'other interview is', 'other interviews are');
  return `Resuming ${visible(basename(path))}; ${are} kept in ${visible(dirname(path))}`;
}

async function wishNow({ save, replaces }: InterviewPlan, options: AskOptions): Promise<Wish> {
  if (options.save === undefined) {
    return { ...(save !== undefined && { save }), ...(replaces !== undefined && { replaces }) };
  }
  const wish = await wishFor(options);
  await placeForAnswers(wish, anotherPlace);
  return wish;
}

/** The same, but for what flags say about its order, its end and its decisions. */
function topicNow(
  { topic }: InterviewPlan,
  { order, quick, thorough, finer }: AskOptions,
  { decisions }: KnowledgeBase,
): Topic {
  const { enough, quick: before, ...rest } = topic;
  const isEnded = quick === undefined && !thorough;
  return {
    ...rest,
    ...(order && { order }),
    ...(finer && { decisions: scopeIn(withFiner(topic.decisions, decisions), decisions) }),
    ...(quick !== undefined && { quick }),
    ...(isEnded && before !== undefined && { quick: before }),
    ...(isEnded && enough !== undefined && { enough }),
  };
}

function toReviewNow(
  { answers }: AnswerSheet,
  { toReview }: Trail,
  { review }: AskOptions,
): readonly string[] {
  return review ? [...answers.keys()] : toReview;
}
