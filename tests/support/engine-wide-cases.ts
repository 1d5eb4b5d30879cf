import fc from 'fast-check';
import type { Case } from './engine-arbitraries.ts';
import type { PatternSpec, QuestionSpec } from './engine-builders.ts';

/** The ways to pick up to so many of so many choices: 120, 163, 130 and, with one choice that stands alone, 164. */
const SHAPES = [
  { size: 7, limit: 5 },
  { size: 8, limit: 4 },
  { size: 9, limit: 3 },
  { size: 9, limit: 4, exclusive: ['a'] },
] as const;

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

/** On the wide question, alone and joined with the others. */
const condition = fc.constantFrom(
  'wide: b',
  'wide: c | d',
  'wide: none',
  'wide: b & wide: e',
  'wide: f & mode: on',
  'wide: d | g & kind: x',
  'wide: c & kind: y | z & mode: off',
  'wide: a & mode: off',
  'mode: on',
  'kind: y',
);

const pattern = fc.record({
  speed: fc.integer({ min: -2, max: 2 }),
  ease: fc.integer({ min: -2, max: 2 }),
  useWhen: fc.array(condition, { maxLength: 2 }),
  avoidWhen: fc.array(condition, { maxLength: 2 }),
  ruledOutWhen: fc.array(condition, { maxLength: 1 }),
});

const raw = fc.record({
  shape: fc.constantFrom(...SHAPES),
  speeds: fc.array(fc.nat(4), { minLength: LETTERS.length, maxLength: LETTERS.length }),
  eases: fc.array(fc.nat(3), { minLength: LETTERS.length, maxLength: LETTERS.length }),
  base: fc.nat(3),
  first: fc.array(pattern, { minLength: 2, maxLength: 3 }),
  second: fc.array(pattern, { minLength: 2, maxLength: 3 }),
  applies: fc.constantFrom([], ['wide: b | c'], ['first: p0'], ['first: p1 & wide: d', 'kind: x']),
  severalFirst: fc.nat(3).map((die) => die === 0),
  severalSecond: fc.boolean(),
  withoutBaseline: fc.boolean(),
  said: fc.record({
    wide: fc.constantFrom(null, null, null, null, ['b'], ['c', 'd'], ['b', 'e', 'f'], ['none']),
    kind: fc.constantFrom(null, 'x', 'y', 'z'),
    mode: fc.constantFrom(null, 'on', 'off'),
  }),
  isPinned: fc.nat(4).map((die) => die === 0),
});

type Raw<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

/**
 * Two decisions on a question with at least 120 legal sets, most of which do different things, and on two small
 * questions; the second may depend on the first, which is sometimes pinned.
 */
export const wideCases: fc.Arbitrary<Case> = raw.map((each) => {
  const { shape, base, applies, severalFirst, severalSecond, withoutBaseline } = each;
  const first = each.first.map((one, index) => patternOf(`p${index}`, one));
  const second = each.second.map((one, index) => patternOf(`s${index}`, one));
  const idsOf = (patterns: readonly PatternSpec[]) => patterns.map(({ id }) => id);
  const driving = ['speed', 'ease'];
  return {
    spec: {
      qualities: { speed: base, ease: 1 },
      questions: [
        { id: 'kind', choices: { x: {}, y: { ease: 2 }, z: { speed: 1 } } },
        wideQuestion(shape, each),
        { id: 'mode', choices: { on: {}, off: { ease: 1 } } },
      ],
      patterns: [...first, ...second],
      decisions: [
        { id: 'first', alternatives: idsOf(first), driving, several: severalFirst },
        {
          ...{ id: 'second', alternatives: idsOf(second), driving, several: severalSecond },
          ...(severalSecond && { withoutBaseline }),
          ...(applies.length > 0 && { appliesWhen: applies }),
        },
      ],
    },
    answers: answersFrom(each.said),
    pins: each.isPinned ? { first: idsOf(first).slice(-1) } : {},
  };
});

function wideQuestion(
  { size, limit, ...rest }: (typeof SHAPES)[number],
  { speeds, eases }: Pick<Raw<typeof raw>, 'speeds' | 'eases'>,
): QuestionSpec {
  const choices = LETTERS.slice(0, size).map(
    (letter, index) => [letter, { speed: speeds[index] ?? 0, ease: eases[index] ?? 0 }] as const,
  );
  return { id: 'wide', several: true, limit, ...rest, choices: Object.fromEntries(choices) };
}

function answersFrom({ wide, kind, mode }: Raw<typeof raw>['said']): Case['answers'] {
  return {
    ...(wide !== null && { wide }),
    ...(kind !== null && { kind: [kind] }),
    ...(mode !== null && { mode: [mode] }),
  };
}

function patternOf(id: string, { speed, ease, ...evidence }: Raw<typeof pattern>): PatternSpec {
  return {
    id,
    rates: { ...(speed !== 0 && { speed: [speed] }), ...(ease !== 0 && { ease: [ease] }) },
    ...evidence,
  };
}
