import { knownAnswers } from '../../common/answers.ts';
import { FEW_DECISIONS } from '../../common/decided.ts';
import { advise } from '../../engine/advice/advise.ts';
import type { Advice } from '../../model/advice.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { AdviceView, Detail } from '../../report/advice/advice-view.ts';
import { json } from '../../report/json.ts';
import { namesIn } from '../../report/words/names.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import type { Context } from '../context.ts';
import { knowledgeWith } from '../knowledge-in-use.ts';
import type { AdviceOptions } from '../options.ts';

export interface RecommendOptions extends AdviceOptions {
  readonly decisions: readonly string[];
}

/** Recommends from what flags and files answer; everything else stays unknown. */
export async function run(options: RecommendOptions, context: Context): Promise<number> {
  const knowledge = await knowledgeWith(options.decisions, options, context);
  const sheet = await answersInUse(options, knowledge, context);
  return printAdvice({ knowledge, sheet, options }, context);
}

interface Case {
  readonly knowledge: KnowledgeBase;
  readonly sheet: AnswerSheet;
  readonly options: AdviceOptions & { readonly decisions: readonly string[] };
  /** False where what to do next is printed afterwards. */
  readonly isLast?: boolean;
}

/** Prints the advice; 1 where `--strict` asks for picks that are all settled and answers that hold together, and they do not. */
export async function printAdvice(
  { knowledge, sheet, options, isLast = true }: Case,
  context: Context,
): Promise<number> {
  const { decisions } = options;
  const advice = advise(knowledge, {
    ...sheet,
    answers: knownAnswers(sheet),
    decisions,
  });
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
  const { adviceText } = await import('../../report/advice/advice-text.ts');
  return adviceText(advice, view);
}

function detailOf({ full, brief }: AdviceOptions): Detail {
  if (full) return 'full';
  return brief ? 'brief' : 'usual';
}

/** All is settled, whatever is still open elsewhere, and nothing stands against it. */
function isDecided({ decisions, conflicts, jointGivenUp, contradictions }: Advice): boolean {
  const isClear = decisions.every(
    ({ status, applies, joint }) =>
      (status === 'not-applicable' || (status === 'settled' && applies === 'yes')) &&
      joint?.certain !== false,
  );
  return isClear && !jointGivenUp && conflicts.length + contradictions.length === 0;
}
