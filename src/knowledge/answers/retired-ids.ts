import type { KnowledgeBase, Renamed, Retired, RetiredId } from '../../model/knowledge.ts';
import { numberFor } from './answer.ts';

/** An answer or a pin under the ids of today. */
interface Said {
  readonly subject: Renamed['subject'];
  readonly id: string;
  readonly raw: unknown;
}

/** What is left of it without what is retired. */
export interface Left {
  /** All of it is retired. */
  readonly isNothing: boolean;
  readonly raw: unknown;
  readonly retired: readonly RetiredId[];
  /** Where a member of a list stood before others were left out. */
  readonly written: (index: number) => number;
}

/** Leaves out an answer to a retired question, whatever it is, and retired choices; of a list only those. */
export function withoutRetired(knowledge: KnowledgeBase, { subject, id, raw }: Said): Left {
  if (subject === 'decision') return asWritten(raw);
  const whole = retirementOf(knowledge, id);
  if (whole) return { ...asWritten(raw), isNothing: true, retired: [foundIn(whole)] };
  const question = knowledge.questions.get(id);
  const choices = knowledge.retired.filter((each) => each.question === id);
  if (question === undefined || choices.length === 0) return asWritten(raw);
  const members: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const retirements = members.map((member) =>
    numberFor(question, member) === undefined ? retirementAmong(choices, member) : undefined,
  );
  const retired = retirements.flatMap((each) => (each ? [foundIn(each)] : []));
  if (retired.length === 0) return asWritten(raw);
  const kept = [...members.keys()].filter((index) => retirements[index] === undefined);
  return {
    isNothing: kept.length === 0,
    raw: kept.map((index) => members[index]),
    retired,
    written: (index) => kept[index] ?? index,
  };
}

/** Nobody asks this question any more. */
export function isRetired(knowledge: KnowledgeBase, question: string): boolean {
  return retirementOf(knowledge, question) !== undefined;
}

function retirementOf({ retired }: KnowledgeBase, question: string): Retired | undefined {
  return retired.findLast((each) => each.question === question && each.choice === undefined);
}

function retirementAmong(choices: readonly Retired[], member: unknown): Retired | undefined {
  if (typeof member !== 'string' && typeof member !== 'number') return undefined;
  return choices.findLast(({ choice }) => choice === String(member));
}

function foundIn({ question, choice, because }: Retired): RetiredId {
  return choice === undefined ? { id: question, because } : { id: choice, of: question, because };
}

function asWritten(raw: unknown): Left {
  return { isNothing: false, raw, retired: [], written: (index) => index };
}
