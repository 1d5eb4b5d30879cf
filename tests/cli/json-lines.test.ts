import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonLines, type Line } from '../../src/cli/batch/json-lines.ts';

const RUNS = 2_000;
const LONGEST = 12;

/** Cuts bytes at the given places, in whatever order they come. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted(
    (a, b) => a - b,
  );
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
}

function linesOf(chunks: readonly Uint8Array[], longest?: number): Line[] {
  const lines = jsonLines(longest);
  return [...chunks.flatMap((chunk) => lines.push(chunk)), ...lines.end()];
}

/** What the lines are, without any cleverness. */
function expectedLines(bytes: Uint8Array, longest: number): Line[] {
  const parts: number[][] = [[]];
  for (const byte of bytes) {
    if (byte === 10) parts.push([]);
    else parts.at(-1)?.push(byte);
  }
  return parts.flatMap((part, index): Line[] => {
    const isLast = index === parts.length - 1;
    if (isLast && part.length === 0) return [];
    if (part.length > longest) return [{ number: index + 1, text: '', fault: 'too-long' }];
    const text = Buffer.from(part).toString('utf8');
    const isText = Buffer.from(text).equals(Buffer.from(part));
    const line: Omit<Line, 'number'> = isText ? { text } : { text: '', fault: 'not-utf-8' };
    return [{ number: index + 1, ...line, ...(isLast && { isLast: true }) }];
  });
}

const places = fc.array(fc.nat(200), { maxLength: 12 });
const text = fc.array(fc.constantFrom('{"a":1}', '\n', '\r\n', 'ä', '😀', '\ufeff', '\u2028', ''), {
  maxLength: 20,
});
const byte = fc.oneof(
  { weight: 2, arbitrary: fc.constant(10) },
  { weight: 3, arbitrary: fc.constantFrom(0xc3, 0xa4, 0xf0, 0x9f, 0x98, 0x80) },
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 127 }) },
  { weight: 1, arbitrary: fc.nat(255) },
);
const bytes = fc.array(byte, { maxLength: 60, size: 'max' });

describe('any split into pieces gives the same lines', () => {
  test('of text with characters of several bytes', () => {
    fc.assert(
      fc.property(text, places, (parts, at) => {
        const whole = Buffer.from(parts.join(''));
        expect(linesOf(cutAt(whole, at))).toEqual(expectedLines(whole, 1_000));
      }),
      { numRuns: RUNS },
    );
  });

  test('of any bytes, with lines that are too long or no text', () => {
    fc.assert(
      fc.property(bytes, places, (all, at) => {
        const whole = Uint8Array.from(all);
        expect(linesOf(cutAt(whole, at), LONGEST)).toEqual(expectedLines(whole, LONGEST));
      }),
      { numRuns: RUNS },
    );
  });
});

test('the random bytes reach every kind of line', () => {
  const all = fc
    .sample(bytes, { numRuns: 500, seed: 7 })
    .flatMap((each) => expectedLines(Uint8Array.from(each), LONGEST));
  for (const kind of [
    ({ fault }: Line) => fault === 'too-long',
    ({ fault }: Line) => fault === 'not-utf-8',
    ({ isLast }: Line) => isLast === true,
    ({ text: found }: Line) => found !== '',
  ]) {
    expect(all.filter(kind).length).toBeGreaterThan(20);
  }
});

test('a piece of very many lines is taken at once', () => {
  const lines = jsonLines().push(Buffer.from('\n'.repeat(1_000_000)));
  expect(lines.length).toBe(1_000_000);
  expect(lines.at(-1)).toEqual({ number: 1_000_000, text: '' });
});

test('a line without end is told once, and the next one is read', () => {
  const lines = jsonLines(10);
  const told = Array.from({ length: 100 }, () => lines.push(Buffer.from('xxxx'))).flat();
  expect(told).toEqual([{ number: 1, text: '', fault: 'too-long' }]);
  expect(lines.push(Buffer.from('x\n{}\n'))).toEqual([{ number: 2, text: '{}' }]);
});
