import { knownAnswers } from '../../common/answers.ts';
import { UserError } from '../../common/user-error.ts';
import { underPresentNames } from '../../knowledge/answers/older-knowledge.ts';
import type { Difference } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { differenceText } from '../../report/diff/difference-text.ts';
import { json } from '../../report/json.ts';
import { remarkContradictions } from '../answers/answer-problems.ts';
import { type DiffOptions, twoReadings } from '../answers/two-readings.ts';
import type { Context } from '../context.ts';
import { knowledgeToDecide } from '../knowledge-in-use.ts';
import { refuseStandardInputTwice } from '../standard-input.ts';
import { PATIENCE, withProgress } from '../terminal/progress.ts';

/** Says which picks differ between two advices and what moved them; 0 with differences included. */
export async function run(options: DiffOptions, context: Context): Promise<number> {
  refuseIdle(options);
  const newer = await knowledgeToDecide(options, context);
  const older = await olderKnowledge(options, newer, context);
  const request = await twoReadings(options, [older, newer], context);
  remarkContradictions(newer, knownAnswers(request.newer.new), context);
  const { diff } = await import('../../engine/diff/diff.ts');
  const ended = await withProgress(diff(request), context.stderr, PATIENCE);
  if ('exitCode' in ended) {
    context.remark('Interrupted\n');
    return ended.exitCode;
  }
  print(ended.value, { older, newer, isJson: options.json === true }, context);
  return 0;
}

function refuseIdle({ old, new: now, set, pin, fromKnowledge }: DiffOptions): void {
  refuseStandardInputTwice([old, now]);
  if (now === undefined && set.length + pin.length + fromKnowledge.length === 0) {
    throw new UserError(
      `Nothing to compare \`${old}\` with`,
      'name a second answer file, change answers with --set or --pin, or name older patterns with --from-knowledge',
    );
  }
}

async function olderKnowledge(
  { fromKnowledge, ...options }: DiffOptions,
  newer: KnowledgeBase,
  context: Context,
): Promise<KnowledgeBase> {
  if (fromKnowledge.length === 0) return newer;
  const paths = { knowledge: fromKnowledge, addKnowledge: [] };
  const older = await knowledgeToDecide({ ...options, ...paths }, context);
  return underPresentNames(older, newer.renamed);
}

interface Printed {
  readonly older: KnowledgeBase;
  readonly newer: KnowledgeBase;
  readonly isJson: boolean;
}

function print(
  difference: Difference,
  { older, newer, isJson }: Printed,
  { print, style }: Context,
): void {
  print(
    isJson ? json(difference) : differenceText(difference, { before: older, after: newer, style }),
  );
}
