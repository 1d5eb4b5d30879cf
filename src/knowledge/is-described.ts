import type { Condition } from '../model/condition.ts';
import type { Combination } from '../model/knowledge.ts';

/** What names only decisions and alternatives that no document describes says nothing. */
export function isDescribed(
  { when, requires }: Combination,
  alternatives: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const isKnown = ({ subject, choices }: Condition['terms'][number]) =>
    choices.some((choice) => alternatives.get(subject)?.has(choice));
  return [...when.terms, ...(requires?.terms ?? [])].every(isKnown);
}
