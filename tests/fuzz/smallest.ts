/** Enough for a text of some thousand characters. */
const MOST_TRIES = 1_000;

/** A shorter text that is still at fault: without pieces that can go, ever smaller ones. */
export function smallest(text: string, isFaulty: (text: string) => boolean): string {
  let [best, tries] = [text, 0];
  for (let size = text.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < best.length && tries < MOST_TRIES; tries += 1) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      if (isFaulty(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}
