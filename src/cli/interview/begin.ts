import { questionsLeft } from '../../common/answers.ts';
import { shellWord, visible } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import { startInterview } from '../../interview/interview.ts';
import type { KnowledgePaths } from '../../knowledge/read-knowledge.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { Interview, Topic } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { count } from '../../report/words/numbers.ts';
import { placeForAnswers, replacing, type Wish, wishFor } from '../answers/answer-file.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import type { Context } from '../context.ts';
import { knowledgeToDecide } from '../knowledge-in-use.ts';
import { decisionsNamed } from '../names/decisions-named.ts';
import { type AdviceOptions, type TopicOptions, topicIn } from '../options.ts';
import { exists, mayReplace } from '../output-file.ts';
import type { Ended } from '../terminal/progress.ts';
import type { KeptInterview } from './kept-interview.ts';
import { scopeOf } from './scope.ts';
import { openStore } from './store.ts';

/** Begins an interview with what is known already; it is kept from its first moment on, if there is anything to ask. */
export async function begin(given: AskOptions, context: Context): Promise<Ended<Begun>> {
  const knowledge = await knowledgeToDecide(given, context);
  const decisions = await decisionsNamed(given.decisions, knowledge, context);
  const options = { ...given, decisions };
  const known = await wishFor(options);
  const sheet = await answersInUse(options, knowledge, context);
  const agreed = await withConsent(known, options, context);
  if ('exitCode' in agreed) return agreed;
  const scope = await scopeOf(options, { knowledge, sheet }, context);
  if ('exitCode' in scope) return scope;
  const wish = agreed.value;
  const topic = topicOf({ ...options, decisions: scope.value });
  return { value: await started(options, { knowledge, wish, sheet, topic }, context) };
}

interface Beginning {
  readonly knowledge: KnowledgeBase;
  readonly wish: Wish;
  readonly sheet: AnswerSheet;
  readonly topic: Topic;
}

async function started(
  options: AskOptions,
  { knowledge, wish, sheet, topic }: Beginning,
  context: Context,
): Promise<Begun> {
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

/**
 * Thousandths of the picks that are expected to stay where nothing more is asked, chosen so that 95% of the picks were those
 * of the complete interview (docs/measurements.md, "Interviews about the main decisions").
 */
const ENOUGH = 940;

/** Without a wish an interview ends once its picks are likely enough. */
function topicOf(options: AskOptions): Topic {
  const isUsual = options.quick === undefined && !options.thorough;
  return { ...topicIn(options), ...(isUsual && { enough: ENOUGH }) };
}

/** An existing file is replaced only if the user agrees. */
async function withConsent(
  wish: Wish,
  options: AskOptions,
  context: Context,
): Promise<Ended<Wish>> {
  const { save, replaces } = wish;
  if (save === undefined || replaces !== undefined || !context.canAsk) return { value: wish };
  if (await exists(save)) {
    const question = `${visible(save)} already exists. Replace it at the end?`;
    const agreed = await mayReplace(question, options, context);
    if ('exitCode' in agreed) return agreed;
    if (agreed.value) return { value: await replacing(save) };
  }
  await placeForAnswers(wish, anotherPlace);
  return { value: wish };
}

export interface AskOptions extends AdviceOptions, TopicOptions {
  readonly save?: string;
  /** The file of an interview that was left; true for the last one. */
  readonly resume?: string | true;
  readonly review?: boolean;
  readonly accessible?: boolean;
  /** Asks until everything is settled. */
  readonly thorough?: boolean;
  /** The finer decisions as well. */
  readonly finer?: boolean;
}

/** An interview that was begun or resumed. */
export interface Begun {
  readonly knowledge: KnowledgeBase;
  readonly interview: Interview;
  readonly wish: Wish;
  readonly paths: KnowledgePaths;
  /** Undefined if there is nothing to ask, and nothing was kept before. */
  readonly kept?: KeptInterview;
  /** It was kept before, by another run of the program. */
  readonly isResumed: boolean;
}

/** What to do if the file for the answers already exists. */
export function anotherPlace(taken: string): string {
  return `name another file after --save, or continue from this one with --answers ${shellWord(taken)}`;
}

const MOST_NAMED = 5;

/** Without a terminal nothing is ever asked. */
export function nobodyToAsk(interview: Interview): UserError {
  const questions = questionsLeft(interview);
  const flags = questions.slice(0, MOST_NAMED).map((id) => `--set ${id}=CHOICE`);
  const more = questions.length - flags.length;
  const all = more > 0 ? `${flags.join(' ')} and ${more} more` : flags.join(' ');
  return new UserError(
    `Cannot ask without a terminal, and ${count(questions.length, 'question is', 'questions are')} unanswered`,
    `answer them with ${all}, with --answers FILE or --profile NAME (\`arch-advisor next\` shows them one by one with their choices), or leave them unknown: arch-advisor recommend`,
    3,
  );
}
