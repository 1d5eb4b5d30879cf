import { verify } from '../../src/engine/verify/verify.ts';
import { recordedSheet } from '../../src/knowledge/answers/recorded-sheet.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { RecordedDecision } from '../../src/model/record.ts';
import type { Cause, VerifiedRecord } from '../../src/model/verification.ts';
import { finished } from './finished.ts';

type Verdict = Pick<VerifiedRecord, 'outcome' | 'before' | 'after' | 'causes' | 'fired'>;

/** A record decided again with its own answers, or with those of today. */
export function verified(
  record: RecordedDecision,
  knowledge: KnowledgeBase,
  today?: AnswerSheet,
): Verdict {
  const [verdict] = allVerified([record], knowledge, today);
  if (verdict === undefined) throw new Error('nothing was verified');
  return verdict;
}

/** Several records at once. */
export function allVerified(
  records: readonly RecordedDecision[],
  knowledge: KnowledgeBase,
  today?: AnswerSheet,
): Verdict[] {
  const all = records.map((record) => {
    const { sheet, unread } = recordedSheet(record, knowledge);
    const causes = unread.map((each): Cause => ({ kind: 'unread-answer', ...each }));
    return { record, sheet, unread: causes, today: today ?? sheet };
  });
  return finished(verify(knowledge, all));
}
