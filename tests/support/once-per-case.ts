/** Enough for all small cases of a run with 200 of each kind; what was not asked for longest is forgotten. */
const MOST_KEPT = 1_200;

/**
 * Works each case out once: properties that have the same seed meet the same cases, also those of other files in the same
 * worker. What is handed back is shared, so that nobody may change it.
 */
export function oncePerCase<Case, T>(work: (each: Case) => T): (each: Case) => T {
  const known = new Map<string, T>();
  return (each) => {
    const key = JSON.stringify(each);
    const value = known.get(key) ?? work(each);
    known.delete(key);
    known.set(key, value);
    const [oldest = key] = known.keys();
    if (known.size > MOST_KEPT) known.delete(oldest);
    return value;
  };
}
