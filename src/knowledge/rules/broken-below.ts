import { didYouMean } from '../../common/closest.ts';
import type { Decision } from '../../model/decision.ts';
import type { Rule } from '../rule.ts';

/** A finer decision stands below one that is there, and never below itself, directly or through others. */
export const brokenBelow: Rule = {
  id: 'broken-below',
  severity: 'error',
  check: ({ decisions }, report) => {
    for (const { id, below, place } of decisions.values()) {
      if (below === undefined) continue;
      if (!decisions.has(below)) {
        const hint = didYouMean(below, decisions.keys(), 'name a decision in decisions.yaml');
        report({ message: `\`${id}\` is below the unknown decision \`${below}\``, hint, place });
      } else if (isAbove(id, below, decisions)) {
        const hint = 'name the decision it is part of, or omit `below`';
        report({ message: `\`${id}\` is below itself`, hint, place });
      }
    }
  },
};

/** Whether a decision is met on the way up from another one. */
function isAbove(id: string, from: string, decisions: ReadonlyMap<string, Decision>): boolean {
  const met = new Set<string>();
  for (let at: string | undefined = from; at !== undefined; at = decisions.get(at)?.below) {
    if (at === id) return true;
    if (met.has(at)) return false;
    met.add(at);
  }
  return false;
}
