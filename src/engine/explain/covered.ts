import type { ContrastEntry, Cover } from '../../model/explanation.ts';

/**
 * The same entries, each one against the alternative with those for it that make up for it: the largest that is left
 * first, so that each takes as few as it can. No point makes up twice; what is left over in the end is the lead.
 */
export function covered(entries: readonly ContrastEntry[]): ContrastEntry[] {
  const left = entries.map(({ points }) => Math.max(points, 0));
  return entries.map((entry) => {
    if (entry.points > 0) return entry;
    const coveredBy = allot(-entry.points, left);
    const uncovered = -entry.points - total(coveredBy);
    return {
      ...entry,
      ...(coveredBy.length > 0 && { coveredBy }),
      ...(uncovered > 0 && { uncovered }),
    };
  });
}

/** Takes points out of what is left. */
function allot(wanted: number, left: number[]): Cover[] {
  const covers: Cover[] = [];
  for (let rest = wanted; rest > 0; ) {
    const most = Math.max(0, ...left);
    if (most === 0) break;
    const entry = left.indexOf(most);
    const points = Math.min(most, rest);
    covers.push({ entry, points });
    left[entry] = most - points;
    rest -= points;
  }
  return covers;
}

function total(covers: readonly Cover[]): number {
  return covers.reduce((sum, { points }) => sum + points, 0);
}
