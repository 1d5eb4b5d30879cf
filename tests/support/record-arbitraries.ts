import fc from 'fast-check';
import type { RecordedDecision } from '../../src/model/record.ts';

/** A small record; each part can be given. */
export function aRecord(parts: Partial<RecordedDecision> = {}): RecordedDecision {
  return {
    version: 1,
    decision: 'database',
    outcome: 'Chosen option: "SQL"',
    knowledge: { version: '0.3.0', sha256: 'abc' },
    status: 'settled',
    recommended: ['sql'],
    pinned: false,
    applies: 'yes',
    firm: true,
    answers: { teams: 'one', data: ['relational'], writes: 300 },
    pins: {},
    alternatives: [
      {
        alternative: 'sql',
        name: 'SQL',
        score: 5,
        points: [
          {
            kind: 'evidence',
            points: 5,
            because: ['data=relational'],
            claims: [{ text: 'records are related', document: 'databases.md' }],
          },
        ],
      },
    ],
    revisit: [],
    ...parts,
  };
}

const PIECES = [
  ...['<!--', '-->', '--', '>', '<', '<!-- arch-advisor record', '\n-->\n', '"', '\\', '\\u003e'],
  ...['\r\n', '\n', '\u2028', '\u2029', '\u0000', '\u001b[31m', '\u202e', '\ud800', '\udfff'],
  ...['\ufeff', '{', '}', '],', ': ', '```', '# x', '🏗', '\u{e0041}', 'text', ' '],
] as const;

/** Texts that hold what ends comments, breaks lines or hides. */
export const hostileTexts = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);

const texts = fc.array(hostileTexts, { maxLength: 3 });
const said = fc.oneof(hostileTexts, texts);
const integers = fc.integer({ min: -1_000, max: 1_000 });
const keyed = <T>(values: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(hostileTexts, values), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries.filter(([key]) => key !== '__proto__')));

const claim = fc.record({ text: hostileTexts, document: hostileTexts });

const points = fc.record(
  {
    kind: fc.constantFrom('quality' as const, 'evidence' as const, 'certain' as const),
    points: integers,
    quality: hostileTexts,
    weight: integers,
    rating: fc.integer({ min: -2, max: 2 }),
    because: texts,
    claims: fc.array(claim, { maxLength: 2 }),
  },
  { requiredKeys: ['kind', 'points', 'because', 'claims'] },
);

const rule = fc.record({
  state: fc.constantFrom('certain' as const, 'possible' as const),
  text: hostileTexts,
  because: hostileTexts,
  document: hostileTexts,
});

const alternative = fc.record(
  {
    alternative: hostileTexts,
    name: hostileTexts,
    score: integers,
    ruledOut: fc.array(rule, { maxLength: 2 }),
    points: fc.array(points, { maxLength: 3 }),
  },
  { requiredKeys: ['alternative', 'name', 'score', 'points'] },
);

const status = fc.constantFrom(
  'settled' as const,
  'open' as const,
  'tied' as const,
  'not-applicable' as const,
  'infeasible' as const,
);

const change = fc.record(
  { question: hostileTexts, from: said, to: said },
  { requiredKeys: ['question', 'to'] },
);

const trigger = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  recommended: texts,
  status,
});

/** Records with any texts at all; keys that name nothing in JSON are left out. */
export const records: fc.Arbitrary<RecordedDecision> = fc.record(
  {
    version: fc.constant(1 as const),
    decision: hostileTexts,
    outcome: hostileTexts,
    system: hostileTexts,
    scope: hostileTexts,
    knowledge: fc.record({ version: hostileTexts, sha256: hostileTexts }),
    status,
    recommended: texts,
    pinned: fc.boolean(),
    applies: fc.constantFrom('yes' as const, 'no' as const, 'undecided' as const),
    share: fc.integer({ min: 0, max: 1_000 }),
    firm: fc.boolean(),
    dependsOn: texts,
    answers: keyed(fc.oneof(said, fc.nat().map(Number))),
    pins: keyed(said),
    notes: keyed(hostileTexts),
    alternatives: fc.array(alternative, { maxLength: 3 }),
    revisit: fc.array(trigger, { maxLength: 2 }),
  },
  {
    requiredKeys: [
      ...(['version', 'decision', 'outcome', 'knowledge', 'status', 'recommended'] as const),
      ...(['pinned', 'applies', 'answers', 'pins', 'alternatives', 'revisit'] as const),
    ],
  },
);
