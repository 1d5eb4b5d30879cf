/**
 * Parts of a whole as whole percents that add up to 100: each is rounded down, and the percents that are missing go to the
 * largest remainders, the first of equals. In the order of the parts, which are not negative; nothing of nothing is 0.
 */
export function wholePercents(parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) return parts.map(() => 0);
  const floors = parts.map((part) => Math.floor((100 * part) / whole));
  const missing = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  const raised = parts
    .map((part, index) => ({ index, remainder: (100 * part) % whole }))
    .sort((a, b) => b.remainder - a.remainder)
    .slice(0, missing)
    .map(({ index }) => index);
  return floors.map((floor, index) => (raised.includes(index) ? floor + 1 : floor));
}
