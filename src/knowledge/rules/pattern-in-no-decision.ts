import { stringify } from 'yaml';
import type { Pattern } from '../../model/pattern.ts';
import { byId } from '../layers.ts';
import { familyDecisions } from '../link.ts';
import type { Rule } from '../rule.ts';

export const patternInNoDecision: Rule = {
  id: 'pattern-in-no-decision',
  severity: 'warning',
  check: ({ patterns: all, ...written }, report) => {
    const patterns = byId(all);
    const decisions = [
      ...written.decisions.values(),
      ...familyDecisions({ ...written, patterns }, []),
    ];
    const weighed = new Set(
      decisions.flatMap(({ alternatives }) => alternatives.map(({ id }) => id)),
    );
    for (const pattern of patterns.values()) {
      if (!isJudged(pattern) || isReached(pattern, weighed)) continue;
      const message = `\`${pattern.name}\` belongs to no decision, so it is never recommended`;
      report({ message, hint: hintFor(pattern), place: pattern.place });
    }
  },
};

function isJudged({ claims, evidence }: Pattern): boolean {
  return claims.length + evidence.length > 0;
}

/** A pattern also counts by its variants: a decision about them is a decision about it. */
function isReached({ id, variants }: Pattern, weighed: ReadonlySet<string>): boolean {
  return weighed.has(id) || variants.some((variant) => isReached(variant, weighed));
}

/** Ready to be pasted. */
function hintFor({ id, name }: Pattern): string {
  const lines = stringify([{ id, name }], { lineWidth: 0 }).trimEnd();
  return `add it to the alternatives of a decision in decisions.yaml:\n${lines}`;
}
