import { addAll } from '../../common/lists.ts';
import { plainAnswer } from '../../common/plain-answers.ts';
import type { Answer, AnswerSheet } from '../../model/answers.ts';
import type { Progress } from '../../model/audit.ts';
import type {
  AnswerDifference,
  DecisionDifference,
  Difference,
  DifferenceSide,
  MovedBy,
  OnlyHere,
  PickOfSide,
  PinDifference,
} from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { namedBy } from '../joint/joint-change.ts';
import { advisedOn } from './advised.ts';
import { changedApplicability, hasOtherPick, isMoved } from './changed-applicability.ts';
import { changedPin, changedReasons } from './changed-reasons.ts';
import {
  isSame,
  isSamePick,
  type JudgedSheet,
  judgedIn,
  judgeSheet,
  pickOf,
  recommendedIn,
} from './judged-sheet.ts';
import { movingAnswers } from './moving-answers.ts';

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
  /** Only these decisions are compared; all of them if it is absent. */
  readonly decisions?: readonly string[];
}

/**
 * Which picks differ between OLD under the older knowledge and NEW under the newer, and what moved each: first the answers,
 * under the older knowledge, then the knowledge.
 */
export function* diff(request: DiffRequest): Generator<Progress, Difference> {
  const { older, newer, files, decisions: wanted } = request;
  const sheets = sheetsOf(request);
  const shared = [...newer.knowledge.decisions.keys()].filter(
    (id) => older.knowledge.decisions.has(id) && (wanted?.includes(id) ?? true),
  );
  const decisions: DecisionDifference[] = [];
  for (const [done, id] of shared.entries()) {
    yield { done, total: shared.length, subject: id };
    addAll(decisions, differenceIn(id, sheets));
  }
  return {
    version: 1,
    before: sideOf(sheets.before, { sheet: older.old, file: files.old, other: newer.knowledge }),
    after: sideOf(sheets.after, { sheet: newer.new, file: files.new, other: older.knowledge }),
    compared: shared.length,
    answers: changedAnswers(request),
    pins: changedPins(newer),
    decisions,
  };
}

/** From OLD to NEW under the older knowledge, from there to the newer. */
interface Sheets {
  readonly before: JudgedSheet;
  readonly between: JudgedSheet;
  readonly after: JudgedSheet;
}

function sheetsOf({ older, newer }: DiffRequest): Sheets {
  const between = judgeSheet(older.knowledge, older.new);
  return {
    before: older.old === older.new ? between : judgeSheet(older.knowledge, older.old),
    between,
    after: older.knowledge === newer.knowledge ? between : judgeSheet(newer.knowledge, newer.new),
  };
}

interface Around {
  readonly sheet: AnswerSheet;
  readonly file: string;
  readonly other: KnowledgeBase;
}

function sideOf(
  { knowledge, known }: JudgedSheet,
  { sheet: { system, scope }, file, other }: Around,
): DifferenceSide {
  const only = onlyIn(knowledge, other);
  const { version, sha256 } = knowledge;
  return {
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    file,
    knowledge: { version, sha256 },
    ...(known.unknown.length > 0 && { unknown: known.unknown }),
    ...(only && { only }),
  };
}

