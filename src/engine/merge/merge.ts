import { knownAnswers } from '../../common/answers.ts';
import { plainAnswers, plainPins } from '../../common/plain-answers.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { Progress } from '../../model/audit.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Merged } from '../../model/merged.ts';
import { situationOf } from '../advice/situation.ts';
import {
  type CommonGround,
  commonGround,
  type MergeRequest,
  notesIn,
  type Topic,
} from './common-ground.ts';
import { type DecisionDispute, disputeOf, type MergeBasis } from './decision-dispute.ts';
import { answerDispute, pinDisputesIn, saidIn } from './differences.ts';
import { jointPicksOf } from './joint-picks-of.ts';

/** Several people's answers to one system, combined. */
export interface MergeResult {
  readonly merged: Merged;
  /** The common ground as an answer file; what is disputed is not in it, so that it will be asked. */
  readonly sheet: AnswerSheet;
}

/** Says where people differ, and which difference matters to which pick; decision by decision. */
export function* merge(
  knowledge: KnowledgeBase,
  request: MergeRequest,
): Generator<Progress, MergeResult> {
  const ground = commonGround(knowledge, request);
  const sheet = sheetOf(ground, request);
  const common = knownAnswers(ground);
  const situation = situationOf(knowledge, { answers: common, pins: ground.pins });
  const basis: MergeBasis = { knowledge, request, ground, common, situation };
  const disputes = yield* disputesIn(basis);
  return {
    sheet,
    merged: {
      version: 1,
      knowledge: { version: knowledge.version, sha256: knowledge.sha256 },
      ...namesIn(request),
      files: request.people.map(({ file }) => file),
      answered: ground.answered.length,
      answers: plainAnswers(knowledge, common),
      pins: plainPins(knowledge, ground.pins),
      ...(sheet.notes.size > 0 && { notes: Object.fromEntries(sheet.notes) }),
      ...disputedIn(basis, disputes),
      joint: jointPicksOf(basis),
      ...agreedIn(basis),
    },
  };
}

function* disputesIn(basis: MergeBasis): Generator<Progress, DecisionDispute[]> {
  const { decisions } = basis.situation.tables;
  const disputes: DecisionDispute[] = [];
  for (const { index, decision } of decisions) {
    yield { done: index, total: decisions.length, subject: decision.title };
    disputes.push(disputeOf(index, basis));
  }
  return disputes;
}

/** What depends on how the differences are settled. */
function disputedIn(
  basis: MergeBasis,
  all: readonly DecisionDispute[],
): Pick<Merged, 'differences' | 'pinDifferences' | 'picks' | 'sampled'> {
  const { knowledge, ground } = basis;
  const pinDifferences = pinDisputesIn(basis);
  const byPins = new Set(pinDifferences.flatMap((each) => [...each.matters, ...each.neededFor]));
  const idOf = ({ entry }: DecisionDispute) => entry.decision.id;
  const sampled = all.filter(({ variation }) => variation.isSampled).map(idOf);
  return {
    differences: ground.disputes.map((topic) => answerDispute(topic, all, knowledge)),
    pinDifferences,
    picks: all
      .filter((each) => each.isVarying || byPins.has(idOf(each)))
      .map((each) => ({ decision: idOf(each), common: each.common, picks: each.picks })),
    ...(sampled.length > 0 && { sampled }),
  };
}

/** What no longer depends on any person. */
function agreedIn({
  knowledge,
  ground,
}: MergeBasis): Pick<Merged, 'settled' | 'bySome' | 'pinnedBySome'> {
  const { settled, bySome, pinnedBySome } = ground;
  return {
    settled: settled.map((topic) => saidIn(topic, knowledge)),
    bySome: bySome.map(({ id, said }) => ({ question: id, files: filesIn(said) })),
    pinnedBySome: pinnedBySome.map(({ id, said }) => ({ decision: id, files: filesIn(said) })),
  };
}

function filesIn(said: Topic<unknown>['said']): string[] {
  return said.map(({ file }) => file);
}

function sheetOf({ answers, pins }: CommonGround, request: MergeRequest): AnswerSheet {
  return { ...namesIn(request), answers, pins, notes: notesIn(request) };
}

/** What the system and its part are called, where those who say so agree or a stronger source decides. */
function namesIn({ people, under, over }: MergeRequest): Pick<AnswerSheet, 'system' | 'scope'> {
  const agreed = (field: 'system' | 'scope') => {
    const names = new Set(people.flatMap(({ sheet }) => sheet[field] ?? []));
    const [first] = names;
    return over[field] ?? (names.size <= 1 ? (first ?? under[field]) : undefined);
  };
  const [system, scope] = [agreed('system'), agreed('scope')];
  return { ...(system !== undefined && { system }), ...(scope !== undefined && { scope }) };
}
