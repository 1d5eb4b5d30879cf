import type { Conflict } from '../../model/advice.ts';
import type { Combination } from '../../model/knowledge.ts';
import { fulfils, type Part, partsOf } from './parts.ts';
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
