import { questionsLeft } from '../../common/answers.ts';
import { shellWord } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import { startInterview } from '../../interview/interview.ts';
import type { KnowledgePaths } from '../../knowledge/read-knowledge.ts';
import type { Interview } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { count } from '../../report/words/numbers.ts';
import { placeForAnswers, type Wish, wishFor } from '../answers/answer-file.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import type { Context } from '../context.ts';
import { knowledgeWith } from '../knowledge-in-use.ts';
import { type AdviceOptions, type TopicOptions, topicIn } from '../options.ts';
import { type KeptInterview, openStore } from './store.ts';

/** Begins an interview with what is known already; it is kept from its first moment on, if there is anything to ask. */
export async function begin(options: AskOptions, context: Context): Promise<Begun> {
  const knowledge = await knowledgeWith(options.decisions, options, context);
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

export interface AskOptions extends AdviceOptions, TopicOptions {
  readonly save?: string;
  /** The file of an interview that was left; true for the last one. */
  readonly resume?: string | true;
  readonly review?: boolean;
  readonly accessible?: boolean;
}

/** An interview that was begun, or gone on with. */
export interface Begun {
  readonly knowledge: KnowledgeBase;
  readonly interview: Interview;
  readonly wish: Wish;
  readonly paths: KnowledgePaths;
  /** Undefined where there is nothing to ask, and nothing was kept before. */
  readonly kept?: KeptInterview;
  /** It was kept before, by another run of the program. */
  readonly isResumed: boolean;
}

/** What to do where answers are to go to a file that is there already. */
export function anotherPlace(taken: string): string {
  return `name another file after --save, or go on from it with --answers ${shellWord(taken)}`;
}

const MOST_NAMED = 5;

/** Without a terminal nothing is ever asked. */
export function nobodyToAsk(interview: Interview): UserError {
  const questions = questionsLeft(interview);
  const flags = questions.slice(0, MOST_NAMED).map((id) => `--set ${id}=CHOICE`);
  const more = questions.length - flags.length;
  const all = more > 0 ? `${flags.join(' ')} and ${more} more` : flags.join(' ');
  return new UserError(
    `No terminal to ask in, and ${count(questions.length, 'question is', 'questions are')} unanswered`,
    `answer them with ${all}, with --answers FILE or --profile NAME (\`arch-advisor next\` tells one after the other with its choices), or let them stay unknown: arch-advisor recommend`,
    3,
  );
}
