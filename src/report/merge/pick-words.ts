import type { MergedView } from './merged-view.ts';

/**
 * Words for some picks of one decision that are printed beside each other. Where several alternatives may be picked, only
 * where they differ: `with Failover`, `without Failover`.
 */
export function pickWords(
  decision: string,
  all: readonly (readonly string[])[],
  { knowledge, names }: Pick<MergedView, 'knowledge' | 'names'>,
): (pick: readonly string[]) => string {
  const { several = false } = knowledge.decisions.get(decision) ?? {};
  const [first = []] = all;
  const common = several ? first.filter((id) => all.every((pick) => pick.includes(id))) : [];
  const others = [...new Set(all.flat())].filter((id) => !common.includes(id));
  const list = (ids: readonly string[]) => ids.map(names.alternative).join(' + ');
  return (pick) => {
    if (pick.length === 0) return 'no pick';
    if (common.length === 0) return list(pick);
    const own = pick.filter((id) => !common.includes(id));
    return own.length === 0 ? `without ${list(others)}` : `with ${list(own)}`;
  };
}
