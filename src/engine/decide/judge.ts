import type { Status } from '../../model/advice.ts';
import type { Winning } from '../table/prepared-tables.ts';
import type { AnswerMasks } from '../table/slots.ts';
import { type DecisionEntry, decidingTables, type PinMasks, type Tables } from '../table/tables.ts';
import { type Applicability, applicabilityOf, parentsOf } from './applies.ts';
import { certainlyApplies, type Earlier } from './certainly-applies.ts';
import {
  type Depth,
  type JudgedTable,
  judgeTable,
  judgeUnanswered,
  PICKS,
  PREPARED_CALLS,
} from './judge-table.ts';

/** What a decision comes to over all completions of some answers. */
export interface Judged extends Pick<JudgedTable, 'picks' | 'dependsOn' | 'isBounded'> {
  readonly entry: DecisionEntry;
  readonly isPinned: boolean;
  readonly applicability: Applicability;
  /** Were it to apply; not applicable only if it never does. */
  readonly status: Status;
  /** One; where several may be picked, one per technique; none if it never applies. */
  readonly tables: readonly JudgedTable[];
}

/** What is judged. */
export interface Situation {
  readonly tables: Tables;
  readonly given: AnswerMasks;
  /** The given answers, with what they imply. */
  readonly answers: AnswerMasks;
  readonly pins: PinMasks;
  /** Questions that somebody cannot answer: they stay open; absent where nobody was asked. */
  readonly unknown?: ReadonlySet<number>;
}

export interface Wanted {
  /** The indexes of the decisions asked for; all where absent. */
  readonly decisions?: readonly number[];
  readonly depth: Depth;
}

/** A limit for commands that judge one system: far more than the shipped knowledge ever needs. */
export const THOROUGH: Depth = { isFull: true, calls: PREPARED_CALLS };

/** The same for interviews, which ask about nearly the same answers again and again. */
export const INTERVIEW: Depth = { ...THOROUGH, isKept: true };

/** A limit for those that judge very many. */
export const QUICK: Depth = { isFull: true, calls: 20_000 };

/** Calls to work out whether a decision applies. */
export function callsIn({ isFull, calls }: Depth): number {
  return isFull ? calls : QUICK.calls;
}

/**
 * Judges the decisions asked for, and of those that they depend on only who wins, unless diagrams are kept: then whether a
 * decision applies is read off theirs. What never applies is not weighed. The result is by index, in the order of the
 * knowledge base, and holds the decisions asked for.
 */
export function judge(situation: Situation, { decisions, depth }: Wanted): Map<number, Judged> {
  const { tables, answers, pins } = situation;
  const wanted = new Set(decisions ?? tables.decisions.keys());
  const calls = callsIn(depth);
  const judged = new Map<number, readonly JudgedTable[]>();
  const found = new Map<number, Judged>();
  const earlier = { tables, answers, pins, judged, calls };
  for (const entry of neededFor(wanted, situation)) {
    const isWanted = wanted.has(entry.index);
    const applicability = isWanted ? applicabilityOf(entry, earlier) : undefined;
    const own = mayApply(entry, earlier, applicability)
      ? judgeTables(entry, situation, depthOf(depth, isWanted))
      : [];
    judged.set(entry.index, own);
    if (applicability) found.set(entry.index, judgedOf(entry, { own, applicability, pins }));
  }
  return found;
}

/** As far as is known without a diagram, unless one was asked for. */
function mayApply(entry: DecisionEntry, earlier: Earlier, applicability?: Applicability): boolean {
  if (applicability) return applicability.applies !== 'no';
  return certainlyApplies(entry, earlier) !== false;
}

/** Of a decision that others depend on only who wins is needed, unless diagrams are kept. */
function depthOf(depth: Depth, isWanted: boolean): Depth {
  return isWanted || depth.isKept ? depth : PICKS;
}

/** The tables of a decision, or its pin, as if it applied. */
export function judgeTables(
  entry: DecisionEntry,
  { tables, answers, pins }: Situation,
  depth: Depth,
): JudgedTable[] {
  const how = { questions: tables.questions, depth };
  const known = winningUnanswered(entry, { answers, pins });
  return decidingTables(entry, pins, tables).map((table, index) => {
    const winning = known?.[index];
    return winning
      ? judgeUnanswered(table, answers, { winning, depth })
      : judgeTable(table, answers, how);
  });
}

/** Who wins the tables of a decision, where that was prepared, and nothing is answered or pinned that decides it. */
export function winningUnanswered(
  { index, unanswered }: DecisionEntry,
  { answers, pins }: Pick<Situation, 'answers' | 'pins'>,
): readonly Winning[] | undefined {
  const prepared = pins.has(index) ? undefined : unanswered();
  const isUntouched = prepared?.questions.every((question) => answers[question] === 0);
  return isUntouched ? prepared?.tables : undefined;
}

/** The decisions asked for and those that they depend on, in their order. */
function neededFor(wanted: ReadonlySet<number>, { tables, pins }: Situation): DecisionEntry[] {
  if (wanted.size === tables.decisions.length) return [...tables.decisions];
  const needed = new Set(wanted);
  for (const index of wanted) {
    const entry = tables.decisions[index];
    for (const parent of entry ? parentsOf(entry, tables, pins) : []) needed.add(parent);
  }
  return tables.decisions.filter(({ index }) => needed.has(index));
}

interface Parts {
  readonly own: readonly JudgedTable[];
  readonly applicability: Applicability;
  readonly pins: PinMasks;
}

function judgedOf(entry: DecisionEntry, { own: tables, applicability, pins }: Parts): Judged {
  const isPinned = pins.has(entry.index);
  const never = applicability.applies === 'no';
  const { status, picks } = never ? NEVER : joined(entry, tables, isPinned);
  const dependsOn = jointly(tables);
  const isBounded = tables.some((each) => each.isBounded);
  return { entry, isPinned, applicability, status, picks, dependsOn, isBounded, tables };
}

const NEVER = { status: 'not-applicable', picks: 0 } as const;

/** What some table depends on. */
function jointly(own: readonly JudgedTable[]): readonly number[] {
  const depending = own.map(({ dependsOn }) => dependsOn).filter(({ length }) => length > 0);
  if (depending.length < 2) return depending[0] ?? [];
  return [...new Set(depending.flat())].sort((a, b) => a - b);
}

/** What the tables of a decision come to together; several picks are settled where each is, and none is the baseline. */
export function joined(
  { baseline, decision }: DecisionEntry,
  own: readonly Pick<JudgedTable, 'status' | 'picks'>[],
  isPinned: boolean,
): Pick<JudgedTable, 'status' | 'picks'> {
  const [only] = own;
  if (only === undefined) throw new Error(`Decision ${decision.id} has no table`);
  if (!decision.several || isPinned) return only;
  const picks = own.reduce((mask, each) => mask | each.picks, 0);
  return {
    status: own.some(({ status }) => status === 'open') ? 'open' : 'settled',
    picks: picks === 0 ? baseline : picks,
  };
}
