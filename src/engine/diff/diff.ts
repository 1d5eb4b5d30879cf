import type { Advice, DecisionAdvice } from '../../model/advice.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type {
  DecisionDifference,
  Difference,
  DifferenceSide,
  MovedBy,
  PickOfSide,
  ReasonChange,
} from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { advise } from '../advise.ts';
import { compile, withParents } from '../compiled.ts';
import type { Pick as Picked } from '../picker.ts';
import { changedAnswers, changedPins } from './changed-answers.ts';
import { type Advised, changedReasons, silentChanges } from './changed-reasons.ts';
import { type Known, knownTo } from './known-to.ts';
import { movingAnswers } from './moving-answers.ts';
import { onlyIn } from './one-sided.ts';

/** A knowledge base with both answer sheets as it reads them; they may hold ids that only the other one knows. */
export interface Reading {
  readonly knowledge: KnowledgeBase;
  readonly old: AnswerSheet;
  readonly new: AnswerSheet;
}

export interface DiffRequest {
  readonly older: Reading;
  /** The same as `older` where only answers differ. */
  readonly newer: Reading;
  /** The answer files, as they were named. */
  readonly files: { readonly old: string; readonly new: string };
}

/** How far it has come. */
interface Step {
  readonly done: number;
  readonly total: number;
  readonly subject: string;
}

/**
 * Which picks differ between OLD under the older knowledge and NEW under the newer, and what moved each: first the answers,
 * under the older knowledge, then the knowledge.
 */
export function* diff(request: DiffRequest): Generator<Step, Difference> {
  const { older, newer, files } = request;
  const stages = stagesOf(request);
  const shared = [...newer.knowledge.decisions.keys()].filter((id) =>
    older.knowledge.decisions.has(id),
  );
  const decisions: DecisionDifference[] = [];
  for (const [done, id] of shared.entries()) {
    yield { done, total: shared.length, subject: id };
    decisions.push(...differenceIn(id, stages));
  }
  return {
    version: 1,
    before: sideOf(stages.before, { sheet: older.old, file: files.old, other: newer.knowledge }),
    after: sideOf(stages.after, { sheet: newer.new, file: files.new, other: older.knowledge }),
    compared: shared.length,
    answers: changedAnswers(newer, older.knowledge),
    pins: changedPins(newer),
    decisions,
  };
}

/** A sheet under a knowledge base, and what comes of it. */
interface Stage {
  readonly knowledge: KnowledgeBase;
  readonly known: Known;
  readonly advice: Advice;
}

/** From OLD to NEW under the older knowledge, from there to the newer. */
interface Stages {
  readonly before: Stage;
  readonly between: Stage;
  readonly after: Stage;
}

function stagesOf({ older, newer }: DiffRequest): Stages {
  const between = stageOf(older.knowledge, older.new);
  const isOne = older.knowledge === newer.knowledge;
  return {
    before: stageOf(older.knowledge, older.old),
    between,
    after: isOne ? between : stageOf(newer.knowledge, newer.new),
  };
}

function stageOf(knowledge: KnowledgeBase, sheet: AnswerSheet): Stage {
  const known = knownTo(knowledge, sheet);
  return { knowledge, known, advice: advise(knowledge, { ...known, decisions: [] }) };
}

interface Around {
  readonly sheet: AnswerSheet;
  readonly file: string;
  readonly other: KnowledgeBase;
}

function sideOf(
  { knowledge, known, advice }: Stage,
  { sheet: { system, scope }, file, other }: Around,
): DifferenceSide {
  const only = onlyIn(knowledge, other);
  return {
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    file,
    knowledge: advice.knowledge,
    ...(known.unknown.length > 0 && { unknown: known.unknown }),
    ...(only && { only }),
  };
}

