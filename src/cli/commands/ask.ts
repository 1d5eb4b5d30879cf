import { namedOf } from '../../common/main-decisions.ts';
import { shellWord, visible } from '../../common/text.ts';
import type { KnowledgePaths } from '../../knowledge/read-knowledge.ts';
import type { Interview } from '../../model/interview.ts';
import { endingText } from '../../report/interview/ending-text.ts';
import { saveNewAnswers } from '../answers/answer-file.ts';
import { answerFlags } from '../answers/flag-sheet.ts';
import type { Context } from '../context.ts';
import { afterLikely, mayGoOn } from '../interview/after-likely.ts';
import { type AskOptions, anotherPlace, type Begun, begin } from '../interview/begin.ts';
import { type Held, heldInterview } from '../interview/held-interview.ts';
import type { KeptInterview } from '../interview/kept-interview.ts';
import { resume } from '../interview/resume.ts';
import { type AnswerOptions, NOT_GIVEN } from '../options.ts';
import { INTERRUPTED } from '../prompts/prompter.ts';
import { atSizeNow } from '../terminal/look.ts';
import type { Ended } from '../terminal/progress.ts';
import { printAdvice } from './recommend.ts';

/** Asks until the picks are likely enough, keeps every answer at once, and recommends. */
export async function run(options: AskOptions, context: Context): Promise<number> {
  const ended =
    options.resume === undefined
      ? await begin(options, context)
      : { value: await resume(options, context) };
  if ('exitCode' in ended) {
    context.remark(NOTHING);
    return ended.exitCode;
  }
  const begun = ended.value;
  const { interview, kept } = begun;
  return kept === undefined
    ? finish(interview, { begun, options }, context)
    : hold({ begun, kept, options }, context);
}

const NOTHING = 'No questions were answered, so nothing was saved.\n';

interface Finishing {
  readonly begun: Begun;
  /** Undefined if there was nothing to ask. */
  readonly kept?: KeptInterview;
  readonly options: AskOptions;
}

interface Holding extends Finishing {
  readonly kept: KeptInterview;
}

/** Holds the interview, continues after likely picks as often as the user wants, and finishes it. */
async function hold(holding: Holding, context: Context): Promise<number> {
  const { begun, kept } = holding;
  const start = kept.path;
  let state = await held(holding, begun.interview, context);
  for (;;) {
    const { interview, exitCode } = state;
    const { at } = interview;
    if (at.kind !== 'end' || at.ending === 'left') {
      return leave(interview, { ...holding, start, exitCode }, context);
    }
    const next = await offered(state, holding, context);
    if ('exitCode' in next) return leave(interview, { ...holding, start, ...next }, context);
    const { interview: later, ...printed } = next.value;
    if (later === interview) return finish(later, { ...holding, start, ...printed }, context);
    kept.save(later);
    state = await held(holding, later, context);
  }
}

/** The interview to continue with, or the same one if there is nothing more to ask or the user wants no more. */
async function offered(
  { interview, exitCode }: Held,
  holding: Holding,
  context: Context,
): Promise<Ended<{ readonly interview: Interview; readonly printed?: number }>> {
  const { begun, options } = holding;
  if (exitCode !== undefined || !mayGoOn(interview, context)) return { value: { interview } };
  const isShown = isShownAtOnce(options, context);
  const printed = isShown ? { printed: await print(interview, holding, context) } : {};
  const next = await afterLikely(interview, { knowledge: begun.knowledge, options }, context);
  return 'value' in next ? { value: { interview: next.value, ...printed } } : next;
}

/** A person sees the picks before deciding whether to continue; a file or a program gets them once. */
function isShownAtOnce({ json }: AskOptions, { stdout }: Context): boolean {
  return stdout.isTTY === true && !json;
}

/** An interview that was killed between its last answer and its end has nothing more to ask. */
function held(
  { begun, kept, options }: Holding,
  interview: Interview,
  context: Context,
): Held | Promise<Held> {
  const { knowledge } = begun;
  return interview.at.kind === 'end'
    ? { interview, exitCode: undefined }
    : heldInterview({ knowledge, interview, kept, options }, context);
}

