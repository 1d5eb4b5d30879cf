/** Wilson's interval for a share, at 95%. */
export function intervalOf(sum: number, count: number): readonly [number, number] {
  if (count === 0) return [0, 1];
  const z = 1.96;
  const share = sum / count;
  const middle = share + (z * z) / (2 * count);
  const spread = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  const scale = 1 + (z * z) / count;
  return [(middle - spread) / scale, (middle + spread) / scale];
}

/** The interval in whole percent: `[65, 97]`. */
export function intervalText(sum: number, count: number): string {
  const [low, high] = intervalOf(sum, count);
  return `[${Math.round(100 * low)}, ${Math.round(100 * high)}]`;
}
