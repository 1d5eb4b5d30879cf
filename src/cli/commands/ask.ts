import { inFileOrder } from '../../interview/file-order.ts';
import { startInterview } from '../../interview/interview.ts';
import { findDecision } from '../../knowledge/answer.ts';
import type { KnowledgePaths } from '../../knowledge/load.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { Interview } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { questionsLeft } from '../../model/questions-left.ts';
import { shellWord } from '../../model/shell-word.ts';
import { UserError } from '../../model/user-error.ts';
import { count } from '../../report/count.ts';
import { endingText } from '../../report/interview/ending-text.ts';
import { placeForAnswers, saveNewAnswers, type Wish } from '../answer-file.ts';
import { answerFlags } from '../answer-flags.ts';
import { answersInUse } from '../answers-in-use.ts';
import type { Context } from '../context.ts';
import { heldInterview } from '../interview/held-interview.ts';
import { type KeptInterview, openStore } from '../interview/store.ts';
import { knowledgeInUse } from '../knowledge-in-use.ts';
import { NOT_GIVEN } from '../options.ts';
import { remarkFormer } from '../remark-former.ts';
import { type TopicOptions, topicIn } from '../topic-options.ts';
import { type AdviceOptions, printAdvice, refuseWithoutDecisions } from './recommend.ts';

export interface AskOptions extends AdviceOptions, TopicOptions {
  readonly save?: string;
  /** The file of an interview that was left; true for the last one. */
  readonly resume?: string | true;
  readonly review?: boolean;
  readonly accessible?: boolean;
}

const INTERRUPTED = 130;

/** Asks what can still matter, keeps every answer at once, and recommends. */
export async function ask(options: AskOptions, context: Context): Promise<number> {
  const begun = await (options.resume === undefined
    ? begin(options, context)
    : resume(options, context));
  return begun.kept === undefined
    ? printAdvice({ knowledge: begun.knowledge, sheet: begun.interview.sheet, options }, context)
    : hold({ ...begun, kept: begun.kept, options }, context);
}

interface Begun {
  readonly knowledge: KnowledgeBase;
  readonly interview: Interview;
  readonly wish: Wish;
  readonly paths: KnowledgePaths;
  /** Undefined where there is nothing to ask. */
  readonly kept?: KeptInterview;
}

async function begin(options: AskOptions, context: Context): Promise<Begun> {
  const knowledge = await knowledgeInUse(options, context);
  for (const id of options.decisions) findDecision(knowledge, id);
  const sheet = await answersInUse(options, knowledge, context);
  refuseWithoutDecisions(knowledge);
  const topic = topicIn(options);
  const isReview = options.review === true;
  const interview = startInterview(knowledge, { topic, sheet, isReview });
  const wish = wishIn(options);
  const paths = pathsIn(options);
  if (interview.at.kind === 'end') return { knowledge, interview, wish, paths };
  if (!context.canAsk) throw nobodyToAsk(interview, knowledge);
  await placeForAnswers(wish, anotherPlace);
  const plan = { topic, knowledge: paths, ...wish };
  const kept = openStore(context).create({ plan, sheet, progress: interview }, knowledge);
  return { knowledge, interview, wish, paths, kept };
}

