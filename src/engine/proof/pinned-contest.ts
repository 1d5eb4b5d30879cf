import { pinTable } from '../decision-table.ts';
import type { Dense } from './dense.ts';
import { bitOf, type Contest, type DenseDecision } from './dense-decision.ts';
import { denseTable } from './dense-table.ts';

/** A pin against nothing: it wins unless a hard rule on what is pinned holds. */
export function pinnedContest(
  { compiled, alternatives }: DenseDecision,
  pin: number,
  { codes, knowledge }: Dense,
): Contest {
  const isPinned = (id: string) => (pin & bitOf(id, alternatives)) !== 0;
  const rules = compiled.hardRules.filter(({ alternative }) => isPinned(alternative));
  const table = pinTable(
    compiled.decision.id,
    rules.map(({ parts }) => parts),
    knowledge,
  );
  return { table: denseTable(table, codes), several: false, bits: [pin], needs: [] };
}
