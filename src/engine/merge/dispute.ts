import type { Answer } from '../../model/answers.ts';
import type { Judged } from '../decide/judge.ts';
import { effectOf } from '../flip/changes.ts';
import { linkWord, sourcesOf } from '../table/implied.ts';
import { maskOf } from '../table/masks.ts';
import type { AnswerMasks } from '../table/slots.ts';
import { questionsIn, type Tables } from '../table/tables.ts';
import { answerKey, type Topic } from './common-ground.ts';

/** A question that people answer differently, as one decision sees it. */
export interface Dispute {
  readonly question: string;
  /** The index of the question. */
  readonly slot: number;
  /** The answers given, in the order of the files; those that do the same in the decision are one option. */
  readonly options: readonly Option[];
}

export interface Option {
  readonly mask: number;
  readonly answers: readonly Answer[];
}

/** What each dispute is settled to: the number of an option, from 1 on; 0 where it is left open. */
export type Combination = readonly number[];

/**
 * The disputes that can still have an effect in a decision, by what they imply too, with the common ground as it was judged:
 * what is settled or certain there stays so under every answer.
 */
export function disputesIn(
  judged: Judged,
  topics: readonly Topic<Answer>[],
  { slots, implying }: Pick<Tables, 'slots' | 'implying'>,
): Dispute[] {
  const own = new Set([...questionsIn(openTables(judged)), ...judged.applicability.dependsOn]);
  const links = implying.filter(({ slot }) => own.has(slot));
  const linked = new Set(links.flatMap((each) => [each.slot, ...sourcesOf(each)]));
  const effectOf = effectsIn(judged);
  const effectIn = (mask: number, slot: number) =>
    linked.has(slot)
      ? `${effectOf(mask, slot)} ${linkWord(mask, slot, links)}`
      : effectOf(mask, slot);
  return topics.flatMap(({ id, said }) => {
    const slot = slots.get(id);
    if (slot === undefined || !(own.has(slot.index) || linked.has(slot.index))) return [];
    const options = new Map<string, Option>();
    for (const answer of new Map(said.map(({ value }) => [answerKey(value), value])).values()) {
      const mask = maskOf(answer.choices, slot.choices);
      const key = effectIn(mask, slot.index);
      const before = options.get(key);
      options.set(key, {
        mask: before?.mask ?? mask,
        answers: [...(before?.answers ?? []), answer],
      });
    }
    return [{ question: id, slot: slot.index, options: [...options.values()] }];
  });
}

function openTables({ tables }: Judged) {
  return tables.filter(({ status }) => status === 'open').map(({ table }) => table);
}

/** What an answer does to the pick, and to whether the decision applies, as a word. */
function effectsIn(judged: Judged): (mask: number, question: number) => string {
  const tables = openTables(judged);
  const { diagram, dependsOn } = judged.applicability;
  const levels = new Map((diagram?.levels ?? []).map((level) => [level.slot, level]));
  const appliesWith = (mask: number, question: number) => {
    if (diagram === undefined) return dependsOn.includes(question) ? mask : 0;
    return levels.get(question)?.classOf(mask) ?? 0;
  };
  return (mask, question) => `${effectOf(mask, question, tables)} ${appliesWith(mask, question)}`;
}

/** The option that an answer belongs to, as a combination has it; 0 without one. */
export function optionOf(answer: Answer | null | undefined, { options }: Dispute): number {
  if (!answer) return 0;
  const key = answerKey(answer);
  return options.findIndex(({ answers }) => answers.some((each) => answerKey(each) === key)) + 1;
}

/** Some answers and those of a combination. */
export function answersWith(
  common: AnswerMasks,
  disputes: readonly Dispute[],
  combination: Combination,
): AnswerMasks {
  const answers = common.slice();
  for (const [index, { slot, options }] of disputes.entries()) {
    answers[slot] = options[(combination[index] ?? 0) - 1]?.mask ?? 0;
  }
  return answers;
}

/** How the pick of a decision varies with what its disputes are settled to. Picks are masks of its alternatives. */
export interface Variation {
  /** Not every combination was tried. */
  readonly isSampled: boolean;
  /** By dispute. */
  readonly influences: readonly Influence[];
  /** What the decision can come to once all disputes are settled; each pick once. */
  readonly settled: readonly number[];
  /** By dispute; empty if its influence is not `answer`. */
  readonly follows: readonly Following[];
  /** By pick: the fewest answers that lead to it; absent if no combination does. */
  readonly ways: ReadonlyMap<number, Way>;
}

/**
 * What a dispute does: `answer` where two of the answers given lead to different picks while all others are settled;
 * else `settling` where settling it changes the pick while each of the others is settled or open; else `none`.
 */
export type Influence = 'answer' | 'settling' | 'none';

/** What follows from each answer to a dispute. */
export interface Following {
  /** The other disputes that are taken as settled, by their place. The rest may be settled or open. */
  readonly with: readonly number[];
  /** By option. */
  readonly picks: readonly (readonly number[])[];
}

/** A combination that leads to a pick. */
export interface Way {
  readonly combination: Combination;
  /** The open disputes that can still change the pick, by their place. */
  readonly dependsOn: readonly number[];
}
