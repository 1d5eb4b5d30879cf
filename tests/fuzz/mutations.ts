import fc from 'fast-check';
import { SIGNS } from '../support/markdown-texts.ts';

/** What means something in the grammar of patterns. */
const WORDS = [
  ...['(strong) ', '(contested), ', ' (judgement)', '(Stale Reads)', 'low latency ', 'caching '],
  ...[
    'eventual consistency ',
    'Performance: ',
    'Consistency (strong): ',
    ' `writes: many`',
    '`a: b`',
  ],
  ...[
    '`writes: few & a: b | c` ',
    '## Advantages\n',
    '- Use when:\n',
    '- Brings up: ',
    'SQL',
    'NoSQL, ',
  ],
  ...['[^a]', '\n\n[^a]: x https://x.y\n', '\u00A0', '\u2028', '.', ' ,', ':', ' : '],
];

/** Changes a text. Shares, from 0 to 1, say where. */
type Mutation = (text: string) => string;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const piece = fc.oneof(fc.constantFrom<string>(...SIGNS), fc.constantFrom(...WORDS));
const pieces = fc.array(piece, { minLength: 1, maxLength: 3 }).map((all) => all.join(''));

/** From a place in a text up to another one, of a few lines at most. */
const range = fc.tuple(share, fc.nat(200));

const insert = fc.tuple(share, pieces).map(
  ([at, what]): Mutation =>
    (text) =>
      spliced(text, [at, 0], () => what),
);
const drop = range.map(
  (of): Mutation =>
    (text) =>
      spliced(text, of, () => ''),
);
const double = range.map(
  (of): Mutation =>
    (text) =>
      spliced(text, of, (what) => what + what),
);
const move = fc.tuple(range, share).map(
  ([of, to]): Mutation =>
    (text) => {
      const [from, end] = within(text, of);
      const rest = text.slice(0, from) + text.slice(end);
      return spliced(rest, [to, 0], () => text.slice(from, end));
    },
);
const indent = fc.tuple(range, fc.constantFrom('  ', '    ', '> ', '- ', '1. ', '\t', '# ')).map(
  ([of, prefix]): Mutation =>
    (text) =>
      spliced(text, of, (what) => what.replace(/^/gm, prefix)),
);
/** The same again and again: what takes far too long does so only then. */
const repeated = fc
  .tuple(
    fc.oneof(piece, fc.constantFrom(...WORDS), pieces),
    fc.constantFrom(10, 100, 1_000, 10_000),
    fc.constantFrom('', '', '\n', '\n  '),
  )
  .map(([what, times, gap]) => (what + gap).repeat(times).slice(0, 30_000));
const repeat = fc.tuple(share, repeated).map(
  ([at, what]): Mutation =>
    (text) =>
      spliced(text, [at, 0], () => what),
);

const mutation = fc.oneof(
  { weight: 6, arbitrary: insert },
  { weight: 3, arbitrary: drop },
  { weight: 3, arbitrary: double },
  { weight: 3, arbitrary: move },
  { weight: 3, arbitrary: indent },
  { weight: 1, arbitrary: repeat },
);

/** Some lines of one of the texts, changed in a few places. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  const start = fc.tuple(fc.constantFrom(...texts), share, fc.nat(100)).map(linesOf);
  return fc
    .tuple(start, fc.array(mutation, { maxLength: 8 }))
    .map(([text, mutations]) => mutations.reduce((all, mutate) => mutate(all), text));
}

/** A pattern of one line that says the same again and again. */
export const monotonous: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('## ', '## A\n\n- ', '## A\n\n', '## A\n\n- x\n  - ', '## A\n\n> '),
    repeated,
  )
  .map(([start, what]) => start + what);

function linesOf([text, from, count]: [string, number, number]): string {
  const lines = text.split('\n');
  const first = Math.floor(from * lines.length);
  return lines.slice(first, first + count).join('\n');
}

function spliced(
  text: string,
  of: readonly [number, number],
  replace: (what: string) => string,
): string {
  const [from, end] = within(text, of);
  return text.slice(0, from) + replace(text.slice(from, end)) + text.slice(end);
}

function within(text: string, [at, length]: readonly [number, number]): [number, number] {
  const from = Math.floor(at * text.length);
  return [from, Math.min(text.length, from + length)];
}
