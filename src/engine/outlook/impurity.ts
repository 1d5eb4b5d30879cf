/** What each scenario is, as numbers from 0 on. */
export interface Labels {
  readonly of: Int32Array;
  /** How many different ones there are. */
  readonly size: number;
}

/** Numbers things in the order in which they come up. */
export function labelled(values: ArrayLike<number>): Labels {
  const known = new Map<number, number>();
  const of = Int32Array.from(values, (value) => {
    const label = known.get(value) ?? known.size;
    known.set(value, label);
    return label;
  });
  return { of, size: known.size };
}

/** How far the impurity of outcomes falls when they are parted; 0 at least (MODEL.md, section 6). */
export function impurityFall(outcomes: Labels, parts: Labels): number {
  const counts = new Int32Array(outcomes.size * parts.size);
  for (let scenario = 0; scenario < outcomes.of.length; scenario += 1) {
    const at = (parts.of[scenario] ?? 0) * outcomes.size + (outcomes.of[scenario] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const before = impurity(totals(counts, outcomes.size));
  let after = 0;
  for (let part = 0; part < parts.size; part += 1) {
    const own = counts.subarray(part * outcomes.size, (part + 1) * outcomes.size);
    const size = sum(own);
    after += (size / outcomes.of.length) * (size < 2 ? before : impurity(own));
  }
  return Math.max(0, before - after);
}

function totals(counts: Int32Array, width: number): Int32Array {
  const all = new Int32Array(width);
  counts.forEach((count, index) => {
    all[index % width] = (all[index % width] ?? 0) + count;
  });
  return all;
}

function sum(counts: Int32Array): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** The chance that two different scenarios come to different outcomes: an estimate without bias; for two at least. */
function impurity(counts: Int32Array): number {
  const size = sum(counts);
  const same = counts.reduce((all, count) => all + count * (count - 1), 0);
  return 1 - same / (size * (size - 1));
}
