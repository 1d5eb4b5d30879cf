import type { RankedAlternative } from '../../model/advice.ts';
import type { Decision } from '../../model/decision.ts';
import type { Judged } from '../decide/judge.ts';
import { has } from '../table/masks.ts';
import { isSamePick, type JudgedSheet, judgedIn, pickOf } from './judged-sheet.ts';

/** One decision as two knowledge bases advise on it, both of which know it. */
export interface Advised {
  readonly id: string;
  readonly sheets: readonly [before: JudgedSheet, after: JudgedSheet];
  readonly judged: readonly [before: Judged, after: Judged];
  readonly decisions: readonly [before: Decision, after: Decision];
}

export function advisedOn(id: string, sheets: Advised['sheets']): Advised {
  const [before, after] = [judgedIn(sheets[0], id), judgedIn(sheets[1], id)];
  const decisions = [before.entry.decision, after.entry.decision] as const;
  return { id, sheets, judged: [before, after], decisions };
}

/** The alternatives that a side has pinned: it leaves out those that it does not know. */
export function pinsOf({ id, sheets: [before, after] }: Advised) {
  return [before.known.pins.get(id), after.known.pins.get(id)] as const;
}

/** Pinned on both sides, so that only hard rules on what is pinned can move the pick. */
export function isPinned(advised: Advised): boolean {
  return pinsOf(advised).every((pin) => pin !== undefined);
}

/** Several may be picked on both sides. */
export function isOfSeveral({ decisions }: Advised): boolean {
  return decisions.every(({ several }) => several);
}

/** The alternatives of each side, with their points. */
export type Ranked = readonly [
  before: readonly RankedAlternative[],
  after: readonly RankedAlternative[],
];

/**
 * The alternatives that a changed pick is about: the picks of both sides; of several picks those whose own verdict is
 * another. A third alternative matters if only the status differs, and where one side is proved and the other is not.
 */
export function concerned(advised: Advised, ranked: Ranked): string[] {
  const every = everyAlternative(advised);
  if (isPinned(advised)) return every;
  if (isOfSeveral(advised)) {
    const turned = every.filter((id) => isTurned(id, ranked));
    return turned.length > 0 ? turned : every;
  }
  const picked = every.filter((id) => isPicked(id, advised));
  return picked.length > 0 && isBetweenPicks(advised) ? picked : every;
}

/** All alternatives of either side; of a pinned decision the pinned ones. What stands for no technique on each side is not weighed. */
export function everyAlternative(advised: Advised): string[] {
  if (isPinned(advised)) return [...new Set(pinsOf(advised).flatMap((pin) => pin ?? []))];
  const { decisions } = advised;
  const ids = decisions.flatMap(({ alternatives }) => alternatives.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => decisions.some((each) => isWeighed(id, each)));
}

function isWeighed(id: string, { several, baseline, alternatives }: Decision): boolean {
  return alternatives.some((each) => each.id === id) && !(several && baseline === id);
}

/** An alternative of both sides that stands for no technique on one of them alone. */
export function isNoneOnce(id: string, { decisions }: Advised): boolean {
  return !decisions.every((each) => isWeighed(id, each));
}

function isTurned(id: string, ranked: Ranked): boolean {
  const [before, after] = ranked.map((ranking) => {
    const own = ranking.find(({ alternative }) => alternative === id);
    return `${own?.picked ?? false} ${own?.status ?? 'settled'}`;
  });
  return before !== after;
}

function isPicked(id: string, { judged }: Advised): boolean {
  return judged.some(({ picks, entry: { alternatives } }) => {
    const place = alternatives.indexOf(id);
    return place >= 0 && has(picks, place);
  });
}

/** Both sides are proved, or both follow the points so far: then the picks alone can have changed places. */
function isBetweenPicks({ judged: [before, after] }: Advised): boolean {
  const isOneOpen = (before.status === 'open') !== (after.status === 'open');
  return !isOneOpen && !isSamePick(pickOf(before), pickOf(after));
}
