/** What each scenario is, as numbers from 0 on. */
export interface Labels {
  readonly of: Int32Array;
  /** How many different ones there are. */
  readonly size: number;
}

/** Numbers things in the order in which they come up. */
export function labelled(values: ArrayLike<number>): Labels {
  const known = new Map<number, number>();
  const of = new Int32Array(values.length);
  let [last, label] = [Number.NaN, 0];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value !== last) {
      label = known.get(value) ?? known.size;
      known.set(value, label);
      last = value;
    }
    of[index] = label;
  }
  return { of, size: known.size };
}

/** How far the impurity of outcomes falls when they are parted; 0 at least (MODEL.md, section 6). */
export function impurityFall(outcomes: Labels, parts: Labels): number {
  if (outcomes.size < 2) return 0;
  const { size } = outcomes;
  const whole = new Int32Array(size);
  const counts = new Int32Array(size * parts.size);
  for (let scenario = 0; scenario < outcomes.of.length; scenario += 1) {
    const outcome = outcomes.of[scenario] ?? 0;
    const at = (parts.of[scenario] ?? 0) * size + outcome;
    counts[at] = (counts[at] ?? 0) + 1;
    whole[outcome] = (whole[outcome] ?? 0) + 1;
  }
  const before = impurity(whole, 0, size);
  let after = 0;
  for (let part = 0; part < parts.size; part += 1) {
    const members = sum(counts, part * size, size);
    const own = members < 2 ? before : impurity(counts, part * size, size);
    after += (members / outcomes.of.length) * own;
  }
  return Math.max(0, before - after);
}

function sum(counts: Int32Array, from: number, size: number): number {
  let all = 0;
  for (let index = from; index < from + size; index += 1) all += counts[index] ?? 0;
  return all;
}

/** The chance that two different scenarios come to different outcomes: an estimate without bias; for two at least. */
function impurity(counts: Int32Array, from: number, size: number): number {
  const members = sum(counts, from, size);
  let same = 0;
  for (let index = from; index < from + size; index += 1) {
    const count = counts[index] ?? 0;
    same += count * (count - 1);
  }
  return 1 - same / (members * (members - 1));
}
