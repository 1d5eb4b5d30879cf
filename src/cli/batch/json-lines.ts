/** A line of an input, without its end. */
export interface Line {
  /** From 1 on. */
  readonly number: number;
  /** Empty if there is a fault. */
  readonly text: string;
  readonly fault?: 'too-long' | 'not-utf-8';
  /** The input ended before the line did. */
  readonly isLast?: true;
}

/** Takes the bytes of one input piece by piece, and returns the lines that each piece completes. */
export interface JsonLines {
  readonly push: (chunk: Uint8Array) => readonly Line[];
  /** What follows the last line feed. */
  readonly end: () => readonly Line[];
}

/** Bytes, as many as an answer file may have. */
const LONGEST = 4 * 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * Cuts bytes into lines, wherever the pieces begin and end. No more than one line is kept; of one that is longer than
 * `longest` bytes nothing is.
 */
export function jsonLines(longest = LONGEST): JsonLines {
  let ended = 0;
  const open = openLine(longest);

  const keep = (part: Uint8Array): Line[] =>
    open.add(part) ? [{ number: ended + 1, text: '', fault: 'too-long' }] : [];

  const complete = (part: Uint8Array): Line[] => {
    const overlong = keep(part);
    const whole = open.take();
    ended += 1;
    return whole === undefined ? overlong : [{ number: ended, ...decoded(whole) }];
  };

  const all = (block: Uint8Array): Line[] => {
    const start = ended + 1;
    const lines = textsIn(block, longest).map((line, index) => ({
      number: start + index,
      ...line,
    }));
    ended += lines.length;
    return lines;
  };

  return {
    push: (chunk) => {
      const first = chunk.indexOf(LINE_FEED);
      if (first === -1) return keep(chunk);
      const last = chunk.lastIndexOf(LINE_FEED);
      const lines = complete(chunk.subarray(0, first));
      const whole = last > first ? all(chunk.subarray(first + 1, last)) : [];
      return [lines, whole, keep(chunk.subarray(last + 1))].flat();
    },
    end: () =>
      open.isEmpty() ? [] : complete(new Uint8Array()).map((line) => ({ ...line, isLast: true })),
  };
}

/** The pieces of a line that has not ended yet; nothing of it once it is too long. */
function openLine(longest: number) {
  let parts: Uint8Array[] = [];
  let size = 0;
  return {
    /** Whether it is this part that makes it too long. */
    add: (part: Uint8Array): boolean => {
      const before = size;
      size += part.length;
      if (size > longest) parts = [];
      else parts.push(part);
      return size > longest && before <= longest;
    },
    /** All of it, and a new one begins; undefined if it was too long. */
    take: (): Uint8Array | undefined => {
      const whole = size > longest ? undefined : Buffer.concat(parts);
      parts = [];
      size = 0;
      return whole;
    },
    isEmpty: () => size === 0,
  };
}

type Text = Omit<Line, 'number'>;

/** The reader of a line handles byte order marks, as they may appear wherever files were concatenated. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): Text {
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { text: '', fault: 'not-utf-8' };
  }
}

/** Many lines at once, unless one of them is faulty. */
function textsIn(block: Uint8Array, longest: number): Text[] {
  const { text, fault } = decoded(block);
  if (fault === undefined && block.length <= longest) {
    return text.split('\n').map((each) => ({ text: each }));
  }
  return partsOf(block).map((part) =>
    part.length > longest ? { text: '', fault: 'too-long' } : decoded(part),
  );
}

function partsOf(block: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let start = 0;
  for (let at = block.indexOf(LINE_FEED); at !== -1; at = block.indexOf(LINE_FEED, start)) {
    parts.push(block.subarray(start, at));
    start = at + 1;
  }
  parts.push(block.subarray(start));
  return parts;
}
