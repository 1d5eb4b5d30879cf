import { plainAnswer } from '../../common/plain-answers.ts';
import type { Answers } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { PossiblePick } from '../../model/merged.ts';
import { pickerOf } from '../advice/verdicts.ts';
import { answeredPart } from '../decide/answered.ts';
import { childrenOf, type Diagram, outcomeAt } from '../decide/diagram.ts';
import { type Judged, joined, judge, type Situation, THOROUGH } from '../decide/judge.ts';
import { type JudgedTable, PICKS } from '../decide/judge-table.ts';
import { leaderOf, picksOf } from '../decide/score.ts';
import { narrowed } from '../table/implied.ts';
import { maskOf, namesOf } from '../table/masks.ts';
import { type AnswerMasks, masksWithin, type Slot } from '../table/slots.ts';
import type { DecisionEntry } from '../table/tables.ts';
import { type CommonGround, type MergeRequest, ownIn, type Person } from './common-ground.ts';
import {
  answersWith,
  type Combination,
  type Dispute,
  disputesIn,
  optionOf,
  type Variation,
} from './dispute.ts';
import { countCombinations, everyCombination } from './every-combination.ts';
import { someCombinations } from './some-combinations.ts';

/** What the answers of several people are compared on. */
export interface MergeBasis {
  readonly knowledge: KnowledgeBase;
  readonly request: MergeRequest;
  readonly ground: CommonGround;
  /** The answers of the common ground that are known. */
  readonly common: Answers;
  /** The common ground as the engine sees it. */
  readonly situation: Situation;
}

/** How one decision depends on what the differences are settled to. */
export interface DecisionDispute {
  readonly entry: DecisionEntry;
  readonly disputes: readonly Dispute[];
  readonly variation: Variation;
  /** On the common ground alone. */
  readonly common: readonly string[];
  readonly picks: readonly PossiblePick[];
  /** It can come to more than one pick. */
  readonly isVarying: boolean;
}

/** Beyond this not all combinations are tried. Ten questions with two answers each in one decision are just within it. */
const MOST_COMBINATIONS = 60_000;

/** Tries what each difference may be settled to, or left open, as far as it can have an effect in a decision. */
export function disputeOf(index: number, basis: MergeBasis): DecisionDispute {
  const { situation, ground, request } = basis;
  const plain = withoutImplied(situation);
  const judged = judge(plain, { decisions: [index], depth: THOROUGH }).get(index);
  if (judged === undefined) throw new Error(`There is no decision ${index}`);
  const { entry } = judged;
  const disputes = disputesIn(judged, ground.disputes, situation.tables);
  const pickAfter = picksAfter(judged, plain);
  const pickOf = (combination: Combination) =>
    pickAfter(answersWith(situation.given, disputes, combination));
  const variation =
    countCombinations(disputes) > MOST_COMBINATIONS
      ? someCombinations(disputes, combinationsSaid(request.people, disputes), pickOf)
      : everyCombination(disputes, pickOf);
  const own = ownPicks(entry, basis);
  const hasInfluence = variation.influences.some((influence) => influence !== 'none');
  const picks = new Set([...own.keys(), ...(hasInfluence ? variation.settled : [])]);
  const common = pickAfter(situation.given);
  return {
    ...{ entry, disputes, variation },
    common: namesOf(common, entry.alternatives),
    picks: [...picks].map((pick) =>
      possiblePick(pick, { files: own.get(pick), entry, disputes, variation }, basis),
    ),
    isVarying: picks.add(common).size > 1,
  };
}

/**
 * As though nothing were implied: what the common ground implies may be answered differently by someone, and what is settled
 * without it is settled with it.
 */
function withoutImplied(situation: Situation): Situation {
  return { ...situation, answers: situation.given };
}

/** What each person says, also with the first answer given to what they leave open, and the common ground. */
function combinationsSaid(people: readonly Person[], disputes: readonly Dispute[]): Combination[] {
  const own = people.map(({ sheet }) =>
    disputes.map((dispute) => optionOf(sheet.answers.get(dispute.question), dispute)),
  );
  const settled = own.map((combination) => combination.map((option) => Math.max(option, 1)));
  return [...settled, ...own, disputes.map(() => 0)];
}

