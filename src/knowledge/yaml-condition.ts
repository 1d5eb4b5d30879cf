import type { Condition, Place } from '../model/condition.ts';
import type { Diagnostic } from '../model/knowledge.ts';
import { parseCondition } from './condition.ts';

/** Conditions hold a colon, so YAML has them in quotation marks. */
const QUOTE = 1;

/** Reads conditions that stand in YAML, each with its place; all that are none are told. */
export function readConditions(written: readonly { text: string; place: Place }[]): {
  conditions: Condition[];
  diagnostics: Diagnostic[];
} {
  const conditions: Condition[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { text, place } of written) {
    const placeAt = (offset: number) => ({ ...place, column: place.column + QUOTE + offset });
    const condition = parseCondition({ written: text, place, placeAt });
    if (typeof condition === 'object') conditions.push(condition);
    else
      diagnostics.push({
        rule: 'malformed-condition',
        severity: 'error',
        message: condition,
        place,
      });
  }
  return { conditions, diagnostics };
}
