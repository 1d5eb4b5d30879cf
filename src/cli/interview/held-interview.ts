import { answersAside } from '../../interview/answers-aside.ts';
import { openSession, pressed } from '../../interview/session.ts';
import { whyAsked } from '../../interview/why.ts';
import type { Interview, Session } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Why } from '../../model/outlook.ts';
import type { SessionView } from '../../report/interview/session-view.ts';
import type { Context } from '../context.ts';
import { isLineByLine, type PromptOptions } from '../prompts/prompter-for.ts';
import { widthFor } from '../terminal/look.ts';
import { stopOn } from '../terminal/stop.ts';
import { isText } from './intents.ts';
import type { KeptInterview } from './kept-interview.ts';

export interface Holding {
  readonly knowledge: KnowledgeBase;
  readonly interview: Interview;
  readonly kept: KeptInterview;
  readonly options: PromptOptions;
}

/** An interview that was held to its end or was interrupted. */
export interface Held {
  readonly interview: Interview;
  /** That of the signal which ended it; undefined without one. */
  readonly exitCode: number | undefined;
}

/** Holds an interview on the terminal; every answer is on the disk before the next question is asked. */
export async function heldInterview(holding: Holding, context: Context): Promise<Held> {
  const { knowledge, interview, kept, options } = holding;
  const stop = stopOn(context.stderr);
  const failed = new AbortController();
  let session = openSession(interview, knowledge);
  const onChange = (next: Session) => {
    const isSaved = isSame(next.interview, session.interview);
    session = next;
    try {
      if (!isSaved) kept.save(next.interview);
    } catch (error) {
      failed.abort(error);
    }
  };
  const hold = await interviewer(options, context);
  await hold({
    ...{ knowledge, context, session, onChange },
    viewOf: (each) => viewOf(each, holding, context),
    signal: AbortSignal.any([stop.signal, failed.signal]),
  });
  stop.release();
  if (isDraft(session)) onChange(pressed(session, { kind: 'enter' }, knowledge));
  if (failed.signal.aborted) throw failed.signal.reason;
  return { interview: session.interview, exitCode: stop.exitCode() };
}

/** Text being typed when the interview was ended from outside is kept as far as it was typed. */
function isDraft({ interview, screen }: Session): boolean {
  return interview.at.kind !== 'end' && isText(screen) && screen.text.trim() !== '';
}

function isSame(left: Interview, right: Interview): boolean {
  return (
    left.sheet === right.sheet && left.asked === right.asked && left.toReview === right.toReview
  );
}

async function interviewer(options: Holding['options'], context: Context) {
  if (isLineByLine(options, context)) {
    return (await import('./line-interview.ts')).lineInterview;
  }
  return (await import('./keyboard-interview.ts')).keyboardInterview;
}

const whyBefore = new WeakMap<Interview, Why>();

/** Not anew for each key. */
function whyOnce(knowledge: KnowledgeBase, interview: Interview): Why | undefined {
  const why = whyBefore.get(interview) ?? whyAsked(knowledge, interview);
  if (why) whyBefore.set(interview, why);
  return why;
}

const USUAL_ROWS = 24;

function viewOf(
  { interview, screen }: Session,
  { knowledge, options }: Holding,
  context: Context,
): SessionView {
  const { stderr, promptStyle } = context;
  const isWhyShown = screen.kind === 'question' && screen.isWhyShown;
  const why = isWhyShown ? whyOnce(knowledge, interview) : undefined;
  return {
    knowledge,
    style: { ...promptStyle, width: widthFor(stderr, context, options) },
    rows: stderr.rows || USUAL_ROWS,
    ...(why && { why }),
    ...(screen.kind === 'answers' && { aside: answersAside(knowledge, interview) }),
  };
}
