import type { Answer, AnswerSheet, Answers } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { AnswerDispute, Merged, SettledDispute } from '../../model/merged.ts';
import { plainAnswer, plainAnswers, plainPins } from '../plain-answer.ts';
import {
  answerKey,
  type CommonGround,
  commonGround,
  type MergeRequest,
  type Topic,
} from './common-ground.ts';
import { type DecisionDispute, disputeOf, type Room } from './decision-dispute.ts';
import { notesIn } from './notes-in.ts';
import { pinDisputesIn } from './pin-disputes.ts';
import type { Dispute } from './variation.ts';

/** Several people's answers to one system, held together. */
export interface MergeResult {
  readonly merged: Merged;
  /** The common ground as an answer file; what is disputed is not in it, so that it will be asked. */
  readonly sheet: AnswerSheet;
}

/** A decision that is about to be looked at. */
export interface MergeStep {
  readonly done: number;
  readonly total: number;
  readonly subject: string;
}

/** Says where people differ, and which difference matters to which pick; decision by decision. */
export function* merge(
  knowledge: KnowledgeBase,
  request: MergeRequest,
): Generator<MergeStep, MergeResult> {
  const ground = commonGround(knowledge, request);
  const sheet = sheetOf(ground, request);
  const room: Room = { knowledge, request, ground, common: known(ground.answers) };
  const disputes = yield* disputesIn(room);
  return {
    sheet,
    merged: {
      version: 1,
      knowledge: { version: knowledge.version, sha256: knowledge.sha256 },
      ...namesIn(request),
      files: request.people.map(({ file }) => file),
      answered: ground.answered.length,
      answers: plainAnswers(knowledge, room.common),
      pins: plainPins(knowledge, ground.pins),
      ...(sheet.notes.size > 0 && { notes: Object.fromEntries(sheet.notes) }),
      ...disputedIn(room, disputes),
      ...agreedIn(room),
    },
  };
}

function* disputesIn(room: Room): Generator<MergeStep, DecisionDispute[]> {
  const decisions = [...room.knowledge.decisions.values()];
  const disputes: DecisionDispute[] = [];
  for (const [done, { id, title }] of decisions.entries()) {
    yield { done, total: decisions.length, subject: title };
    disputes.push(disputeOf(id, room));
  }
  return disputes;
}

/** What hangs on who is right. */
function disputedIn(
  room: Room,
  all: readonly DecisionDispute[],
): Pick<Merged, 'differences' | 'pinDifferences' | 'picks' | 'sampled'> {
  const { knowledge, ground } = room;
  const pinDifferences = pinDisputesIn(room);
  const byPins = new Set(pinDifferences.flatMap(({ matters }) => matters));
  const sampled = all.filter(({ isSampled }) => isSampled).map(({ decision }) => decision);
  return {
    differences: ground.disputes.map((topic) => answerDispute(topic, all, knowledge)),
    pinDifferences,
    picks: all
      .filter(({ decision, variation }) => byPins.has(decision) || variation.picks.size > 1)
      .map(({ decision, common, picks }) => ({ decision, common, picks })),
    ...(sampled.length > 0 && { sampled }),
  };
}

/** What hangs on nobody any more. */
function agreedIn({
  knowledge,
  ground,
}: Room): Pick<Merged, 'settled' | 'bySome' | 'pinnedBySome'> {
  const { settled, bySome, pinnedBySome } = ground;
  return {
    settled: settled.map((topic) => saidIn(topic, knowledge)),
    bySome: bySome.map(({ id, said }) => ({ question: id, files: filesIn(said) })),
    pinnedBySome: pinnedBySome.map(({ id, said }) => ({ decision: id, files: filesIn(said) })),
  };
}

function answerDispute(
  topic: Topic<Answer>,
  all: readonly DecisionDispute[],
  knowledge: KnowledgeBase,
): AnswerDispute {
  const consequences = all.flatMap(({ decision, disputes, variation }) => {
    const index = disputes.findIndex(({ question }) => question === topic.id);
    const [dispute, follows] = [disputes[index], variation.follows[index]];
    if (dispute === undefined || !variation.matters[index]) return [];
    const picksOf = (keys: Iterable<string> = []) =>
      [...keys].map((key) => variation.picks.get(key)?.recommended ?? []);
    return [
      {
        decision,
        follows: answersIn(topic).map((answer) => ({
          answer: plainAnswer(knowledge, topic.id, answer),
          picks: picksOf(follows?.[placeOf(answer, dispute)]),
        })),
      },
    ];
  });
  return {
    ...saidIn(topic, knowledge),
    matters: consequences.map(({ decision }) => decision),
    consequences,
  };
}

/** Each different answer once, in the order of the files; a number stands beside its band. */
function answersIn({ said }: Topic<Answer>): Answer[] {
  const keyOf = (answer: Answer) => `${answer.number ?? ''} ${answerKey(answer)}`;
  return [...new Map(said.map(({ value }) => [keyOf(value), value])).values()];
}

function placeOf(answer: Answer, { options }: Dispute): number {
  const key = answerKey(answer);
  return options.findIndex((option) => option.some((each) => answerKey(each) === key));
}

function saidIn({ id, said }: Topic<Answer>, knowledge: KnowledgeBase): SettledDispute {
  return {
    question: id,
    said: said.map(({ file, value }) => ({ file, answer: plainAnswer(knowledge, id, value) })),
  };
}

function filesIn(said: Topic<unknown>['said']): string[] {
  return said.map(({ file }) => file);
}

function known(answers: CommonGround['answers']): Answers {
  return new Map([...answers].flatMap(([id, answer]) => (answer ? [[id, answer]] : [])));
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
