import { shellWord, visible } from '../../common/text.ts';
import type { KnowledgePaths } from '../../knowledge/read-knowledge.ts';
import type { Interview } from '../../model/interview.ts';
import { endingText } from '../../report/interview/ending-text.ts';
import { saveNewAnswers } from '../answers/answer-file.ts';
import { answerFlags } from '../answers/flag-sheet.ts';
import type { Context } from '../context.ts';
import { type AskOptions, anotherPlace, type Begun, begin } from '../interview/begin.ts';
import { type Held, heldInterview } from '../interview/held-interview.ts';
import { resume } from '../interview/resume.ts';
import type { KeptInterview } from '../interview/store.ts';
import { type AnswerOptions, NOT_GIVEN } from '../options.ts';
import { printAdvice } from './recommend.ts';

const INTERRUPTED = 130;

/** Asks what can still matter, keeps every answer at once, and recommends. */
export async function run(options: AskOptions, context: Context): Promise<number> {
  const begun = await (options.resume === undefined
    ? begin(options, context)
    : resume(options, context));
  const { interview, kept } = begun;
  return kept === undefined
    ? finish(interview, { begun, options }, context)
    : hold({ begun, kept, options }, context);
}

interface Finishing {
  readonly begun: Begun;
  /** Undefined where there was nothing to ask. */
  readonly kept?: KeptInterview;
  readonly options: AskOptions;
}

interface Holding extends Finishing {
  readonly kept: KeptInterview;
}

async function hold(holding: Holding, context: Context): Promise<number> {
  const { begun, kept } = holding;
  try {
    const { interview, exitCode } = await held(holding, context);
    if (interview.at.kind === 'end' && interview.at.ending !== 'left') {
      return await finish(interview, holding, context);
    }
    context.remark(leftText(interview, begun, kept));
    return exitCode || INTERRUPTED;
  } finally {
    kept.release();
  }
}

/**
 * Saves the answers, and says last why nothing more is asked, where they lie and what to do with them, as advice may be
 * long; a program that has nothing to be asked gets the advice alone.
 */
async function finish(
  interview: Interview,
  { begun, kept, options }: Finishing,
  context: Context,
): Promise<number> {
  const { knowledge, wish, paths } = begun;
  const { sheet, topic } = interview;
  const isWorthIt = wish.save !== undefined || isSaid(interview, begun);
  const hintFor = kept ? () => resumeElsewhere(kept.path) : anotherPlace;
  const saving = isWorthIt ? saveNewAnswers(wish, { sheet, knowledge }, hintFor) : undefined;
  // Advice is given also where the answers cannot go where they are wanted.
  const [saved] = await Promise.allSettled([saving]);
  if (saved.status === 'fulfilled') kept?.remove();
  const hasEnding = kept !== undefined || context.canAsk;
  const about = { ...options, decisions: topic.decisions };
  const code = await printAdvice({ knowledge, sheet, options: about, isLast: !hasEnding }, context);
  const path = await saving;
  if (!hasEnding) return code;
  const flags = answerFlags(path === undefined ? options : answersAt(path, paths));
  const ended = { interview, knowledge, style: context.promptStyle, flags };
  context.remark(`\n${endingText(path === undefined ? ended : { ...ended, path })}`);
  return code;
}

/** Whether anything was said, now or before the interview was gone on with. */
function isSaid({ sheet, asked }: Interview, { interview, isResumed }: Begun): boolean {
  return isResumed || sheet !== interview.sheet || asked.length > 0;
}

/** All that was said stands in the file. */
function answersAt(answers: string, { knowledge, add }: KnowledgePaths): AnswerOptions {
  return { ...NOT_GIVEN, answers, knowledge, addKnowledge: add };
}

/** What was killed between its last answer and its end has nothing more to ask. */
function held({ begun, kept, options }: Holding, context: Context): Held | Promise<Held> {
  const { knowledge, interview } = begun;
  return interview.at.kind === 'end'
    ? { interview, exitCode: undefined }
    : heldInterview({ knowledge, interview, kept, options }, context);
}

/** A new interview that nothing was said to would only hide an earlier one from `--resume`. */
function leftText(interview: Interview, begun: Begun, kept: KeptInterview): string {
  const file = shellWord(kept.path);
  if (!isSaid(interview, begun)) {
    kept.remove();
    return 'Nothing was answered, and nothing is kept.\n';
  }
  return [
    `Your answers are kept in ${visible(kept.path)}`,
    `Go on:         arch-advisor ask --resume ${file}`,
    `Advice so far: arch-advisor recommend --answers ${file}`,
    '',
  ].join('\n');
}

function resumeElsewhere(path: string): string {
  return `your answers are kept; go on with them, and finish into another file: arch-advisor ask --resume ${shellWord(path)} --save FILE`;
}
