/** Lists of whole numbers, each with a value. Lists that start with the same number have to be of the same length. */
export interface ListTable {
  /** Where a list stands; it is added where it is new. The list is a part of a buffer of the caller. */
  readonly placeOf: (buffer: Int32Array, start: number, end: number) => number;
  /** `NO_VALUE` until one is set. */
  readonly valueAt: (place: number) => number;
  readonly setValue: (place: number, value: number) => void;
  /** An item of the list at a place. */
  readonly itemAt: (place: number, index: number) => number;
}

export const NO_VALUE = -(2 ** 31);

/** Open addressing over one pool of numbers: a list costs its length and a few words, and no object. */
export function listTable(): ListTable {
  /** Of each list its hash, its value and its items; its place is that of its first item. */
  let pool = new Int32Array(1 << 7);
  let used = 0;
  let count = 0;
  /** Places by hash, 0 where free. */
  let table = new Int32Array(1 << 5);
  const isAt = (place: number, buffer: Int32Array, start: number, end: number): boolean => {
    const shift = place - start;
    for (let index = start; index < end; index += 1) {
      if (pool[index + shift] !== buffer[index]) return false;
    }
    return true;
  };
  const put = (place: number): void => {
    const mask = table.length - 1;
    let slot = (pool[place - 2] ?? 0) & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = place;
  };
  const add = (hash: number, buffer: Int32Array, start: number, end: number): number => {
    const place = used + 2;
    used = place + end - start;
    while (used > pool.length) pool = doubled(pool);
    pool[place - 2] = hash;
    pool[place - 1] = NO_VALUE;
    for (let index = start; index < end; index += 1)
      pool[place + index - start] = buffer[index] ?? 0;
    put(place);
    count += 1;
    if (2 * count > table.length) enlarge();
    return place;
  };
  const enlarge = (): void => {
    const before = table;
    table = new Int32Array(4 * before.length);
    for (const place of before) if (place !== 0) put(place);
  };
  const placeOf = (buffer: Int32Array, start: number, end: number): number => {
    const hash = hashOf(buffer, start, end);
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let place = table[slot] ?? 0; place !== 0; place = table[slot] ?? 0) {
      if (pool[place - 2] === hash && isAt(place, buffer, start, end)) return place;
      slot = (slot + 1) & mask;
    }
    return add(hash, buffer, start, end);
  };
  return {
    placeOf,
    valueAt: (place) => pool[place - 1] ?? 0,
    setValue: (place, value) => {
      pool[place - 1] = value;
    },
    itemAt: (place, index) => pool[place + index] ?? 0,
  };
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
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
