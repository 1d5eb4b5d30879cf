import type { Interview } from '../../model/interview.ts';
import { plain } from '../../model/plain.ts';
import { shellWord } from '../../model/shell-word.ts';
import { endingText } from '../../report/interview/ending-text.ts';
import { saveNewAnswers } from '../answer-file.ts';
import { answerFlags } from '../answer-flags.ts';
import type { Context } from '../context.ts';
import { begin } from '../interview/begin.ts';
import type { Begun } from '../interview/begun.ts';
import { type Held, heldInterview } from '../interview/held-interview.ts';
import { resume } from '../interview/resume.ts';
import type { KeptInterview } from '../interview/store.ts';
import { NOT_GIVEN } from '../options.ts';
import type { TopicOptions } from '../topic-options.ts';
import { type AdviceOptions, printAdvice } from './recommend.ts';

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
  const { knowledge, interview, kept } = begun;
  return kept === undefined
    ? printAdvice({ knowledge, sheet: interview.sheet, options }, context)
    : hold({ begun, kept, options }, context);
}

interface Holding {
  readonly begun: Begun;
  readonly kept: KeptInterview;
  readonly options: AskOptions;
}

async function hold({ begun, kept, options }: Holding, context: Context): Promise<number> {
  const { knowledge, wish, paths } = begun;
  try {
    const { interview, exitCode } = await held({ begun, kept, options }, context);
    const { sheet, at, topic } = interview;
    if (at.kind !== 'end' || at.ending === 'left') {
      context.remark(leftText(interview, begun, kept));
      return exitCode || INTERRUPTED;
    }
    const path = await saveNewAnswers(wish, { sheet, knowledge }, () => resumeElsewhere(kept.path));
    kept.remove();
    const style = context.promptStyle;
    const flags = answerFlags({
      ...NOT_GIVEN,
      knowledge: paths.knowledge,
      addKnowledge: paths.add,
    });
    context.remark(`${endingText({ interview, path, knowledge, style, flags })}\n`);
    const { decisions } = topic;
    return await printAdvice({ knowledge, sheet, options: { ...options, decisions } }, context);
  } finally {
    kept.release();
  }
}

/** What was killed between its last answer and its end has nothing more to ask. */
function held({ begun, kept, options }: Holding, context: Context): Held | Promise<Held> {
  const { knowledge, interview } = begun;
  return interview.at.kind === 'end'
    ? { interview, exitCode: undefined }
    : heldInterview({ knowledge, interview, kept, options }, context);
}

/** A new interview that nothing was said to would only hide an earlier one from `--resume`. */
function leftText(now: Interview, { interview, isResumed }: Begun, kept: KeptInterview): string {
  const file = shellWord(kept.path);
  if (!isResumed && now.sheet === interview.sheet && now.asked.length === 0) {
    kept.remove();
    return 'Nothing was answered, and nothing is kept.\n';
  }
  return [
    `Your answers are kept in ${plain(kept.path)}`,
    `Go on:         arch-advisor ask --resume ${file}`,
    `Advice so far: arch-advisor recommend --answers ${file}`,
    '',
  ].join('\n');
}

function resumeElsewhere(path: string): string {
  return `your answers are kept; name another file: arch-advisor ask --resume ${shellWord(path)} --save FILE`;
}
