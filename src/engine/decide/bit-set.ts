/** A set of whole numbers of any size, as bits of several numbers. */
export type BitSet = readonly number[];

const BITS = 31;

/** The numbers from 0 on that are members. */
export function bitSetOf(members: readonly number[], size: number): number[] {
  const bits = new Array<number>(Math.ceil(size / BITS)).fill(0);
  for (const member of members) {
    const word = Math.trunc(member / BITS);
    bits[word] = (bits[word] ?? 0) | (1 << (member % BITS));
  }
  return bits;
}

/** Takes a member out, in place. */
export function removeFrom(bits: number[], member: number): void {
  const word = Math.trunc(member / BITS);
  bits[word] = (bits[word] ?? 0) & ~(1 << (member % BITS));
}

export function isIn(bits: BitSet, member: number): boolean {
  return ((bits[Math.trunc(member / BITS)] ?? 0) & (1 << (member % BITS))) !== 0;
}

/** What several sets of one size have in common with another. */
export function within(bits: BitSet, sets: readonly BitSet[]): BitSet {
  return bits.map((word, index) => {
    let mask = 0;
    for (const set of sets) mask |= set[index] ?? 0;
    return word & mask;
  });
}