/** The files by the pick that follows from the common ground and their own answers and pins to what is disputed. */
function ownPicks(entry: DecisionEntry, basis: MergeBasis): Map<number, string[]> {
  const { knowledge, request, ground, common } = basis;
  const files = new Map<number, string[]>();
  for (const { file, sheet } of request.people) {
    const answers = ownIn(ground.disputes, sheet.answers);
    const pins = ownIn(ground.pinDisputes, sheet.pins);
    const pickOf = pickerOf(knowledge, entry.decision.id, new Map([...ground.pins, ...pins]));
    const { recommended } = pickOf(new Map([...common, ...answers]));
    const pick = maskOf(recommended, entry.alternatives);
    files.set(pick, [...(files.get(pick) ?? []), file]);
  }
  return files;
}

interface Found extends Pick<DecisionDispute, 'entry' | 'disputes' | 'variation'> {
  readonly files: readonly string[] | undefined;
}

function possiblePick(
  pick: number,
  { files, entry, disputes, variation }: Found,
  { knowledge }: MergeBasis,
): PossiblePick {
  const way = variation.ways.get(pick);
  const answers = way?.combination.flatMap((option, index) => {
    const { question = '', options = [] } = disputes[index] ?? {};
    const [answer] = options[option - 1]?.answers ?? [];
    return answer ? [[question, plainAnswer(knowledge, question, answer)] as const] : [];
  });
  const dependsOn = questionsAt(way?.dependsOn ?? [], disputes);
  return {
    recommended: namesOf(pick, entry.alternatives),
    ...(files && { files }),
    ...(answers && { answers: Object.fromEntries(answers) }),
    ...(dependsOn.length > 0 && { dependsOn }),
  };
}

export function questionsAt(places: readonly number[], disputes: readonly Dispute[]): string[] {
  return places.flatMap((place) => disputes[place]?.question ?? []);
}

/**
 * Says what a decision that was judged as though nothing were implied comes to once more is answered, with what that implies,
 * as a mask of its alternatives: 0 where it certainly does not apply, or nothing fits. The diagrams were compiled when it was
 * judged, so each set of given answers is a walk; where that was too much, it is judged anew.
 */
export function picksAfter(judged: Judged, situation: Situation): (given: AnswerMasks) => number {
  const { entry, applicability, isPinned, isBounded, tables } = judged;
  if (applicability.applies === 'no') return () => 0;
  const { questions, implying } = situation.tables;
  const answersOf = (given: AnswerMasks) => narrowed(given, implying).answers;
  if (isBounded || applicability.isBounded) {
    const wanted = { decisions: [entry.index], depth: PICKS };
    return (given) => {
      const now = { ...situation, given, answers: answersOf(given) };
      return judge(now, wanted).get(entry.index)?.picks ?? 0;
    };
  }
  return (given) => {
    const answers = answersOf(given);
    const { diagram } = applicability;
    if (diagram && outcomeAfter(diagram, answers) === 0) return 0;
    const own = tables.map((table) => ({
      status: table.status,
      picks: picksIn(table, answers, questions),
    }));
    return joined(entry, own, isPinned).picks;
  };
}

/** The winners where they are certain, else what leads. */
function picksIn(
  { table, picks, diagram }: JudgedTable,
  answers: AnswerMasks,
  questions: readonly Slot[],
): number {
  if (diagram === undefined) return picks;
  const certain = outcomeAfter(diagram, answers);
  return certain ?? picksOf(table, leaderOf(answeredPart(table, answers), answers, questions));
}

/** The only outcome that a diagram can still come to after some answers; undefined if there is more than one. */
function outcomeAfter(diagram: Diagram, answers: AnswerMasks): number | undefined {
  const outcomes = new Set<number>();
  const seen = new Set<number>();
  const visit = (node: number) => {
    if (outcomes.size > 1 || seen.has(node)) return;
    seen.add(node);
    if (node < 0) outcomes.add(outcomeAt(node));
    else for (const child of childrenAfter(diagram, node, answers)) visit(child);
  };
  visit(diagram.root);
  const [outcome] = outcomes;
  return outcomes.size > 1 ? undefined : outcome;
}

function childrenAfter(diagram: Diagram, node: number, answers: AnswerMasks): number[] {
  const level = diagram.levels[diagram.levelOf(node)];
  const answer = level === undefined ? 0 : (answers[level.slot] ?? 0);
  if (level === undefined || answer === 0) return childrenOf(diagram, node);
  const classes = new Set(masksWithin(answer).map(level.classOf));
  return [...classes].map((each) => diagram.childOf(node, each));
}
