import type { AuditFinding } from '../../model/audit.ts';
import type { Condition } from '../../model/condition.ts';
import type { Pattern } from '../../model/pattern.ts';
import { type Conjunction, conjunctionOf, truthWhileOpen } from '../table/conditions.ts';
import type { Tables } from '../table/tables.ts';

/** Conditions that no legal answers fulfil. */
export function impossibleConditions(tables: Tables): AuditFinding[] {
  const { patterns, decisions, contradictions } = tables.knowledge;
  const own = [...patterns.values()].flatMap(conditionsOf);
  const applying = [...decisions.values()].flatMap(({ id, appliesWhen, place }) =>
    appliesWhen.map((condition) => ({ subject: id, condition, place })),
  );
  const contradicting = contradictions.map(({ condition, place }) => ({
    subject: condition.terms[0]?.subject ?? '',
    condition,
    place,
  }));
  return [...own, ...applying, ...contradicting]
    .filter(({ condition }) => !isPossible(condition, tables))
    .map(({ subject, condition, place }) => ({
      rule: 'impossible-condition',
      severity: 'error',
      subject: `${subject}/${condition.text}`,
      message: `No answer fulfils \`${condition.text}\``,
      hint: 'its choices exclude each other; cut it in two or drop a part',
      place,
    }));
}

function conditionsOf({ id, evidence }: Pattern) {
  return evidence.flatMap(({ condition, place }) =>
    condition ? [{ subject: id, condition, place }] : [],
  );
}

/** Terms that name decisions are taken to be possible: whether their alternatives can win is proved elsewhere. */
function isPossible(condition: Condition, { slots, questions, indexOf }: Tables): boolean {
  const terms = condition.terms.filter(({ subject }) => !indexOf.has(subject));
  const conjunction = conjunctionOf({ ...condition, terms }, slots);
  return conjunction !== undefined && canHold(conjunction, questions);
}

/** Whether some legal answers fulfil it. */
export function canHold(conjunction: Conjunction, questions: Tables['questions']): boolean {
  return conjunction.every(({ slot, masks }) => {
    const question = questions[slot];
    return question !== undefined && truthWhileOpen(question, masks) !== 'never';
  });
}
