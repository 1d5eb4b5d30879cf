import type { RecordToVerify, Verdict } from '../../engine/verify/verify.ts';
import { verify } from '../../engine/verify/verify.ts';
import { presentRecord } from '../../knowledge/answers/present-record.ts';
import { recordedSheet } from '../../knowledge/answers/recorded-sheet.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { Progress } from '../../model/audit.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { RecordedDecision } from '../../model/record.ts';
import type { Verification, VerifiedRecord } from '../../model/verification.ts';
import { spellingKey } from '../../names/spelling.ts';
import { combined } from '../answers/answers-in-use.ts';
import type { FoundRecord } from './records-found.ts';

/** What records are decided again with. */
export interface Today {
  readonly knowledge: KnowledgeBase;
  /** What is answered and pinned today; nothing of it if that is not known. */
  readonly facts: AnswerSheet;
}

type Usable = Extract<FoundRecord, { kind: 'usable' }>;

/** Decides the usable records again, and says what became of each file. */
export function* verifyRecords(
  found: readonly FoundRecord[],
  today: Today,
): Generator<Progress, Verification> {
  const usable = found.flatMap((each) => (each.kind === 'usable' ? [each] : []));
  const verdicts = yield* verify(
    today.knowledge,
    usable.map(({ record }) => recordToVerify(record, today)),
  );
  const verified = new Map(
    usable.map((each, index): [FoundRecord, VerifiedRecord[]] => {
      const verdict = verdicts[index];
      return [each, verdict === undefined ? [] : [verifiedRecord(each, verdict, today.knowledge)]];
    }),
  );
  const { version, sha256 } = today.knowledge;
  return {
    version: 1,
    knowledge: { version, sha256 },
    records: found.flatMap((each) =>
      each.kind === 'unusable' ? [each.verified] : (verified.get(each) ?? []),
    ),
    skipped: found.flatMap((each) => (each.kind === 'skipped' ? [each.skipped] : [])),
  };
}

function recordToVerify(recorded: RecordedDecision, { knowledge, facts }: Today): RecordToVerify {
  const record = presentRecord(recorded, knowledge);
  const { sheet, unread } = recordedSheet(recorded, knowledge);
  return {
    record,
    sheet,
    unread: unread.map((each) => ({ kind: 'unread-answer', ...each })),
    today: hasFacts(facts) && mayBeAbout(record, facts) ? combined([sheet, facts]) : sheet,
  };
}

/** Whether anything is answered or pinned. */
export function hasFacts({ answers, pins }: AnswerSheet): boolean {
  return answers.size + pins.size > 0;
}

/** Whether facts are not of another system, or of another part of it. */
export function mayBeAbout(
  { system, scope }: Pick<RecordedDecision, 'system' | 'scope'>,
  facts: AnswerSheet,
): boolean {
  return isSameName(system, facts.system) && isSameName(scope, facts.scope);
}

/** Who does not name it may mean it. */
function isSameName(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return true;
  const key = spellingKey(one);
  return key !== '' && key === spellingKey(other);
}

function verifiedRecord(
  { head, record, edited }: Usable,
  verdict: Verdict,
  knowledge: KnowledgeBase,
): VerifiedRecord {
  const { decision } = presentRecord(record, knowledge);
  if (edited === undefined) return { ...head, decision, ...verdict };
  return {
    ...{ ...head, decision, ...verdict },
    outcome: 'edited',
    causes: [edited, ...verdict.causes],
  };
}
