import type { Conflict } from '../../model/advice.ts';
import type { Pins } from '../../model/answers.ts';
import type { Condition } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { Combination, KnowledgeBase } from '../../model/knowledge.ts';
import type { Picked, Picks } from './picks-under.ts';

/**
 * The combinations that the picks break, in the order of the document (docs/model.md, "Choosing together"). What leads counts as picked
 * while a decision is open. A tie breaks a combination only where each of the tied does, so that some way out of it is
 * no conflict. A decision that does not apply, or that nothing fits, has no pick: it satisfies no requirement and breaks
 * no prohibition.
 */
export function conflictsIn(combinations: readonly Combination[], advice: Picks): Conflict[] {
  return combinations.flatMap((combination) => {
    const held = partsOf(combination.when);
    const wanted = partsOf(combination.requires);
    const missing = wanted.filter((part) => !waysOf(advice.get(part.question)).some(meets(part)));
    const isHeld = held.every((part) => waysOf(advice.get(part.question)).every(meets(part)));
    const isMet = combination.requires !== undefined && missing.length === 0;
    return isHeld && !isMet ? [conflictOf(combination, { advice, held, wanted, missing })] : [];
  });
}

/** What is picked if all stays as it stands; several where several are, or are tied. */
export function picksOf(advice: Picked | undefined): readonly string[] {
  return advice && isApplied(advice) ? advice.recommended : [];
}

/** It applies for certain, or by the answers given and the picks that lead now. */
export function isApplied({ applies, appliesAsPicked }: Picked): boolean {
  return applies === 'yes' || appliesAsPicked === true;
}

/** The ways in which a tie may end, each with what is picked then; without a tie that applies there is one. */
function waysOf(advice: Picked | undefined): (readonly string[])[] {
  const picks = picksOf(advice);
  const isTied = advice?.status === 'tied' && picks.length > 0;
  return isTied ? picks.map((pick) => [pick]) : [picks];
}

function meets(part: Part): (way: readonly string[]) => boolean {
  return (way) => fulfils(way, part);
}

interface Breach {
  readonly advice: Picks;
  readonly held: readonly Part[];
  readonly wanted: readonly Part[];
  readonly missing: readonly Part[];
}

function conflictOf(combination: Combination, { advice, held, wanted, missing }: Breach): Conflict {
  const { when, requires, because, place } = combination;
  const picked = (id: string) => picksOf(advice.get(id));
  const named = held.map((part) => [part.question, picked(part.question).filter(isIn(part))]);
  const decisions = [...new Set([...held, ...wanted].map(({ question }) => question))];
  return {
    kind: requires ? 'requires' : 'never',
    condition: when.text,
    ...(requires && { requires: requires.text }),
    because,
    decisions,
    picks: Object.fromEntries(named),
    ...(requires && {
      missing: missing.map(({ question, lists }) => ({
        decision: question,
        wanted: lists.flat(),
        picked: picked(question),
      })),
    }),
    certain: decisions.every((id) => isCertain(advice.get(id))),
    file: place.file,
    line: place.line,
  };
}

function isCertain(picked: Picked | undefined): boolean {
  return picked?.status !== 'open' && picked?.applies !== 'undecided';
}

function isIn({ lists }: Part): (choice: string) => boolean {
  return (choice) => lists.some((list) => list.includes(choice));
}

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
