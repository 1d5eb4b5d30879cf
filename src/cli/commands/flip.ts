import { knownAnswers } from '../../common/answers.ts';
import { shellWord } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import { verdictsOn } from '../../engine/advice/verdicts.ts';
import { type FlipRequest, flips, isPicked } from '../../engine/flip/flips.ts';
import { readPin } from '../../knowledge/answers/answer.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { AnswerChange, Flips } from '../../model/flips.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { FlipsView } from '../../report/flip/flip-cells.ts';
import { flipsText } from '../../report/flip/flips-text.ts';
import { json } from '../../report/json.ts';
import { plainNames } from '../../report/words/names.ts';
import { remarkContradictions } from '../answers/answer-problems.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import { answerFlags } from '../answers/flag-sheet.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse } from '../knowledge-in-use.ts';
import { remarkReading } from '../names/alternative-read.ts';
import { decisionsNamed } from '../names/decisions-named.ts';
import type { AnswerOptions } from '../options.ts';
import { PATIENCE, withProgress } from '../terminal/progress.ts';

export interface FlipOptions extends AnswerOptions {
  readonly decisions: readonly string[];
  readonly to?: string;
  readonly full?: boolean;
}

/** Reports the smallest changes of answers that would change a pick. */
export async function run(options: FlipOptions, context: Context): Promise<number> {
  const knowledge = await knowledgeInUse(options, context);
  const decisions = await decisionsNamed(options.decisions, knowledge, context);
  const to = targetOf(options, decisions, knowledge);
  remarkReading(options.to, to, { knowledge, context });
  const sheet = await answersInUse(options, knowledge, context);
  remarkContradictions(knowledge, knownAnswers(sheet), context);
  const found: Flips[] = [];
  for (const decision of decisions) {
    const request = { decision, ...situationOf(sheet), ...(to !== undefined && { to }) };
    const ended = await withProgress(flips(knowledge, request), context.stderr, PATIENCE);
    if ('exitCode' in ended) {
      context.remark('Interrupted\n');
      return ended.exitCode;
    }
    refusePicked(ended.value);
    found.push(ended.value);
  }
  print(found, { knowledge, sheet, options }, context);
  return 0;
}

function targetOf(
  { to }: FlipOptions,
  decisions: readonly string[],
  knowledge: KnowledgeBase,
): string | undefined {
  const [decision = '', ...others] = decisions;
  if (to === undefined) return undefined;
  if (others.length > 0) {
    throw new UserError(
      `\`--to\` works with one decision, not with ${decisions.length}`,
      'name one decision, or omit --to',
    );
  }
  return readPin(knowledge, decision, to)[0];
}

function situationOf(sheet: AnswerSheet): Pick<FlipRequest, 'answers' | 'pins'> {
  return { answers: knownAnswers(sheet), pins: sheet.pins };
}

function refusePicked({ pick, to }: Flips): void {
  if (to === undefined || !isPicked(pick, to)) return;
  throw new UserError(`\`${to}\` is already the pick`, 'omit --to to see what would change that');
}

interface Case {
  readonly knowledge: KnowledgeBase;
  readonly sheet: AnswerSheet;
  readonly options: FlipOptions;
}

function print(
  found: readonly Flips[],
  { knowledge, sheet, options }: Case,
  context: Context,
): void {
  const { answers, pins } = situationOf(sheet);
  const standing = ({ decision }: Flips) => {
    const [verdict] = verdictsOn(knowledge, [decision])(answers, pins);
    return {
      applies: verdict?.applies ?? 'yes',
      ...(verdict?.joint && { recommended: verdict.recommended }),
    };
  };
  if (options.json) {
    const { version, sha256 } = knowledge;
    const decisions = found.map((each) => ({ ...each, ...standing(each) }));
    context.print(json({ version: 1, knowledge: { version, sha256 }, decisions }));
    return;
  }
  const viewOf = (each: Flips): FlipsView => ({
    knowledge,
    names: plainNames(knowledge),
    style: context.style,
    pinned: sheet.pins.has(each.decision),
    ...standing(each),
    isFull: options.full === true,
    tryIt: (changes) => commandFor(each.decision, changes, options),
  });
  context.print(found.map((each) => flipsText(each, viewOf(each))).join('\n'));
}

/** `recommend` with the same answers, and the changed ones. */
function commandFor(
  decision: string,
  changes: readonly AnswerChange[],
  options: FlipOptions,
): string[] {
  const isKept = (flag: string) => !changes.some(({ question }) => flag.startsWith(`${question}=`));
  const changed = changes.map(({ question, to }) => `${question}=${[to].flat().join(',')}`);
  return [
    `arch-advisor recommend ${shellWord(decision)}`,
    ...answerFlags({ ...options, set: [...options.set.filter(isKept), ...changed] }),
  ];
}
