import type { DecisionAdvice } from '../../model/advice.ts';
import type { RecordedDecision } from '../../model/record.ts';
import type { Cause } from '../../model/verification.ts';
import { namedBy } from '../joint/joint-change.ts';
import { changedPoints } from './changed-points.ts';

/** Why the answers of a record come to something else with today's knowledge; at least one cause. */
export function causesInKnowledge(record: RecordedDecision, advice: DecisionAdvice): Cause[] {
  const changes = changedPoints(record.alternatives, advice.ranking);
  const gone = record.recommended.filter((id) =>
    advice.ranking.every(({ alternative }) => alternative !== id),
  );
  const causes = [
    ...(gone.length > 0 ? [{ kind: 'missing' as const, alternatives: gone }] : []),
    ...(changes.length > 0 ? [{ kind: 'points' as const, changes }] : []),
    ...openQuestions(record.dependsOn ?? [], advice.dependsOn),
  ];
  if (causes.length > 0 && advice.joint === undefined) return causes;
  const together = advice.joint ? namedBy(advice.joint) : [];
  return [...causes, { kind: 'knowledge', together }];
}

function openQuestions(before: readonly string[], after: readonly string[]): Cause[] {
  const added = after.filter((id) => !before.includes(id));
  const gone = before.filter((id) => !after.includes(id));
  return added.length + gone.length > 0 ? [{ kind: 'open-questions', added, gone }] : [];
}