/** What a knowledge base has and another lacks; undefined if it has nothing of its own. */
function onlyIn(here: KnowledgeBase, there: KnowledgeBase): OnlyHere | undefined {
  const alternatives = [...here.decisions.values()].flatMap((decision) =>
    missing(decision.id, decision.alternatives, there.decisions.get(decision.id)?.alternatives),
  );
  const choices = [...here.questions.values()].flatMap((question) =>
    missing(question.id, question.choices, there.questions.get(question.id)?.choices),
  );
  const found = Object.entries({
    decisions: [...here.decisions.keys()].filter((id) => !there.decisions.has(id)),
    alternatives,
    questions: [...here.questions.keys()].filter((id) => !there.questions.has(id)),
    choices,
  }).filter(([, ids]) => ids.length > 0);
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

type Named = readonly { readonly id: string }[];

/** The parts of a whole that another lacks; nothing if the whole is missing, as that is listed already. */
function missing(whole: string, own: Named, others: Named | undefined): string[] {
  const isMissing = (id: string) => others?.every((other) => other.id !== id) ?? false;
  return own.flatMap(({ id }) => (isMissing(id) ? [`${whole}=${id}`] : []));
}

/** The questions answered differently: in their order, those that only the other knowledge base knows last. */
function changedAnswers({ older, newer }: DiffRequest): AnswerDifference[] {
  const [earlier, later] = [older.knowledge.questions, newer.knowledge.questions];
  const questions = new Map([...earlier, ...later]);
  const ids = new Set([...later.keys(), ...earlier.keys()]);
  return [...ids].flatMap((question) => {
    const { old, new: now } = isStillAsked(question, newer.knowledge) ? newer : older;
    const plain = (answer: Answer | null | undefined) =>
      answer ? plainAnswer({ questions }, question, answer) : undefined;
    const before = plain(old.answers.get(question));
    const after = plain(now.answers.get(question));
    if (String(before) === String(after)) return [];
    const isOneBand = choicesOf(old, question) === choicesOf(now, question);
    return [
      {
        question,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
        ...(isOneBand && { sameChoice: true }),
      },
    ];
  });
}

/** Nothing of it is retired; what is, only the older knowledge reads. */
function isStillAsked(id: string, { retired }: KnowledgeBase): boolean {
  return retired.every(({ question }) => question !== id);
}

function choicesOf({ answers }: AnswerSheet, question: string): string | undefined {
  return answers.get(question)?.choices.join();
}

/** The decisions pinned otherwise, in the order in which they are named. */
function changedPins({ old, new: now }: Reading): PinDifference[] {
  const ids = new Set([...old.pins.keys(), ...now.pins.keys()]);
  return [...ids].flatMap((decision) => {
    const [before, after] = [old.pins.get(decision), now.pins.get(decision)];
    if (before?.join() === after?.join()) return [];
    return [{ decision, ...(before && { before }), ...(after && { after }) }];
  });
}

function differenceIn(id: string, sheets: Sheets): DecisionDifference[] {
  const before = recommendedIn(sheets.before, id);
  const after = recommendedIn(sheets.after, id);
  const [old, now] = [pickOf(judgedIn(sheets.before, id)), pickOf(judgedIn(sheets.after, id))];
  const moved = !isSamePick(before, after);
  if (isSame(old, now) && !moved) return [];
  const between = recommendedIn(sheets.between, id);
  const isByBoth = !isSame(before, between) && !isSame(between, after);
  return [
    {
      id,
      title: judgedIn(sheets.after, id).entry.decision.title,
      before,
      after,
      ...(isByBoth && { between }),
      moved,
      movedBy: {
        ...byAnswers(id, sheets),
        ...byKnowledge(id, sheets),
        ...(moved && byOthers(id, [before, after], sheets)),
      },
    },
  ];
}

/** The decisions whose picks a recommendation has to fit, or follows, on either side; those that differ, if there are any. */
function byOthers(own: string, sides: readonly PickOfSide[], { before, after }: Sheets): MovedBy {
  const named = new Set(sides.flatMap(({ joint }) => (joint ? namedBy(joint) : [])));
  const others = [...after.judged.keys()].filter((id) => id !== own && named.has(id));
  const differing = others.filter(
    (id) => before.judged.has(id) && !isSame(recommendedIn(before, id), recommendedIn(after, id)),
  );
  const together = differing.length > 0 ? differing : others;
  return together.length > 0 ? { together } : {};
}

function byAnswers(id: string, { before, between }: Sheets): MovedBy {
  const [old, now] = [pickOf(judgedIn(before, id)), pickOf(judgedIn(between, id))];
  if (isSame(old, now)) return {};
  const isReached = isSamePick(old, now)
    ? (pick: PickOfSide) => isSame(pick, now)
    : (pick: PickOfSide) => isSamePick(pick, now);
  const { knowledge } = before;
  const move = { knowledge, decision: id, before: before.known, after: between.known };
  const { sets, isBounded } = movingAnswers(move, isReached);
  return { answers: sets, ...(isBounded && { answersBounded: true }) };
}

function byKnowledge(id: string, { between, after }: Sheets): MovedBy {
  const advised = advisedOn(id, [between, after]);
  if (!isMoved(advised)) return {};
  const pinned = changedPin(advised);
  if (pinned.length > 0) return { reasons: pinned };
  const { decisions = [], reasons = [] } = changedApplicability(advised);
  const all = [...reasons, ...(hasOtherPick(advised) ? changedReasons(advised) : [])];
  return {
    ...(decisions.length > 0 && { decisions }),
    ...(all.length > 0 && { reasons: all }),
  };
}