function differenceIn(id: string, stages: Stages): DecisionDifference[] {
  const [before, after] = [adviceOn(id, stages.before), adviceOn(id, stages.after)];
  if (isSame(before, after)) return [];
  const between = adviceOn(id, stages.between);
  const isByBoth = !isSame(before, between) && !isSame(between, after);
  return [
    {
      id,
      title: after.title,
      before: pickOf(before),
      after: pickOf(after),
      ...(isByBoth && { between: pickOf(between) }),
      moved: !isSamePick(before, after),
      movedBy: { ...byAnswers(id, stages), ...byKnowledge(id, stages) },
    },
  ];
}

function adviceOn(id: string, { advice }: Stage): DecisionAdvice {
  const found = advice.decisions.find((decision) => decision.id === id);
  if (found === undefined) throw new Error(`No advice on ${id}`);
  return found;
}

function pickOf({ status, recommended, pinned }: DecisionAdvice): PickOfSide {
  return { status, recommended, pinned };
}

/** The same alternatives; where nothing is picked, for the same reason. */
function isSamePick(one: Picked, other: Picked): boolean {
  const isSameSet = [...one.recommended].sort().join() === [...other.recommended].sort().join();
  return isSameSet && (one.recommended.length > 0 || one.status === other.status);
}

function isSame(one: Picked, other: Picked): boolean {
  return isSamePick(one, other) && one.status === other.status;
}

function byAnswers(id: string, { before, between }: Stages): MovedBy {
  const [old, now] = [adviceOn(id, before), adviceOn(id, between)];
  if (isSame(old, now)) return {};
  const isReached = isSamePick(old, now)
    ? (pick: Picked) => isSame(pick, now)
    : (pick: Picked) => isSamePick(pick, now);
  const { knowledge } = before;
  const move = { knowledge, decision: id, before: before.known, after: between.known };
  const { sets, isBounded } = movingAnswers(move, isReached);
  return { answers: sets, ...(isBounded && { answersBounded: true }) };
}

function byKnowledge(id: string, stages: Stages): MovedBy {
  const [old, now] = [adviceOn(id, stages.between), adviceOn(id, stages.after)];
  if (isSame(old, now)) return {};
  const parents = parentsOf(id, stages);
  const isAtStake = [old, now].some(
    ({ status, mayNotApply }) => status === 'not-applicable' || mayNotApply,
  );
  const moved = parents.filter(({ before, after }) => isAtStake && !isSame(before, after));
  const reasons = changedReasons({ before: old, after: now, knowledge: knowledgeIn(stages) });
  return reasons.length + moved.length > 0
    ? movedBy(
        moved.map(({ after }) => after.id),
        reasons,
      )
    : byOpenParents(parents);
}

function movedBy(decisions: readonly string[], reasons: readonly ReasonChange[]): MovedBy {
  return {
    ...(decisions.length > 0 && { decisions }),
    ...(reasons.length > 0 && { reasons }),
  };
}

function knowledgeIn({ between, after }: Stages): Advised['knowledge'] {
  return [between.knowledge, after.knowledge];
}

/** The decisions it hangs on, as far as both sides know them. */
function parentsOf(id: string, stages: Stages): Advised[] {
  return withParents(id, compile(stages.after.knowledge).decisions)
    .slice(0, -1)
    .map(({ decision }) => decision.id)
    .filter((parent) => stages.between.knowledge.decisions.has(parent))
    .map((parent) => ({
      before: adviceOn(parent, stages.between),
      after: adviceOn(parent, stages.after),
      knowledge: knowledgeIn(stages),
    }));
}

/** The picks it hangs on lead as before, but what else they may come to has changed. */
function byOpenParents(parents: readonly Advised[]): MovedBy {
  const changed = parents
    .map((parent) => ({ id: parent.after.id, reasons: silentChanges(parent) }))
    .filter(({ reasons }) => reasons.length > 0);
  return movedBy(
    changed.map(({ id }) => id),
    changed.flatMap(({ reasons }) => reasons),
  );
}