/** Goes on with an interview that was left; what flags say counts more than what was said then. */
async function resume(options: AskOptions, context: Context): Promise<Begun> {
  if (options.decisions.length > 0) {
    throw new UserError(
      'An interview that was left is about its own decisions',
      'leave out either the decisions or --resume',
    );
  }
  const store = openStore(context);
  const left = await (typeof options.resume === 'string'
    ? store.open(options.resume)
    : store.newest());
  if (left === undefined)
    throw new UserError('No interview was left', 'start one: arch-advisor ask');
  try {
    const { knowledge: paths, ...wish } = left.plan;
    const used = { ...options, knowledge: paths.knowledge, addKnowledge: paths.add };
    const knowledge = await knowledgeInUse(used, context);
    refuseWithoutDecisions(knowledge);
    const { plan, sheet, progress } = left.withKnowledge(knowledge);
    remarkFormer(sheet, context);
    const over = await answersInUse(options, knowledge, context);
    const start = { topic: plan.topic, sheet: merged(sheet, over), ...progress };
    const interview = startInterview(knowledge, start);
    if (!context.canAsk && interview.at.kind !== 'end') throw nobodyToAsk(interview, knowledge);
    const kept = left.keep({ ...plan, ...wishIn(options) }, knowledge);
    kept.save(interview.sheet, interview);
    return { knowledge, interview, wish: { ...wish, ...wishIn(options) }, paths, kept };
  } catch (error) {
    left.release();
    throw error;
  }
}

function merged(under: AnswerSheet, over: AnswerSheet): AnswerSheet {
  return {
    ...under,
    ...(over.system !== undefined && { system: over.system }),
    answers: new Map([...under.answers, ...over.answers]),
    pins: new Map([...under.pins, ...over.pins]),
    notes: new Map([...under.notes, ...over.notes]),
  };
}

function wishIn({ save, answers }: AskOptions): Wish {
  return { ...(save !== undefined && { save }), ...(answers !== undefined && { answers }) };
}

function pathsIn({ knowledge, addKnowledge }: AskOptions) {
  return { knowledge, add: addKnowledge };
}

function anotherPlace(taken: string): string {
  return `name another file after --save, or go on from it with --answers ${shellWord(taken)}`;
}

function nobodyToAsk(interview: Interview, knowledge: KnowledgeBase): UserError {
  const questions = inFileOrder(questionsLeft(interview), knowledge);
  const flags = questions.map((id) => `--set ${id}=CHOICE`).join(' ');
  return new UserError(
    `No terminal to ask in, and ${count(questions.length, 'question is', 'questions are')} unanswered`,
    `answer them with ${flags}, with --answers FILE or --profile NAME (\`arch-advisor list questions\` names the choices), or let them stay unknown: arch-advisor recommend`,
    3,
  );
}

interface Held extends Begun {
  readonly kept: KeptInterview;
  readonly options: AskOptions;
}

async function hold(
  { knowledge, interview, wish, paths, kept, options }: Held,
  context: Context,
): Promise<number> {
  try {
    const held = await heldInterview({ knowledge, interview, kept, options }, context);
    const { sheet, at } = held.interview;
    if (at.kind !== 'end' || at.ending === 'left') {
      context.remark(left({ interview, kept }, held.interview));
      return held.exitCode || INTERRUPTED;
    }
    const path = await saveNewAnswers(wish, { sheet, knowledge }, () => resumeElsewhere(kept.path));
    kept.remove();
    const style = context.promptStyle;
    const flags = answerFlags({
      ...NOT_GIVEN,
      knowledge: paths.knowledge,
      addKnowledge: paths.add,
    });
    context.remark(`${endingText({ interview: held.interview, path, knowledge, style, flags })}\n`);
    const decisions = held.interview.topic.decisions;
    return await printAdvice({ knowledge, sheet, options: { ...options, decisions } }, context);
  } finally {
    kept.release();
  }
}

/** What nothing was said to would only hide an earlier interview from `--resume`. */
function left({ interview, kept }: Pick<Held, 'interview' | 'kept'>, now: Interview): string {
  if (now.sheet === interview.sheet && now.asked.length === 0) {
    kept.remove();
    return 'Nothing was answered, and nothing is kept.\n';
  }
  const file = shellWord(kept.path);
  return [
    `Your answers are kept in ${kept.path}`,
    `Go on:         arch-advisor ask --resume ${file}`,
    `Advice so far: arch-advisor recommend --answers ${file}`,
    '',
  ].join('\n');
}

function resumeElsewhere(path: string): string {
  return `your answers are kept; name another file: arch-advisor ask --resume ${shellWord(path)} --save FILE`;
}
