export const NO_VALUE = -(2 ** 31);

/**
 * Lists of whole numbers, each with a value. Open addressing over one pool of numbers: a list costs its length and a few
 * words, and no object. Lists that start with the same number have to be of the same length.
 */
export class ListTable {
  /** Of each list its hash, its value and its items; its place is that of its first item. */
  #pool = new Int32Array(1 << 6);
  #used = 0;
  #count = 0;
  /** Places by hash, 0 where free. */
  #slots = new Int32Array(1 << 4);

  /** Where a list stands; it is added where it is new. The list is a part of a buffer of the caller. */
  placeOf(buffer: Int32Array, start: number, end: number): number {
    const hash = hashOf(buffer, start, end);
    const [pool, slots] = [this.#pool, this.#slots];
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let place = slots[slot] ?? 0; place !== 0; place = slots[slot] ?? 0) {
      if (pool[place - 2] === hash && isAt(pool, place - start, buffer, { start, end }))
        return place;
      slot = (slot + 1) & mask;
    }
    return this.#add(hash, buffer, start, end);
  }

  /** `NO_VALUE` until one is set. */
  valueAt(place: number): number {
    return this.#pool[place - 1] ?? 0;
  }

  setValue(place: number, value: number): void {
    this.#pool[place - 1] = value;
  }

  /** An item of the list at a place. */
  itemAt(place: number, index: number): number {
    return this.#pool[place + index] ?? 0;
  }

  #add(hash: number, buffer: Int32Array, start: number, end: number): number {
    const place = this.#used + 2;
    this.#used = place + end - start;
    while (this.#used > this.#pool.length) this.#pool = doubled(this.#pool);
    const pool = this.#pool;
    pool[place - 2] = hash;
    pool[place - 1] = NO_VALUE;
    for (let index = start; index < end; index += 1)
      pool[place + index - start] = buffer[index] ?? 0;
    put(this.#slots, hash, place);
    this.#count += 1;
    if (2 * this.#count > this.#slots.length) this.#enlarge();
    return place;
  }

  #enlarge(): void {
    const slots = new Int32Array(4 * this.#slots.length);
    for (const place of this.#slots) if (place !== 0) put(slots, this.#pool[place - 2] ?? 0, place);
    this.#slots = slots;
  }
}

function isAt(
  pool: Int32Array,
  shift: number,
  buffer: Int32Array,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  for (let index = start; index < end; index += 1) {
    if (pool[index + shift] !== buffer[index]) return false;
  }
  return true;
}

function put(slots: Int32Array, hash: number, place: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = place;
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
