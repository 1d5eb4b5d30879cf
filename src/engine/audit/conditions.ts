import type { AuditFinding } from '../../model/audit.ts';
import type { Condition } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { Evidence, Pattern } from '../../model/pattern.ts';
import {
  and,
  type BooleanDiagram,
  type Combining,
  constantOf,
  literalDiagram,
  NO,
  not,
  or,
  YES,
} from '../decide/boolean.ts';
import { witnessOf } from '../decide/queries.ts';
import { type Conjunction, conjunctionOf, meets, truthWhileOpen } from '../table/conditions.ts';
import { legalAnswers } from '../table/legal-answers.ts';
import type { Tables } from '../table/tables.ts';

/** Conditions that no legal answers fulfil. */
export function impossibleConditions(tables: Tables): AuditFinding[] {
  const { patterns, decisions, contradictions, implications, notCovered } = tables.knowledge;
  const own = [...patterns.values()].flatMap(conditionsOf);
  const applying = [...decisions.values()].flatMap(({ id, appliesWhen, place }) =>
    appliesWhen.map((condition) => ({ subject: id, condition, place })),
  );
  const aboutAnswers = [...contradictions, ...implications, ...notCovered].map(
    ({ condition, place }) => ({
      subject: condition.terms[0]?.subject ?? '',
      condition,
      place,
    }),
  );
  return [...own, ...applying, ...aboutAnswers]
    .filter(({ condition }) => !isPossible(condition, tables))
    .map(({ subject, condition, place }) => ({
      rule: 'impossible-condition',
      severity: 'error',
      subject: `${subject}/${condition.text}`,
      message: `No answer can meet \`${condition.text}\``,
      hint: 'its choices exclude each other; split it in two or drop a part',
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

/** What rules an alternative out. */
interface HardRule {
  readonly alternative: string;
  readonly evidence: Evidence;
  readonly conjunction: Conjunction;
}

/**
 * Whether answers exist that rule out every alternative of a decision; not counting answers that are said to contradict
 * each other, as that is explained where they are given.
 */
export function excludedTogether(
  decision: Decision,
  tables: Tables,
  calls: number,
): AuditFinding[] {
  if (decision.several) return [];
  const rules = decision.alternatives.map(({ id }) => rulesOf(id, tables));
  if (rules.some((own) => own.length === 0)) return [];
  const combining = {
    questionAt: (index: number) => tables.questions[index],
    order: tables.questions.map(({ index }) => index),
    budget: { calls },
  };
  const diagram = allExcluded(rules, tables, combining);
  const finding = { rule: 'everything-excluded', severity: 'error' as const, subject: decision.id };
  const { title, place } = decision;
  if (combining.budget.calls < 0) {
    const message = `Cannot tell whether an alternative of ${title} always remains: it has too many rules to check`;
    return [{ ...finding, message, hint: 'merge rules that say the same thing', place }];
  }
  const witness = witnessOf(diagram, (outcome) => outcome === 1);
  if (witness === undefined) return [];
  const together = rules.flatMap((own) => own.find((rule) => holds(rule, witness, tables)) ?? []);
  const message = `Together, these rules can rule out every alternative of ${title}: ${together.map(quoted).join(', ')}`;
  const hint = 'at least one alternative has to remain, or the decision should not apply';
  return [{ ...finding, message, hint, place }];
}

/** Only those that can hold. */
function rulesOf(alternative: string, { knowledge, slots, questions }: Tables): HardRule[] {
  const { evidence = [] } = knowledge.patterns.get(alternative) ?? {};
  return evidence.flatMap((each) => {
    if (each.kind !== 'ruled-out-when' || each.condition === undefined) return [];
    const conjunction = conjunctionOf(each.condition, slots);
    const isRule = conjunction && conjunction.length > 0 && canHold(conjunction, questions);
    return isRule ? [{ alternative, evidence: each, conjunction }] : [];
  });
}

function allExcluded(
  rules: readonly (readonly HardRule[])[],
  { knowledge, slots }: Tables,
  combining: Combining,
): BooleanDiagram {
  let all = YES;
  for (const own of rules) {
    const any = anyOf(
      own.map(({ conjunction }) => conjunction),
      combining,
    );
    all = and(all, any, combining);
    if (constantOf(all) === false) return all;
  }
  const contradictions = knowledge.contradictions.flatMap(({ condition }) =>
    [conjunctionOf(condition, slots)].filter((each) => each !== undefined),
  );
  return and(all, not(anyOf(contradictions, combining)), combining);
}

function anyOf(conjunctions: readonly Conjunction[], combining: Combining): BooleanDiagram {
  return conjunctions.reduce((any, each) => or(any, conjoined(each, combining), combining), NO);
}

function conjoined(conjunction: Conjunction, combining: Combining): BooleanDiagram {
  return conjunction.reduce((all, { slot, masks }) => {
    const question = combining.questionAt(slot);
    const literal = question ? literalDiagram(question, masks) : NO;
    return and(all, literal, combining);
  }, YES);
}

/** Whether a rule holds under some answers; what they leave open may be anything, and has its first answer. */
function holds(
  { conjunction }: HardRule,
  answers: ReadonlyMap<number, number>,
  { questions }: Tables,
): boolean {
  return conjunction.every(({ slot, masks }) => {
    const question = questions[slot];
    const [first = 0] = question ? legalAnswers(question) : [];
    return meets(answers.get(slot) ?? first, masks);
  });
}

function quoted({ alternative, evidence: { condition, place } }: HardRule): string {
  const file = place.file.split(/[/\\]/).at(-1);
  return `\`${condition?.text}\` (${alternative}, ${file}:${place.line})`;
}
