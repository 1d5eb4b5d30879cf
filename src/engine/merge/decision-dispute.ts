import type { Answer, Answers, Pins } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { PossiblePick } from '../../model/merged.ts';
import { pickerOf } from '../picker.ts';
import { plainAnswer } from '../plain-answer.ts';
import { questionsTouching } from '../touching.ts';
import {
  answerKey,
  type CommonGround,
  type MergeRequest,
  type Person,
  type Topic,
} from './common-ground.ts';
import { effectIn } from './effect-in.ts';
import {
  answersWith,
  type Combination,
  combinationsOf,
  type Dispute,
  pickKey,
  type Variation,
  variationOf,
} from './variation.ts';

/** What the answers of several people are held together in. */
export interface Room {
  readonly knowledge: KnowledgeBase;
  readonly request: MergeRequest;
  readonly ground: CommonGround;
  /** The answers of the common ground that are known. */
  readonly common: Answers;
}

/** How one decision hangs on who is right. */
export interface DecisionDispute {
  readonly decision: string;
  /** The differing questions that touch it. */
  readonly disputes: readonly Dispute[];
  readonly variation: Variation;
  readonly isSampled: boolean;
  readonly common: readonly string[];
  readonly picks: readonly PossiblePick[];
}

/** Tries what people answer to the differing questions that touch a decision (all combinations, where they are few). */
export function disputeOf(decision: string, room: Room): DecisionDispute {
  const { knowledge, ground, common, request } = room;
  const disputes = disputesTouching(decision, room);
  const pickOf = pickerOf(knowledge, decision, ground.pins);
  const all = combinationsOf(disputes);
  const from = all ?? request.people.map((person) => combinationOf(person, disputes));
  // Of answers that do the same, any stands for all.
  const base = new Map([...common, ...ground.disputes.flatMap(firstAnswer)]);
  const variation = variationOf(
    disputes,
    from,
    (combination) => pickOf(answersWith(base, disputes, combination)).recommended,
  );
  return {
    ...{ decision, disputes, variation },
    isSampled: all === undefined,
    common: pickOf(common).recommended,
    picks: possiblePicks(decision, { disputes, variation }, room),
  };
}

function firstAnswer({ id, said }: Topic<Answer>): [string, Answer][] {
  return said.slice(0, 1).map(({ value }) => [id, value]);
}

/** The differing questions of which the answers that were given do different things in the decision. */
function disputesTouching(decision: string, { knowledge, ground }: Room): Dispute[] {
  const touching = new Set(questionsTouching(knowledge, decision));
  const disputes = ground.disputes
    .filter(({ id }) => touching.has(id))
    .map(({ id, said }): Dispute => {
      const effectOf = effectIn(knowledge, decision, id);
      const answers = new Map(said.map(({ value }) => [answerKey(value), value]));
      const classes = new Map<string, Answer[]>();
      for (const answer of answers.values()) {
        const key = effectOf(answer.choices);
        classes.set(key, [...(classes.get(key) ?? []), answer]);
      }
      return { question: id, options: [...classes.values()] };
    });
  return disputes.filter(({ options }) => options.length > 1);
}

/** A person's own answers; where there is none, the first that was given. */
function combinationOf({ sheet }: Person, disputes: readonly Dispute[]): Combination {
  return disputes.map(({ question, options }) => {
    const own = sheet.answers.get(question);
    const key = own && answerKey(own);
    return Math.max(
      0,
      options.findIndex((option) => option.some((answer) => answerKey(answer) === key)),
    );
  });
}

/** The picks that people come to first, in the order of the files; then those that only mixed answers lead to. */
function possiblePicks(
  decision: string,
  { disputes, variation }: Pick<DecisionDispute, 'disputes' | 'variation'>,
  room: Room,
): PossiblePick[] {
  const files = new Map<string, { recommended: readonly string[]; files: readonly string[] }>();
  for (const person of room.request.people) {
    const recommended = ownPick(decision, person, room);
    const key = pickKey(recommended);
    files.set(key, { recommended, files: [...(files.get(key)?.files ?? []), person.file] });
  }
  const keys = new Set([...files.keys(), ...variation.picks.keys()]);
  return [...keys].map((key) => {
    const [own, found] = [files.get(key), variation.picks.get(key)];
    const told = disputes.filter((_, index) => variation.matters[index]);
    const isTold = found !== undefined && told.length > 0;
    return {
      recommended: own?.recommended ?? found?.recommended ?? [],
      ...(own && { files: own.files }),
      ...(isTold && { answers: answersIn(found.by, { disputes, variation }, room) }),
    };
  });
}

/** What follows from the common ground and a person's own answers and pins to what is disputed. */
function ownPick(decision: string, { sheet }: Person, room: Room): readonly string[] {
  const { knowledge, ground, common } = room;
  const answers = ground.disputes.flatMap(({ id }) => {
    const own = sheet.answers.get(id);
    return own ? [[id, own] as const] : [];
  });
  const pins = ground.pinDisputes.flatMap(({ id }) => {
    const own = sheet.pins.get(id);
    return own ? [[id, own] as const] : [];
  });
  const all: Pins = new Map([...ground.pins, ...pins]);
  return pickerOf(knowledge, decision, all)(new Map([...common, ...answers])).recommended;
}

/** A combination as answers, only to the questions that matter. */
function answersIn(
  combination: Combination,
  { disputes, variation }: Pick<DecisionDispute, 'disputes' | 'variation'>,
  { knowledge }: Room,
): Record<string, ReturnType<typeof plainAnswer>> {
  const entries = disputes.flatMap(({ question, options }, index) => {
    const option = options[combination[index] ?? 0]?.[0];
    if (!variation.matters[index] || option === undefined) return [];
    return [[question, plainAnswer(knowledge, question, option)] as const];
  });
  return Object.fromEntries(entries);
}
