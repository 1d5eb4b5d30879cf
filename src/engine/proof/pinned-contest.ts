import { pinTable } from '../decision-table.ts';
import type { Dense } from './dense.ts';
import { bitOf, type Contest, type DenseDecision } from './dense-decision.ts';
import { denseTable } from './dense-table.ts';

const pinnedBefore = new WeakMap<DenseDecision, Map<number, Contest>>();

/** A pin, as bits, against nothing: it wins unless a hard rule on what is pinned holds. Always the same one for a pin. */
export function pinnedContest(decision: DenseDecision, pin: number, dense: Dense): Contest {
  const known = pinnedBefore.get(decision) ?? new Map<number, Contest>();
  pinnedBefore.set(decision, known);
  const contest = known.get(pin) ?? build(decision, pin, dense);
  known.set(pin, contest);
  return contest;
}

function build(
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
