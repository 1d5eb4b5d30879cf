import { knownAnswers } from '../../common/answers.ts';
import { isMain } from '../../common/main-decisions.ts';
import { UserError } from '../../common/user-error.ts';
import { outlookOf } from '../../engine/advice/outlook.ts';
import { explain } from '../../engine/explain/explain.ts';
import { readPin } from '../../knowledge/answers/answer.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { DecisionExplanation } from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Outlook } from '../../model/outlook.ts';
import type { Detail } from '../../report/advice/advice-view.ts';
import { explanationText } from '../../report/explain/explanation-text.ts';
import { json } from '../../report/json.ts';
import { plainNames } from '../../report/words/names.ts';
import { statusWord } from '../../report/words/status.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import type { Context } from '../context.ts';
import { knowledgeToDecide } from '../knowledge-in-use.ts';
import { remarkReading } from '../names/alternative-read.ts';
import { decisionsNamed } from '../names/decisions-named.ts';
import type { AnswerOptions } from '../options.ts';

export interface ExplainOptions extends AnswerOptions {
  readonly decisions: readonly string[];
  readonly over?: string;
  readonly full?: boolean;
}

/** Explains the advice on what flags and files answer. */
export async function run(options: ExplainOptions, context: Context): Promise<number> {
  const { full } = options;
  const knowledge = await knowledgeToDecide(options, context);
  const decisions = await decisionsNamed(options.decisions, knowledge, context);
  const over = rivalIn(options.over, decisions, knowledge);
  remarkReading(options.over, over, { knowledge, context });
  const sheet = await answersInUse(options, knowledge, context);
  const explanation = explain(knowledge, {
    ...sheet,
    answers: knownAnswers(sheet),
    decisions,
    ...(over !== undefined && { over }),
    ...(full && { every: true }),
  });
  if (over !== undefined) refuseNoRival(over, explanation.decisions);
  if (options.json) {
    context.print(json(explanation));
    return 0;
  }
  const view = {
    names: plainNames(knowledge),
    style: context.style,
    detail: detailOf(options),
    answers: explanation.answers,
    ...(explanation.decisions.length === 0 && { outlook: mainOutlook(knowledge, sheet) }),
  };
  context.print(explanationText(explanation, view));
  return 0;
}

function mainOutlook(knowledge: KnowledgeBase, sheet: AnswerSheet): Outlook {
  const decisions = [...knowledge.decisions.values()].filter(isMain).map(({ id }) => id);
  return outlookOf(knowledge, { answers: knownAnswers(sheet), pins: sheet.pins, decisions });
}

function detailOf({ full, decisions }: ExplainOptions): Detail {
  if (full) return 'full';
  return decisions.length > 0 ? 'usual' : 'brief';
}

/** The id of the alternative after `--over`; undefined where it is not given. Throws a `UserError`. */
function rivalIn(
  over: string | undefined,
  decisions: readonly string[],
  knowledge: KnowledgeBase,
): string | undefined {
  if (over === undefined) return undefined;
  const named = new Set(decisions);
  const [id] = named;
  if (named.size !== 1 || id === undefined) {
    const found = named.size === 0 ? 'no decision' : `${named.size} decisions`;
    throw new UserError(
      `--over is given with ${found}`,
      'name the one decision whose pick you want to compare with it',
    );
  }
  return readPin(knowledge, id, over)[0];
}

/** The pick cannot be compared with itself, and without a pick there is nothing to compare with. */
function refuseNoRival(over: string, [decision]: readonly DecisionExplanation[]): void {
  if (decision === undefined) return;
  const { id, contrasts, recommended, several, status, pinned } = decision;
  const isPick = recommended.includes(over) && (several || contrasts.length === 0);
  if (isPick)
    throw new UserError(
      `\`${over}\` is already the pick of \`${id}\``,
      'name another alternative after --over, or omit it',
    );
  if (contrasts.length > 0) return;
  throw new UserError(
    `\`${id}\` has no pick to compare with \`${over}\`: ${statusWord({ status, pinned })}`,
    'omit --over to see why',
  );
}
