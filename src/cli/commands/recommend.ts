import { knownAnswers } from '../../common/answers.ts';
import { isMain } from '../../common/main-decisions.ts';
import { advise } from '../../engine/advice/advise.ts';
import type { Advice, DecisionAdvice } from '../../model/advice.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { AdviceView, Detail } from '../../report/advice/advice-view.ts';
import { json } from '../../report/json.ts';
import { namesIn } from '../../report/words/names.ts';
import type { FormatOptions } from '../advice-format.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import { answerFlags } from '../answers/flag-sheet.ts';
import type { Context } from '../context.ts';
import { knowledgeToDecide } from '../knowledge-in-use.ts';
import { decisionsNamed } from '../names/decisions-named.ts';
import type { AdviceOptions } from '../options.ts';

export interface RecommendOptions extends AdviceOptions, FormatOptions {
  readonly decisions: readonly string[];
}

/** Recommends from what flags and files answer; everything else stays unknown. */
export async function run(options: RecommendOptions, context: Context): Promise<number> {
  const knowledge = await knowledgeToDecide(options, context);
  const decisions = await decisionsNamed(options.decisions, knowledge, context);
  const sheet = await answersInUse(options, knowledge, context);
  return printAdvice({ knowledge, sheet, options: { ...options, decisions } }, context);
}

interface Case {
  readonly knowledge: KnowledgeBase;
  readonly sheet: AnswerSheet;
  readonly options: AdviceOptions & FormatOptions & { readonly decisions: readonly string[] };
  /** False if what to do next is printed afterwards. */
  readonly isLast?: boolean;
}

/** Prints the advice; 1 where `--strict` asks for picks that are all settled and answers that hold together, and they do not. */
export async function printAdvice(given: Case, context: Context): Promise<number> {
  const { knowledge, sheet, options } = given;
  const { decisions } = options;
  const advice = advise(knowledge, { ...sheet, answers: knownAnswers(sheet), decisions });
  const isFormatted = options.json || options.format !== undefined;
  context.print(
    isFormatted ? await formatted(advice, given) : await textOf(advice, given, context),
  );
  if (!options.strict || isDecided(advice)) return 0;
  if (!isFormatted) context.remark(finerText(advice, options));
  return 1;
}

/** The formats that advice can be sent around in are loaded only for one of them. */
async function formatted(advice: Advice, { knowledge, options }: Case): Promise<string> {
  const { format = 'json' } = options;
  if (format === 'json') return json(advice);
  const { adviceFormats } = await import('../../report/formats/formats.ts');
  return adviceFormats[format](advice, namesIn(knowledge));
}

/** The layout of text, and what only text needs, is loaded only if there is some to lay out. */
async function textOf(advice: Advice, given: Case, { style }: Context): Promise<string> {
  const { knowledge, options, isLast = true } = given;
  const { decisions: named, full, finer } = options;
  const detail = detailOf(options);
  const { adviceText } = await import('../../report/advice/advice-text.ts');
  const view: AdviceView = {
    names: namesIn(knowledge),
    ...{ style, detail, isLast, pins: advice.pins },
    isSelection: named.length > 0,
    isFiner: finer === true,
    baselineOf: (id) => knowledge.decisions.get(id)?.baseline,
    flags: answerFlags(options),
    ...{ flipOf: () => undefined, prospects: [] },
  };
  if (detail === 'brief') return adviceText(advice, view);
  const { nearestFlips, prospectsOf } = await import('../advice-prospects.ts');
  const isShown = (decision: DecisionAdvice) =>
    full || finer || view.isSelection || isMain(decision);
  const shown = advice.decisions.filter(isShown);
  const case_ = { ...given, decisions: shown };
  return adviceText(advice, {
    ...view,
    flipOf: nearestFlips(case_),
    prospects: prospectsOf(case_),
  });
}

function detailOf({ full, brief }: AdviceOptions): Detail {
  if (full) return 'full';
  return brief ? 'brief' : 'usual';
}

/** Everything asked for is settled and nothing speaks against it; other decisions may still be open. */
function isDecided(advice: Advice): boolean {
  const { decisions, conflicts, jointGivenUp, contradictions } = advice;
  return (
    decisions.every(isClear) && !jointGivenUp && conflicts.length + contradictions.length === 0
  );
}

function isClear({ status, applies, joint }: DecisionAdvice): boolean {
  const isSettled = status === 'settled' && applies === 'yes';
  return (status === 'not-applicable' || isSettled) && joint?.certain !== false;
}

/** Why `--strict` fails, if the printed text does not already say so. */
function finerText(
  { decisions }: Advice,
  { decisions: named, full, finer }: Case['options'],
): string {
  if (full || finer || named.length > 0) return '';
  const unclear = decisions.filter((decision) => !isClear(decision));
  const [first] = unclear;
  if (first === undefined || unclear.some(isMain)) return '';
  return `--strict: every main decision is settled, but ${unclear.length} finer ones are not, such as ${first.title}; see them with --finer\n`;
}
