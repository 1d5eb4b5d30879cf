import type { RankedAlternative } from '../../model/advice.ts';
import type { Decision } from '../../model/decision.ts';
import { has } from '../table/masks.ts';
import { type Advised, isOfSeveral, isPinned, pinsOf } from './advised.ts';
import { isSamePick, pickOf } from './stage.ts';

/** The alternatives of each side, with their points. */
export type Ranked = readonly [
  before: readonly RankedAlternative[],
  after: readonly RankedAlternative[],
];

/**
 * The alternatives that a changed pick is about: the picks of both sides; of several picks those whose own verdict is
 * another. A third alternative has a say where only the status differs, and where one side is proved and the other is not.
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
