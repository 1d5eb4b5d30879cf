/** Numbers lists of whole numbers, so that equal lists have one number. */
export interface Intern {
  /** The number of a list, from 0 on; a new one gets the next number. The list is a part of a buffer of the caller. */
  readonly numberOf: (buffer: Int32Array, start: number, end: number) => number;
  /** An item of the list with this number. */
  readonly itemOf: (number: number, index: number) => number;
  /** How many lists there are. */
  readonly count: () => number;
}

/** Open addressing over one pool of numbers: a list costs its length and a few words, and no object. */
export function intern(): Intern {
  const lists = listPool();
  /** Numbers plus 1, by hash. */
  let table = new Int32Array(1 << 7);
  const enlarge = (): void => {
    table = new Int32Array(2 * table.length);
    const mask = table.length - 1;
    for (let number = 0; number < lists.count(); number += 1) {
      let slot = lists.hashOf(number) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = number + 1;
    }
  };
  const numberOf = (buffer: Int32Array, start: number, end: number): number => {
    const mask = table.length - 1;
    let slot = hashOf(buffer, start, end) & mask;
    for (let number = (table[slot] ?? 0) - 1; number >= 0; number = (table[slot] ?? 0) - 1) {
      if (lists.isSame(number, buffer, start, end)) return number;
      slot = (slot + 1) & mask;
    }
    const number = lists.add(buffer, start, end);
    table[slot] = number + 1;
    if (2 * number > table.length) enlarge();
    return number;
  };
  return { numberOf, itemOf: lists.itemOf, count: lists.count };
}

/** Lists one behind the other. */
function listPool() {
  let pool = new Int32Array(1 << 8);
  /** Where each list starts in the pool, and where the next one will. */
  let starts = new Int32Array(1 << 6);
  let count = 0;
  const startOf = (number: number) => starts[number] ?? 0;
  return {
    count: () => count,
    itemOf: (number: number, index: number) => pool[startOf(number) + index] ?? 0,
    hashOf: (number: number) => hashOf(pool, startOf(number), startOf(number + 1)),
    isSame: (number: number, buffer: Int32Array, from: number, to: number): boolean => {
      const start = startOf(number);
      if (startOf(number + 1) - start !== to - from) return false;
      for (let index = from; index < to; index += 1) {
        if (pool[start + index - from] !== buffer[index]) return false;
      }
      return true;
    },
    add: (buffer: Int32Array, from: number, to: number): number => {
      const start = startOf(count);
      while (start + to - from > pool.length) pool = grown(pool);
      pool.set(buffer.subarray(from, to), start);
      if (count + 2 > starts.length) starts = grown(starts);
      count += 1;
      starts[count] = start + to - from;
      return count - 1;
    },
  };
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * values.length);
  larger.set(values);
  return larger;
}

function hashOf(values: Int32Array, start: number, end: number): number {
  let hash = 0;
  for (let index = start; index < end; index += 1) {
    hash = Math.imul(hash ^ (values[index] ?? 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
