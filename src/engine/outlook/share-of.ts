/** Thousandths of the scenarios that come to these picks and no others. */
export function shareOf(picks: number, outcomes: Int32Array): number {
  let same = 0;
  for (const outcome of outcomes) if (outcome === picks) same += 1;
  // Only a proof makes it all of them.
  return Math.min(999, Math.floor((1_000 * same) / outcomes.length));
}
