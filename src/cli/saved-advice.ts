import { UserError } from '../common/user-error.ts';
import type { Advice } from '../model/advice.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import { readSavedAdvice } from '../records/saved-advice.ts';
import type { Context } from './context.ts';
import { decisionsNamed } from './names/decisions-named.ts';
import { textFrom } from './standard-input.ts';

/** The decisions that are wanted of saved advice, all without any; names are also those of the knowledge in use. */
interface Wanted {
  readonly named: readonly string[];
  readonly knowledge: KnowledgeBase;
}

/** Reads advice that was saved as JSON, as far as it is wanted. Throws a `UserError`. */
export async function savedAdviceIn(
  path: string,
  wanted: Wanted,
  context: Context,
): Promise<Advice> {
  const { file, text } = await textFrom(path, context, 'advice');
  const read = readSavedAdvice(text);
  if ('advice' in read) return selected(read.advice, { ...wanted, file }, context);
  const hint = read.isNewer
    ? 'update arch-advisor, or save the advice again'
    : 'name a file that `arch-advisor recommend --json` or `arch-advisor report --format json` has written';
  throw new UserError(`\`${file}\` ${read.problem}`, hint);
}

async function selected(
  advice: Advice,
  { named, knowledge, file }: Wanted & { readonly file: string },
  context: Context,
): Promise<Advice> {
  if (named.length === 0) return advice;
  const { decisions, conflicts } = advice;
  const known = new Map(
    decisions.flatMap(
      ({ id, title }) =>
        [
          [title, id],
          [id, id],
        ] as const,
    ),
  );
  const own = named.flatMap((name) => known.get(name) ?? []);
  const others = named.filter((name) => !known.has(name));
  const ids = new Set([...own, ...(await decisionsNamed(others, knowledge, context))]);
  const missing = [...ids].find((id) => !decisions.some((decision) => decision.id === id));
  if (missing !== undefined) {
    const titles = decisions.map(({ id }) => `\`${id}\``).join(', ');
    throw new UserError(
      `\`${file}\` holds no advice on \`${missing}\``,
      decisions.length === 0 ? 'it holds no advice at all' : `it holds advice on ${titles}`,
    );
  }
  return {
    ...advice,
    decisions: decisions.filter(({ id }) => ids.has(id)),
    conflicts: conflicts.filter((conflict) => conflict.decisions.some((id) => ids.has(id))),
  };
}
