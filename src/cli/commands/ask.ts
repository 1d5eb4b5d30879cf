import { planInterview } from '../../interview/plan.ts';
import { findDecision } from '../../knowledge/answer.ts';
import type { Answer, AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { plain } from '../../model/plain.ts';
import type { Question } from '../../model/question.ts';
import { UserError } from '../../model/user-error.ts';
import { answersText } from '../../report/answers-text.ts';
import { count } from '../../report/count.ts';
import { placeForAnswers, saveAnswers } from '../answer-file.ts';
import { answersInUse } from '../answers-in-use.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse } from '../knowledge-in-use.ts';
import type { Prompter } from '../prompter.ts';
import { shellWord } from '../shell-word.ts';
import { type AdviceOptions, printAdvice, refuseWithoutDecisions } from './recommend.ts';

export interface AskOptions extends AdviceOptions {
  readonly decisions: readonly string[];
  readonly save?: string;
}

const INTERRUPTED = 130;

/** Asks what is not yet answered, saves the answers, and recommends. */
export async function ask(options: AskOptions, context: Context): Promise<number> {
  const knowledge = await knowledgeInUse(options, context);
  const { decisions } = options;
  for (const id of decisions) findDecision(knowledge, id);
  const given = await answersInUse(options, knowledge, context);
  const questions = planInterview(knowledge, { decisions, given: new Set(given.answers.keys()) });
  refuseWithoutDecisions(knowledge);
  if (questions.length === 0) return printAdvice({ knowledge, sheet: given, options }, context);
  if (!context.canAsk) throw nobodyToAsk(questions);
  const path = await placeForAnswers(
    options,
    (taken) => `name another file after --save, or go on from it with --answers ${taken}`,
  );
  context.remark(`Each answer is saved at once in ${path}.\n`);
  const save = (sheet: AnswerSheet) => saveAnswers(path, sheet, knowledge);
  await save(given);
  const { sheet, isComplete } = await interview(questions, given, { knowledge, context, save });
  await save(sheet);
  if (!isComplete) {
    context.remark(`\nYour answers are in ${path}. Go on with:\n${resumeCommand(options, path)}\n`);
    return INTERRUPTED;
  }
  context.remark(
    `\n${answersText(sheet.answers, knowledge, context.promptStyle)}\nSaved in ${path}\n\n`,
  );
  return printAdvice({ knowledge, sheet, options }, context);
}

/** The same request again, with what is answered so far. */
function resumeCommand({ decisions, knowledge, addKnowledge }: AskOptions, path: string): string {
  const words = [
    'arch-advisor ask',
    ...decisions,
    ...knowledge.map((each) => `--knowledge ${shellWord(each)}`),
    ...addKnowledge.map((each) => `--add-knowledge ${shellWord(each)}`),
    `--answers ${shellWord(path)}`,
  ];
  return words.join(' ');
}

function nobodyToAsk(questions: readonly Question[]): UserError {
  const flags = questions.map(({ id }) => `--set ${id}=CHOICE`).join(' ');
  return new UserError(
    `No terminal to ask in, and ${count(questions.length, 'question is', 'questions are')} unanswered`,
    `answer them with ${flags}, with --answers FILE or --profile NAME (\`arch-advisor list questions\` names the choices), or let them stay unknown: arch-advisor recommend`,
    3,
  );
}

interface Room {
  readonly knowledge: KnowledgeBase;
  readonly context: Context;
  readonly save: (sheet: AnswerSheet) => Promise<void>;
}

interface Interview {
  readonly sheet: AnswerSheet;
  /** False where the person ended it before the last question. */
  readonly isComplete: boolean;
}

async function interview(
  questions: readonly Question[],
  given: AnswerSheet,
  room: Room,
): Promise<Interview> {
  const { Interrupted, terminalPrompter } = await import('../prompter.ts');
  const prompter = terminalPrompter(room.context);
  const answers = new Map<string, Answer | null>(given.answers);
  let system = given.system;
  const sheet = (): AnswerSheet => ({ ...given, ...(system !== undefined && { system }), answers });
  room.context.remark(`${questions.length} questions; Ctrl-C saves what is answered so far.\n`);
  try {
    system ??= await askName(prompter);
    for (const [index, question] of questions.entries()) {
      announceGroup(questions, index, room);
      const choices = await prompter.question(question, `${index + 1}/${questions.length}`);
      answers.set(question.id, choices === null ? null : { choices });
      await room.save(sheet());
    }
    return { sheet: sheet(), isComplete: true };
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    return { sheet: sheet(), isComplete: false };
  }
}

async function askName({ text }: Prompter): Promise<string | undefined> {
  const name = plain(await text('What is the system called? (Enter to leave it open)')).trim();
  return name === '' ? undefined : name;
}

function announceGroup(
  questions: readonly Question[],
  index: number,
  { knowledge, context }: Room,
): void {
  const group = questions[index]?.group;
  if (group === questions[index - 1]?.group) return;
  const name = knowledge.groups.find(({ id }) => id === group)?.name ?? group ?? '';
  context.remark(`\n${context.promptStyle.palette.strong(name)}\n`);
}
