import fc from 'fast-check';
import type { Case } from './engine-arbitraries.ts';
import type { PatternSpec, QuestionSpec } from './engine-builders.ts';

/** So many questions with four choices each that nobody lists the completions: 4⁸ = 65,536. */
const BULK = ['w0', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7'];

const CHOICES = ['a', 'b', 'c', 'd'];

/** Conditions on one special question, two of them, or one of the bulk. */
const condition = fc.constantFrom(
  'kind: x',
  'kind: y | z',
  'mode: on',
  'mode: off',
  'kind: x & mode: on',
  'kind: z & mode: off',
  'bulk: a | b',
  'bulk: d & kind: y',
);

const pattern = fc.record({
  speed: fc.integer({ min: -2, max: 2 }),
  ease: fc.integer({ min: -2, max: 2 }),
  useWhen: fc.array(condition, { maxLength: 2 }),
  avoidWhen: fc.array(condition, { maxLength: 1 }),
  ruledOutWhen: fc.array(condition, { maxLength: 1 }),
});

const raw = fc.record({
  scales: fc.array(fc.integer({ min: 0, max: 2 }), {
    minLength: BULK.length,
    maxLength: BULK.length,
  }),
  base: fc.nat(1),
  ease: fc.oneof(fc.constant(0), fc.nat(30)),
  own: fc.array(pattern, { minLength: 2, maxLength: 3 }),
  child: fc.array(pattern, { minLength: 2, maxLength: 3 }),
  applies: fc.constantFrom([], ['first: p0'], ['first: p1', 'kind: x'], ['first: p0 & mode: on']),
  severalFirst: fc.nat(4).map((die) => die === 0),
  severalSecond: fc.boolean(),
  wide: fc.constantFrom('', '', 'useWhen', 'avoidWhen', 'ruledOutWhen'),
  answered: fc.array(fc.nat(9), { minLength: BULK.length, maxLength: BULK.length }),
});

/**
 * Two decisions that depend on eight questions with four choices, and on two that conditions name; the second may depend
 * on the first; one condition may join all eight.
 */
export const largeCases: fc.Arbitrary<Case> = raw.map((each) => {
  const { scales, base, ease, own, child, applies, severalFirst, severalSecond, wide, answered } =
    each;
  const joining = BULK.map((id) => `${id}: a | b`).join(' & ');
  const first = own.map((one, index) => patternOf(`p${index}`, one));
  const widened = first.map((one, index) =>
    index === 0 && wide !== '' ? { ...one, [wide]: [joining] } : one,
  );
  const second = child.map((one, index) => patternOf(`s${index}`, one));
  const idsOf = (patterns: readonly PatternSpec[]) => patterns.map(({ id }) => id);
  const driving = ['speed', 'ease'];
  const decisions = [
    { id: 'first', alternatives: idsOf(first), driving, several: severalFirst },
    {
      id: 'second',
      alternatives: idsOf(second),
      driving,
      several: severalSecond,
      appliesWhen: applies,
    },
  ];
  const bulk = scales.map((scale, index) => bulkQuestion(BULK[index] ?? '', scale));
  const patterns = [...widened, ...second];
  const given = BULK.filter((_, index) => answered[index] === 0).map((id) => [id, ['b']]);
  return {
    spec: {
      qualities: { speed: base, ease },
      questions: [
        { id: 'kind', choices: { x: {}, y: { ease: 2 }, z: { speed: 1 } } },
        ...bulk,
        { id: 'mode', choices: { on: {}, off: { ease: 1 } } },
      ],
      patterns,
      decisions,
    },
    answers: Object.fromEntries(given),
    pins: {},
  };
});

/** Each choice adds something else to the weight of speed, unless the scale is 0. */
function bulkQuestion(id: string, scale: number): QuestionSpec {
  const choices = CHOICES.map((choice, index) => [choice, { speed: index * scale }]);
  return { id, choices: Object.fromEntries(choices) };
}

type Raw<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

function patternOf(id: string, { speed, ease, ...evidence }: Raw<typeof pattern>): PatternSpec {
  const named = (texts: readonly string[]) => texts.map((text) => text.replace('bulk', 'w3'));
  return {
    id,
    rates: { ...(speed !== 0 && { speed: [speed] }), ...(ease !== 0 && { ease: [ease] }) },
    useWhen: named(evidence.useWhen),
    avoidWhen: named(evidence.avoidWhen),
    ruledOutWhen: named(evidence.ruledOutWhen),
  };
}
