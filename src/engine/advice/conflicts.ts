import type { Pins } from '../../model/answers.ts';
import type { Condition } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';

/** Two pins of which one makes the other's decision pointless. */
export interface PinsAtOdds {
  /** The decision that cannot apply, and yet is pinned. */
  readonly decision: string;
  /** The pinned decision that keeps it from applying. */
  readonly by: string;
  /** When the first would apply, as its document says. */
  readonly appliesWhen: readonly string[];
}

/**
 * The first pin, in the order of the decisions, that other pins contradict under every answer: each condition under
 * which its decision applies wants another pick of a pinned decision, or a pick of one that cannot apply for such a
 * reason. A condition on a question alone keeps everything possible.
 */
export function pinsAtOdds({ decisions }: KnowledgeBase, pins: Pins): PinsAtOdds | undefined {
  for (const decision of decisions.values()) {
    if (!pins.has(decision.id)) continue;
    const by = blocker(decision, decisions, pins);
    if (by === undefined) continue;
    const appliesWhen = decision.appliesWhen.map(({ text }) => text);
    return { decision: decision.id, by, appliesWhen };
  }
  return undefined;
}

type Decisions = KnowledgeBase['decisions'];

/** The pinned decision because of which none of the conditions can hold. */
function blocker({ appliesWhen }: Decision, decisions: Decisions, pins: Pins): string | undefined {
  const found = appliesWhen.map((condition) =>
    firstOf(partsOf(condition), (part) => blockerOf(part, decisions, pins)),
  );
  return found.includes(undefined) ? undefined : found[0];
}

/** A pin is a pick, whether or not its own decision applies. */
function blockerOf(part: Part, decisions: Decisions, pins: Pins): string | undefined {
  const pin = pins.get(part.question);
  if (pin) return fulfils(pin, part) ? undefined : part.question;
  const parent = decisions.get(part.question);
  return parent && blocker(parent, decisions, pins);
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a condition asks of one question or decision, by id: every list must share a choice with the answer or pick. */
export interface Part {
  readonly question: string;
  readonly lists: readonly (readonly string[])[];
}

/** A condition cut by subject, so that terms on the same subject are judged together; without any, nothing. */
export function partsOf(condition: Condition | undefined): Part[] {
  const lists = new Map<string, (readonly string[])[]>();
  for (const { subject, choices } of condition?.terms ?? []) {
    lists.set(subject, [...(lists.get(subject) ?? []), choices]);
  }
  return [...lists].map(([question, each]) => ({ question, lists: each }));
}

/** Whether an answer or a pick, one id or a set of them, fulfils the part. */
export function fulfils(choices: readonly string[], { lists }: Part): boolean {
  return lists.every((list) => list.some((choice) => choices.includes(choice)));
}
