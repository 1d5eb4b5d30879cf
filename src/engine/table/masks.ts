/** How many members a mask has. */
export function size(mask: number): number {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Whether a mask has this member, counted from 0. */
export function has(mask: number, member: number): boolean {
  return (mask & (1 << member)) !== 0;
}

/** The members of a mask, counted from 0, lowest first. */
export function membersOf(mask: number): number[] {
  const members: number[] = [];
  for (let left = mask; left !== 0; left &= left - 1) members.push(lowestOf(left));
  return members;
}

/** The lowest member of a mask that is not empty. */
export function lowestOf(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

/** The mask of the first `count` members. */
export function firstMembers(count: number): number {
  return 2 ** count - 1;
}

/** The mask of some names, by their place in a list; names that are not in the list have no place in it. */
export function maskOf(names: readonly string[], among: readonly string[]): number {
  let mask = 0;
  for (const name of names) {
    const place = among.indexOf(name);
    if (place >= 0) mask |= 1 << place;
  }
  return mask;
}

/** The names that a mask stands for, in the order of the list. */
export function namesOf(mask: number, among: readonly string[]): string[] {
  return among.filter((_, place) => has(mask, place));
}

/** The mask of some members. */
export function maskOfMembers(members: readonly number[]): number {
  return members.reduce((mask, member) => mask | (1 << member), 0);
}
