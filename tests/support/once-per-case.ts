/** Enough for all small cases of a run with 200 of each kind; a run with more forgets the oldest. */
const MOST_KEPT = 1_200;

/**
 * Works each case out once: properties that have the same seed meet the same cases, also those of other files in the same
 * worker. What is handed back is shared, so that nobody may change it.
 */
export function oncePerCase<Case, T>(work: (each: Case) => T): (each: Case) => T {
  const known = new Map<string, T>();
  return (each) => {
    const key = JSON.stringify(each);
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = work(each);
    const [oldest] = known.keys();
    if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest);
    known.set(key, value);
    return value;
  };
}
