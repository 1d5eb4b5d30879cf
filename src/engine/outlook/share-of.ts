/** Thousandths of the scenarios that come to the pick; of several picks that which is the least sure. */
export function shareOf(picks: readonly Int32Array[], outcomes: readonly Int32Array[]): number {
  const shares = outcomes.map((each, index) => {
    const pick = picks[index]?.[0];
    let same = 0;
    for (const outcome of each) if (outcome === pick) same += 1;
    return same / each.length;
  });
  // Only a proof makes it all of them.
  return Math.min(999, Math.floor(1_000 * Math.min(1, ...shares)));
}
