import { distance } from 'fastest-levenshtein';

/** Letters of a name from which on fewer of them may be off. */
const LONG = 9;

/** The candidate that was probably meant: at most a third of its letters off, of long names a quarter; the earliest of equals. */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const length = Math.max(candidate.length, name.length);
    const most = length / (length < LONG ? 3 : 4);
    if (Math.abs(candidate.length - name.length) > most) continue;
    const off = slips(name.toLowerCase(), candidate.toLowerCase());
    if (off < least && off <= most) {
      best = candidate;
      least = off;
    }
  }
  return best;
}

/** Letters to change; two that changed places are one slip. */
function slips(a: string, b: string): number {
  const off = distance(a, b);
  return off === 2 && sorted(a) === sorted(b) ? 1 : off;
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

/** A hint that names the closest candidate, or says where to find them all. */
export function didYouMean(name: string, candidates: Iterable<string>, otherwise: string): string {
  const near = closest(name, candidates);
  return near === undefined ? otherwise : `did you mean \`${near}\`?`;
}
