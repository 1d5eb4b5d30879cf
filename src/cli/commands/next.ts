import { knownAnswers, questionsLeft, UNKNOWN } from '../../common/answers.ts';
import { shellWord } from '../../common/text.ts';
import { startInterview } from '../../interview/interview.ts';
import { whyAsked } from '../../interview/why.ts';
import type { NextStep } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { json } from '../../report/json.ts';
import { nextJson } from '../../report/next/question-json.ts';
import { remarkContradictions } from '../answers/answer-problems.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import { answerFlags } from '../answers/flag-sheet.ts';
import type { Context } from '../context.ts';
import { knowledgeToDecide } from '../knowledge-in-use.ts';
import { decisionsNamed } from '../names/decisions-named.ts';
import { type AnswerOptions, type TopicOptions, topicFlags, topicIn } from '../options.ts';

export interface NextOptions extends AnswerOptions, TopicOptions {}

/** Prints the next question, so that another interface can hold the interview. */
export async function run(given: NextOptions, context: Context): Promise<number> {
  const knowledge = await knowledgeToDecide(given, context);
  const decisions = await decisionsNamed(given.decisions, knowledge, context);
  const options = { ...given, decisions };
  const sheet = await answersInUse(options, knowledge, context);
  remarkContradictions(knowledge, knownAnswers(sheet), context);
  const interview = startInterview(knowledge, { topic: topicIn(options), sheet });
  const why = whyAsked(knowledge, interview);
  const remaining = questionsLeft(interview).length;
  const step: NextStep = { interview, remaining, ...(why && { why }) };
  context.print(
    options.json
      ? json(nextJson(step, knowledge))
      : await textOf(step, { knowledge, options, context }),
  );
  return 0;
}

interface Room {
  readonly knowledge: KnowledgeBase;
  readonly options: NextOptions;
  readonly context: Context;
}

/** The layout of text is loaded only if there is some to lay out. */
async function textOf(step: NextStep, { knowledge, options, context }: Room): Promise<string> {
  const { nextText } = await import('../../report/next/next-text.ts');
  return nextText(step, {
    knowledge,
    style: context.style,
    setFlag: (question, choice = UNKNOWN) => `--set ${shellWord(`${question}=${choice}`)}`,
    goOn: goOn(step, options),
  });
}

/** The same command with one answer more; the advice, where nothing is left to ask. */
function goOn({ interview }: NextStep, options: NextOptions): string[] {
  const { at } = interview;
  const decisions = options.decisions.map(shellWord);
  if (at.kind === 'end') return ['arch-advisor recommend', ...decisions, ...answerFlags(options)];
  return [
    'arch-advisor next',
    ...decisions,
    ...topicFlags(options),
    ...answerFlags({ ...options, set: [...options.set, `${at.question}=CHOICE`] }),
  ];
}
