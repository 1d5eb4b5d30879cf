import { knownAnswers } from '../../common/answers.ts';
import { grouped } from '../../common/lists.ts';
import type { Advice } from '../../model/advice.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { Progress } from '../../model/audit.ts';
import type { Difference } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { RecordedDecision } from '../../model/record.ts';
import type { Cause, RecordedVerdict, VerifiedRecord } from '../../model/verification.ts';
import { advise } from '../advice/advise.ts';
import { diff } from '../diff/diff.ts';
import { causesInKnowledge } from './causes.ts';
import { firedTriggers } from './fired.ts';
import { isSamePick, isSameVerdict, outcomeOf } from './outcome.ts';

/** A record, under the ids of today's knowledge. */
export interface RecordToVerify {
  readonly record: RecordedDecision;
  /** Its answers and pins as today's knowledge reads them. */
  readonly sheet: AnswerSheet;
  /** Answers that today's knowledge no longer takes. */
  readonly unread: readonly Cause[];
  /** The same with the facts of today; `sheet` itself if nothing is known of them. */
  readonly today: AnswerSheet;
}

/** What becomes of the decision of a record; what its text says is another matter. */
export type Verdict = Pick<VerifiedRecord, 'outcome' | 'before' | 'after' | 'causes' | 'fired'>;

/** Decides records again, in their order. Those with the same answers are decided together. */
export function* verify(
  knowledge: KnowledgeBase,
  records: readonly RecordToVerify[],
): Generator<Progress, Verdict[]> {
  const groups = grouped(records, ({ sheet, today }) =>
    JSON.stringify([plain(sheet), today === sheet ? '' : plain(today)]),
  );
  const verdicts = new Map<RecordToVerify, Verdict>();
  for (const group of groups.values()) {
    yield { done: verdicts.size, total: records.length, subject: 'records' };
    const again = yield* decideAgain(knowledge, group);
    for (const each of group) verdicts.set(each, verdictOn(each, again));
  }
  return records.flatMap((each) => verdicts.get(each) ?? []);
}

function plain({ answers, pins, system, scope }: AnswerSheet) {
  return [[...answers], [...pins], system, scope];
}

/** Advice with the answers of the records and with those of today. */
interface Again {
  readonly recorded: Advice;
  readonly present: Advice;
  readonly difference?: Difference;
}

function* decideAgain(
  knowledge: KnowledgeBase,
  [first, ...others]: readonly RecordToVerify[],
): Generator<Progress, Again | undefined> {
  const all = first === undefined ? [] : [first, ...others];
  const decisions = [...new Set(all.map(({ record }) => record.decision))].filter((id) =>
    knowledge.decisions.has(id),
  );
  if (first === undefined || decisions.length === 0) return undefined;
  const { sheet, today } = first;
  const adviceOn = (own: AnswerSheet) =>
    advise(knowledge, { answers: knownAnswers(own), pins: own.pins, decisions });
  const recorded = adviceOn(sheet);
  if (today === sheet) return { recorded, present: recorded };
  const reading = { knowledge, old: sheet, new: today };
  const difference = yield* diff({
    ...{ older: reading, newer: reading, decisions },
    files: { old: '', new: '' },
  });
  return { recorded, present: adviceOn(today), difference };
}

function verdictOn(each: RecordToVerify, again: Again | undefined): Verdict {
  const { record, unread, sheet, today } = each;
  const { decision, revisit } = record;
  const before = verdictIn(record, record.knowledge);
  const find = (advice: Advice | undefined) => advice?.decisions.find(({ id }) => id === decision);
  const [middle, present] = [find(again?.recorded), find(again?.present)];
  if (again === undefined || middle === undefined || present === undefined) {
    return { outcome: 'not-decidable', before, causes: [{ kind: 'missing', decision }], fired: [] };
  }
  const after = verdictIn(present, again.present.knowledge);
  const outcome = outcomeOf(before, after);
  const fired = firedTriggers(revisit, knownAnswers(sheet), knownAnswers(today));
  if (outcome === 'unchanged') return { outcome, before, after, causes: [], fired };
  const between = verdictIn(middle, again.recorded.knowledge);
  const causes = [
    ...(isSameVerdict(before, between) ? [] : [...unread, ...causesInKnowledge(record, middle)]),
    ...causesInAnswers(between, after, decision, again.difference),
  ];
  return { outcome, before, after, causes, fired };
}

function verdictIn(
  decided: Omit<RecordedVerdict, 'knowledge'>,
  knowledge: Advice['knowledge'],
): RecordedVerdict {
  const { status, recommended, applies, pinned, share, firm } = decided;
  return {
    ...{ status, recommended, applies, pinned, knowledge },
    ...(share !== undefined && { share }),
    ...(firm !== undefined && { firm }),
  };
}

/** The answers that moved the outcome, and what else the changed answers come to. */
function causesInAnswers(
  between: RecordedVerdict,
  after: RecordedVerdict,
  decision: string,
  difference: Difference | undefined,
): Cause[] {
  if (difference === undefined || isSameVerdict(between, after)) return [];
  const found = difference.decisions.find(({ id }) => id === decision);
  const { answers: sets = [], together = [] } = found?.movedBy ?? {};
  const named = new Set(sets.flat());
  const isNamed = (id: string) => named.size === 0 || named.has(id);
  return [
    {
      kind: 'answers',
      sets,
      changes: difference.answers.filter(({ question }) => isNamed(question)),
      pins: difference.pins.filter((pin) => isNamed(pin.decision)),
    },
    ...(together.length > 0 && !isSamePick(between, after)
      ? [{ kind: 'knowledge' as const, together }]
      : []),
  ];
}
