import type { Advice, DecisionAdvice } from '../../src/model/advice.ts';

export function adviceOn(decision: string, { decisions }: Advice): DecisionAdvice {
  const advice = decisions.find(({ id }) => id === decision);
  if (advice === undefined) throw new Error(`No advice on ${decision}`);
  return advice;
}

/** The alternatives that are recommended; of a database that is NoSQL, its types. */
export function pickedOn(decision: string, advice: Advice): readonly string[] {
  const { recommended } = adviceOn(decision, advice);
  if (decision !== 'database') return recommended;
  return recommended.flatMap((id) =>
    id === 'nosql' ? adviceOn('nosql-type', advice).recommended : [id],
  );
}

/** The decision in which a pick and a label part: among families of NoSQL that is their type. */
export function decisionBehind(
  decision: string,
  labels: readonly string[],
  advice: Advice,
): DecisionAdvice {
  const own = adviceOn(decision, advice);
  const isAmongTypes =
    decision === 'database' && own.recommended.includes('nosql') && !labels.includes('sql');
  return isAmongTypes ? adviceOn('nosql-type', advice) : own;
}
