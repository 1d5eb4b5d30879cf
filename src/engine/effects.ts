import type { Condition } from '../model/condition.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Evidence, Pattern } from '../model/pattern.ts';
import type { Column } from './column.ts';
import { fulfils, type Part, partsOf } from './terms.ts';

/** A pattern that is weighed; undefined stands for not having the technique. */
export type Weighed = Pattern | undefined;

/** Points of a condition that a document gives as a reason; twice as many where it says strong (MODEL.md, section 1). */
const EVIDENCE_POINTS = 5;

/** A column that counts when one of some conditions holds; where it is negated, when none does. */
export interface Effect extends Column {
  readonly anyOf: readonly (readonly Part[])[];
  readonly negated: boolean;
  /** The questions it hangs on. */
  readonly questions: readonly string[];
}

/** The signed points of a piece of evidence; 0 for a hard rule. */
export function pointsOf({ kind, strength }: Evidence): number {
  if (kind === 'ruled-out-when') return 0;
  return (kind === 'use-when' ? EVIDENCE_POINTS : -EVIDENCE_POINTS) * strength;
}

/** Evidence and hard rules of the weighed patterns; a technique also needs one of its "use when" to hold. */
export function effectsOf(weighed: readonly Weighed[], { questions }: KnowledgeBase): Effect[] {
  const isTechnique = weighed.includes(undefined);
  return weighed.flatMap((pattern, index) => {
    const evidence = (pattern?.evidence ?? []).filter(({ condition }) =>
      isKnown(condition, questions),
    );
    const only = <T>(value: T, other: T) =>
      weighed.map((_, each) => (each === index ? value : other));
    const effects = evidence.map((each) => ({
      ...hangsOn([each]),
      negated: false,
      points: only(pointsOf(each), 0),
      ruledOut: only(each.kind === 'ruled-out-when', false),
    }));
    const reasons = evidence.filter(({ kind }) => kind === 'use-when');
    if (!isTechnique || reasons.length === 0) return effects;
    const needed = {
      ...hangsOn(reasons),
      negated: true,
      points: only(0, 0),
      ruledOut: only(true, false),
    };
    return [...effects, needed];
  });
}

/** A condition that names a question which nobody asks never comes to hold. */
function isKnown(condition: Condition | undefined, questions: KnowledgeBase['questions']): boolean {
  return condition?.terms.every(({ subject }) => questions.has(subject)) === true;
}

function hangsOn(evidence: readonly Evidence[]): Pick<Effect, 'anyOf' | 'questions'> {
  const anyOf = evidence.map(({ condition }) => partsOf(condition));
  const questions = new Set(anyOf.flat().map(({ question }) => question));
  return { anyOf, questions: [...questions] };
}

/** Whether an effect counts, given the answer to each of its questions. */
export function isFulfilled(
  { anyOf, negated }: Effect,
  answerTo: (question: string) => readonly string[],
): boolean {
  const holds = anyOf.some((parts) =>
    parts.every((part) => fulfils(answerTo(part.question), part)),
  );
  return holds !== negated;
}
