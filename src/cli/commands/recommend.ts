import { advise } from '../../engine/advise.ts';
import { findDecision } from '../../knowledge/answer.ts';
import type { Advice } from '../../model/advice.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { knownAnswers } from '../../model/known-answers.ts';
import { FEW_DECISIONS } from '../../model/says-something.ts';
import { UserError } from '../../model/user-error.ts';
import type { AdviceView, Detail } from '../../report/advice-view.ts';
import { json } from '../../report/json.ts';
import { namesIn } from '../../report/names.ts';
import { answersInUse } from '../answers-in-use.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse } from '../knowledge-in-use.ts';
import type { AnswerOptions } from '../options.ts';

/** How advice is printed, and what counts as failure. */
export interface AdviceOptions extends AnswerOptions {
  readonly full?: boolean;
  readonly brief?: boolean;
  readonly strict?: boolean;
}

export interface RecommendOptions extends AdviceOptions {
  readonly decisions: readonly string[];
}

/** Recommends from what flags and files answer; everything else stays unknown. */
export async function recommend(options: RecommendOptions, context: Context): Promise<number> {
  const knowledge = await knowledgeInUse(options, context);
  refuseWithoutDecisions(knowledge);
  for (const id of options.decisions) findDecision(knowledge, id);
  const sheet = await answersInUse(options, knowledge, context);
  return printAdvice({ knowledge, sheet, options }, context);
}

/** Throws a `UserError` where there is nothing to decide. */
export function refuseWithoutDecisions({ decisions }: KnowledgeBase): void {
  if (decisions.size > 0) return;
  throw new UserError(
    'The documents describe no decision: nowhere are there two alternatives',
    'put alternatives under one heading, or name them in decisions.yaml; `arch-advisor list patterns` shows what was read',
  );
}

interface Case {
  readonly knowledge: KnowledgeBase;
  readonly sheet: AnswerSheet;
  readonly options: RecommendOptions;
  /** False where what to do next is told afterwards. */
  readonly isLast?: boolean;
}

/** Prints the advice; 1 where `--strict` asks for picks that are all settled, and they are not. */
export async function printAdvice(
  { knowledge, sheet, options, isLast = true }: Case,
  context: Context,
): Promise<number> {
  const { decisions } = options;
  const advice = advise(knowledge, { ...sheet, answers: knownAnswers(sheet), decisions });
  const view: AdviceView = {
    names: namesIn(knowledge),
    style: context.style,
    detail: detailOf(options),
    isSelection: decisions.length > 0,
    isOnlyFew: knowledge.decisions.size <= FEW_DECISIONS,
    pins: advice.pins,
    isLast,
  };
  context.print(options.json ? json(advice) : await textOf(advice, view));
  return options.strict && !isDecided(advice) ? 1 : 0;
}

/** The layout of text is loaded only where there is some to lay out. */
async function textOf(advice: Advice, view: AdviceView): Promise<string> {
  const { adviceText } = await import('../../report/advice-text.ts');
  return adviceText(advice, view);
}

function detailOf({ full, brief }: AdviceOptions): Detail {
  if (full) return 'full';
  return brief ? 'brief' : 'usual';
}

function isDecided({ decisions, conflicts }: Advice): boolean {
  const isClear = decisions.every(
    ({ status }) => status === 'settled' || status === 'not-applicable',
  );
  return isClear && conflicts.length === 0;
}
