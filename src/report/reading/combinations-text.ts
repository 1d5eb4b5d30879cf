import type { Condition } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { Combination } from '../../model/knowledge.ts';
import type { Names } from '../words/names.ts';

/** An alternative with the combinations whose condition names it. */
interface Combined {
  readonly decision?: Decision;
  readonly combinations: readonly Combination[];
}

/** What has to be picked with it. */
export function needsOf({ decision, combinations }: Combined, names: Names): string[] {
  return combinations.flatMap(({ when, requires, because }) => {
    if (requires === undefined) return [];
    const beside = othersIn(when, decision, names);
    const given = beside === '' ? '' : `, beside ${beside}`;
    return [`${termsText(requires.terms, names)}${given}: ${because}`];
  });
}

/** What must not be picked with it. */
export function neverBeside({ decision, combinations }: Combined, names: Names): string[] {
  return combinations
    .filter(({ requires }) => requires === undefined)
    .map(({ when, because }) => `${othersIn(when, decision, names)}: ${because}`);
}

function othersIn({ terms }: Condition, decision: Decision | undefined, names: Names): string {
  return termsText(
    terms.filter(({ subject }) => subject !== decision?.id),
    names,
  );
}

function termsText(terms: Condition['terms'], names: Names): string {
  return terms
    .map(({ subject, choices }) => {
      const alternatives = choices.map(names.alternative).join(' or ');
      return `${alternatives} (${names.decision(subject)})`;
    })
    .join(' and ');
}
