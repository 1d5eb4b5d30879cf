import { knownAnswers } from '../../common/answers.ts';
import { compare } from '../../common/comparison.ts';
import { UserError } from '../../common/user-error.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { Product } from '../../model/product.ts';
import type { Comparison, ComparisonVerdict } from '../../model/reading.ts';
import { lookUp } from '../../names/look-up.ts';
import { json } from '../../report/json.ts';
import { systemName } from '../../report/layout/headings.ts';
import { comparisonText } from '../../report/reading/comparison-text.ts';
import { decisionsIn } from '../../report/reading/comparison-view.ts';
import { listed, plainNames } from '../../report/words/names.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import { answerFlags } from '../answers/flag-sheet.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse } from '../knowledge-in-use.ts';
import { patternsNamed } from '../names/patterns-named.ts';
import type { AnswerOptions } from '../options.ts';

export interface CompareOptions extends AnswerOptions {
  readonly pattern: string;
  readonly others: readonly string[];
  readonly full?: boolean;
}

const MOST = 4;

/** Compares patterns quality by quality; with answers, also for the system at hand. */
export async function run(options: CompareOptions, context: Context): Promise<number> {
  const knowledge = await knowledgeInUse(options, context);
  const names = [options.pattern, ...options.others];
  const found = new Set(await patternsNamed(names, knowledge, context));
  if (found.size < 2) throw onlyOne(names, [...found], knowledge);
  if (found.size > MOST)
    throw new UserError(`${found.size} patterns do not fit side by side`, `name at most ${MOST}`);
  const comparison = compare(knowledge, [...found]);
  const sheet = await answersInUse(options, knowledge, context);
  const verdict = await verdictOn(comparison, sheet, knowledge);
  context.print(
    options.json
      ? json(comparisonJson(comparison, verdict))
      : await textOf(
          { comparison, sheet, knowledge, ...(verdict && { verdict }) },
          options,
          context,
        ),
  );
  return 0;
}

function onlyOne(
  names: readonly string[],
  [pattern]: readonly Pattern[],
  knowledge: KnowledgeBase,
): UserError {
  const others = productsAmong(names, knowledge).flatMap(({ name, standsFor }) => {
    const also = standsFor.filter((id) => id !== pattern?.id);
    const labels = also.map((id) => knowledge.patterns.get(id)?.name ?? id);
    return also.length === 0 ? [] : [`${name} also stands for ${listed(labels, 'and')}`];
  });
  return new UserError(
    `${names.join(' and ')} are both ${pattern?.name ?? ''} here, so there is nothing to compare`,
    [...others, `\`arch-advisor show ${pattern?.id}\` lists the alternatives`].join('; '),
  );
}

/** The products among some names. */
function productsAmong(names: readonly string[], knowledge: KnowledgeBase): Product[] {
  return names.flatMap((name) => {
    const [found] = lookUp(name, ['pattern', 'product'], knowledge);
    const product = found?.kind === 'product' ? knowledge.products.get(found.id) : undefined;
    return product ?? [];
  });
}

function comparisonJson(
  { patterns, decisions, qualities }: Comparison,
  verdict: ComparisonVerdict | undefined,
): object {
  return {
    version: 1,
    patterns: patterns.map(({ id, name }, index) => ({
      ...{ id, name },
      ...(decisions[index] && { decision: decisions[index].id }),
    })),
    qualities,
    ...(verdict && { verdict }),
  };
}

/** Where alternatives of one decision are compared and something is answered. */
async function verdictOn(
  { patterns, decisions }: Comparison,
  sheet: AnswerSheet,
  knowledge: KnowledgeBase,
): Promise<ComparisonVerdict | undefined> {
  const [decision] = decisions;
  const answers = knownAnswers(sheet);
  const isOne = decision !== undefined && decisions.every((each) => each === decision);
  if (!isOne || answers.size + sheet.pins.size === 0) return undefined;
  const { comparisonVerdict } = await import('../../engine/compare/comparison-verdict.ts');
  const alternatives = patterns.map(({ id }) => id);
  return comparisonVerdict(knowledge, {
    ...{ decision: decision.id, alternatives, answers, pins: sheet.pins },
  });
}

interface Compared {
  readonly comparison: Comparison;
  readonly sheet: AnswerSheet;
  readonly knowledge: KnowledgeBase;
  readonly verdict?: ComparisonVerdict;
}

async function textOf(
  { comparison, sheet, knowledge, verdict }: Compared,
  options: CompareOptions,
  { style }: Context,
): Promise<string> {
  const decisions = decisionsIn(comparison.decisions).map(({ id }) => id);
  const asked = { answers: knownAnswers(sheet), pins: sheet.pins, decisions };
  const isOpen = verdict === undefined && decisions.length > 0;
  const { outlookOf } = await import('../../engine/advice/outlook.ts');
  return comparisonText(comparison, {
    names: plainNames(knowledge),
    style,
    isFull: options.full === true,
    system: sheet.system === undefined ? 'your system' : systemName(sheet),
    ...(verdict && { verdict }),
    ...(isOpen && { outlook: outlookOf(knowledge, asked) }),
    explainIt: (decision, over) => [
      `arch-advisor explain ${decision} --over ${over}`,
      ...answerFlags(options),
    ],
  });
}
