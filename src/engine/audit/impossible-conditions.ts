import type { AuditFinding } from '../../model/audit.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { Compiled } from '../compiled.ts';
import { type Part, partsOf } from '../terms.ts';
import { truthOfPart } from '../truth.ts';

/** Conditions that no legal answer fulfils. */
export function impossibleConditions({ knowledge }: Compiled): AuditFinding[] {
  const own = [...knowledge.patterns.values()].flatMap(conditionsOf);
  const applying = [...knowledge.decisions.values()].flatMap(({ id, appliesWhen, place }) =>
    appliesWhen.map((condition) => ({ subject: id, condition, place })),
  );
  const contradicting = knowledge.contradictions.map(({ condition, place }) => ({
    subject: condition.terms[0]?.subject ?? '',
    condition,
    place,
  }));
  return [...own, ...applying, ...contradicting]
    .filter(({ condition }) => !canHold(partsOf(condition), knowledge))
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

/** Parts that name decisions are taken to be possible: whether their alternatives can win is looked at elsewhere. */
export function canHold(parts: readonly Part[], { questions, decisions }: KnowledgeBase): boolean {
  return parts.every(
    (part) =>
      decisions.has(part.question) ||
      truthOfPart(part, questions.get(part.question), new Map()) !== 'never',
  );
}
