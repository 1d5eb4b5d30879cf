import { compare } from '../../common/comparison.ts';
import { UserError } from '../../common/user-error.ts';
import { json } from '../../report/json.ts';
import { comparisonText } from '../../report/reading/comparison-text.ts';
import { namesIn } from '../../report/words/names.ts';
import type { Context } from '../context.ts';
import { findPattern, knowledgeInUse } from '../knowledge-in-use.ts';
import type { CommonOptions } from '../options.ts';

export interface CompareOptions extends CommonOptions {
  readonly pattern: string;
  readonly others: readonly string[];
}

const MOST = 4;

/** Compares patterns quality by quality. */
export async function run(
  { pattern, others, ...options }: CompareOptions,
  context: Context,
): Promise<number> {
  const knowledge = await knowledgeInUse(options, context);
  const found = new Set([pattern, ...others].map((name) => findPattern(knowledge, name)));
  if (found.size < 2) throw new UserError('Only one pattern to compare', 'name a second one');
  if (found.size > MOST)
    throw new UserError(`${found.size} patterns do not fit side by side`, `name at most ${MOST}`);
  const comparison = compare(knowledge, [...found]);
  context.print(
    options.json
      ? json({
          version: 1,
          patterns: comparison.patterns.map(({ id, name }) => ({ id, name })),
          qualities: comparison.qualities,
        })
      : comparisonText(comparison, namesIn(knowledge), context.style),
  );
  return 0;
}