interface Ending extends Finishing {
  /** Where the interview was kept at its start. */
  readonly start?: string;
  /** The exit code of the advice, where that is printed already. */
  readonly printed?: number;
}

/**
 * Saves the answers, prints the advice, and says last why nothing more is asked, where the answers are and what can be
 * done with them; a program that has nothing to be asked gets the advice alone.
 */
async function finish(interview: Interview, ending: Ending, context: Context): Promise<number> {
  const { begun, kept, options, start, printed } = ending;
  const { knowledge, wish } = begun;
  const { sheet } = interview;
  const isWorthIt = wish.save !== undefined || isSaid(interview, begun);
  const hintFor = kept ? () => resumeElsewhere(kept.path) : anotherPlace;
  const saving = isWorthIt ? saveNewAnswers(wish, { sheet, knowledge }, hintFor) : undefined;
  // Advice is given also if the answers cannot go where they are wanted.
  const [saved] = await Promise.allSettled([saving]);
  if (saved.status === 'fulfilled') kept?.remove();
  const code = printed ?? (await print(interview, ending, context));
  const path = await saving;
  if (kept === undefined && !context.canAsk) return code;
  const copied = kept && start !== undefined ? copyText(start, kept) : '';
  context.remark(`\n${copied}${endRemark(interview, { begun, options }, { path, context })}`);
  return code;
}

interface Saved {
  /** Undefined if there was nothing to save. */
  readonly path: string | undefined;
  readonly context: Context;
}

function endRemark(
  interview: Interview,
  { begun, options }: Finishing,
  { path, context }: Saved,
): string {
  const { knowledge, paths } = begun;
  const flags = answerFlags(path === undefined ? options : answersAt(path, paths));
  const ended = { interview, knowledge, style: atSizeNow(context, options).promptStyle, flags };
  return endingText(path === undefined ? ended : { ...ended, path });
}

function print(
  interview: Interview,
  { begun, kept, options }: Finishing,
  context: Context,
): Promise<number> {
  const { knowledge } = begun;
  const decisions = namedOf(interview.topic.decisions, knowledge.decisions);
  // Long explanations would push the picks off the screen.
  const isBrief = decisions.length > 1 && !options.full;
  const about = { ...options, decisions, ...(isBrief && { brief: true }) };
  const isLast = kept === undefined && !context.canAsk;
  const { sheet } = interview;
  return printAdvice({ knowledge, sheet, options: about, isLast }, atSizeNow(context, options));
}

/** Whether anything was answered, now or before the interview was resumed. */
function isSaid({ sheet, asked }: Interview, { interview, isResumed }: Begun): boolean {
  return isResumed || sheet !== interview.sheet || asked.length > 0;
}

/** All that was said stands in the file. */
function answersAt(path: string, { knowledge, add }: KnowledgePaths): AnswerOptions {
  return { ...NOT_GIVEN, answers: [path], knowledge, addKnowledge: add };
}

interface Leaving extends Holding {
  readonly start: string;
  readonly exitCode: number | undefined;
}

/** A new interview without answers would only hide an earlier one from `--resume`. */
function leave(
  interview: Interview,
  { begun, kept, start, exitCode }: Leaving,
  context: Context,
): number {
  if (isSaid(interview, begun)) {
    kept.save(interview);
    context.remark(`${copyText(start, kept)}${leftText(kept)}`);
  } else {
    kept.remove();
    context.remark(NOTHING);
  }
  return exitCode || INTERRUPTED;
}

function leftText(kept: KeptInterview): string {
  const file = shellWord(kept.path);
  return [
    `Your answers are saved in ${visible(kept.path)}`,
    `Continue:      arch-advisor ask --resume ${file}`,
    `Advice so far: arch-advisor recommend --answers ${file}`,
    '',
  ].join('\n');
}

/** Two programs that resume the same interview never overwrite each other's answers. */
function copyText(start: string, kept: KeptInterview): string {
  if (kept.path === start) return '';
  return `Another program has changed ${visible(start)}, so that file was left alone and your interview continued in a copy.\n`;
}

function resumeElsewhere(path: string): string {
  return `your answers are kept; to save them to another file, run arch-advisor ask --resume ${shellWord(path)} --save FILE`;
}
