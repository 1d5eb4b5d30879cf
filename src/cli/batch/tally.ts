import { overallStatus } from '../../common/decided.ts';
import type { NotCovered, Status } from '../../model/advice.ts';
import type { BatchSummary, DecisionSummary, LimitSummary, LineError } from '../../model/batch.ts';
import type { FormerId, KnowledgeBase, OldIds, RetiredId } from '../../model/knowledge.ts';
import type { Verdict } from '../../model/verdict.ts';
import { count } from '../../report/words/numbers.ts';
import { remarkOldIds } from '../answers/answer-problems.ts';
import type { Context } from '../context.ts';

/** Counts the results of systems, one after the other; keeps only the counts and the first errors. */
export interface BatchTally {
  readonly count: (verdicts: readonly Verdict[]) => void;
  /** Counts a system that goes beyond these limits of the knowledge. */
  readonly goesBeyond: (limits: readonly NotCovered[]) => void;
  readonly fail: (error: LineError) => void;
  readonly summary: () => BatchSummary;
}

const MOST_ERRORS = 5;

/** `only` names the decisions that are counted; all where it is empty. */
export function batchTally(knowledge: KnowledgeBase, only: readonly string[]): BatchTally {
  const ids = [...knowledge.decisions.keys()].filter((id) => isAmong(only, id));
  const decisions = new Map(ids.map((id) => [id, emptyCounts()]));
  const questions = new Map<string, number>();
  const limits = limitCount();
  const errors: LineError[] = [];
  let [lines, failed] = [0, 0];
  return {
    count: (verdicts) => {
      lines += 1;
      for (const verdict of verdicts) add(decisions.get(verdict.id), verdict);
      for (const id of new Set(verdicts.flatMap(questionsOf))) increase(questions, id);
    },
    goesBeyond: limits.add,
    fail: (error) => {
      lines += 1;
      failed += 1;
      if (errors.length < MOST_ERRORS) errors.push(error);
    },
    summary: () => ({
      version: 1,
      knowledge: { version: knowledge.version, sha256: knowledge.sha256 },
      ...{ lines, failed },
      ...(errors.length > 0 && { errors: [...errors] }),
      decisions: [...decisions].map(([id, counts]) => summaryOf(id, counts, knowledge)),
      dependsOn: mostFirst(questions, [...knowledge.questions.keys()]).map(
        ([question, systems]) => ({ question, systems }),
      ),
      ...limits.summary(),
    }),
  };
}

/** How many systems go beyond each limit, by its place. */
function limitCount() {
  const seen = new Map<string, LimitSummary>();
  return {
    add: (limits: readonly NotCovered[]): void => {
      for (const { condition, what, file, line } of limits) {
        const key = `${file}:${line}`;
        const systems = (seen.get(key)?.systems ?? 0) + 1;
        seen.set(key, { condition, what, systems });
      }
    },
    summary: (): Pick<BatchSummary, 'notCovered'> => {
      const most = [...seen.values()].sort((one, other) => other.systems - one.systems);
      return most.length > 0 ? { notCovered: most } : {};
    },
  };
}

function isAmong(only: readonly string[], id: string): boolean {
  return only.length === 0 || only.includes(id);
}

interface Counts {
  readonly statuses: Map<Status, number>;
  readonly picks: Map<string, number>;
}

function emptyCounts(): Counts {
  return { statuses: new Map(), picks: new Map() };
}

/** The questions that can still change its pick, or whether it applies. */
function questionsOf({ dependsOn, appliesDependsOn = [] }: Verdict): string[] {
  return [...dependsOn, ...appliesDependsOn];
}

function add(counts: Counts | undefined, verdict: Verdict): void {
  if (counts === undefined) return;
  increase(counts.statuses, overallStatus(verdict));
  for (const alternative of verdict.recommended) increase(counts.picks, alternative);
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const STATUSES: readonly Status[] = ['settled', 'open', 'tied', 'not-applicable', 'infeasible'];

function summaryOf(
  id: string,
  { statuses, picks }: Counts,
  { decisions }: KnowledgeBase,
): DecisionSummary {
  const alternatives = decisions.get(id)?.alternatives.map((each) => each.id) ?? [];
  const seen = STATUSES.flatMap((status) => {
    const number = statuses.get(status);
    return number === undefined ? [] : [[status, number] as const];
  });
  return {
    id,
    statuses: Object.fromEntries(seen),
    recommended: mostFirst(picks, alternatives).map(([alternative, systems]) => ({
      ...{ alternative, systems },
    })),
  };
}

/** Equal counts in the given order. */
function mostFirst(counts: ReadonlyMap<string, number>, order: readonly string[]) {
  return order
    .flatMap((id) => {
      const number = counts.get(id);
      return number === undefined ? [] : [[id, number] as const];
    })
    .sort(([, one], [, other]) => other - one);
}

/** Gathers the old ids of many lines, to print them once. */
export function oldIdCount() {
  const former = new Map<string, FormerId>();
  const retired = new Map<string, RetiredId>();
  let lines = 0;
  return {
    add: (found: OldIds): void => {
      lines += 1;
      for (const each of found.former) {
        const key = [each.kind, each.of, each.from].join(' ');
        if (!former.has(key)) former.set(key, each);
      }
      for (const each of found.retired) retired.set([each.of, each.id].join(' '), each);
    },
    remark: (context: Pick<Context, 'remark'>): void => {
      if (lines === 0) return;
      context.remark(`Old ids in ${count(lines, 'line')}:\n`);
      remarkOldIds({ former: [...former.values()], retired: [...retired.values()] }, context);
    },
  };
}
