/** A shorter text that is still at fault, without pieces that can go, ever smaller ones; what has been found after so many milliseconds. */
export function smallest(
  text: string,
  isFaulty: (text: string) => boolean,
  milliseconds: number,
): string {
  const end = Date.now() + milliseconds;
  let best = text;
  for (let size = text.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < best.length && Date.now() < end; ) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      if (isFaulty(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}
