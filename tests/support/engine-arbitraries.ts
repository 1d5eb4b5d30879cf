import fc from 'fast-check';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Situation } from './engine-brute-force.ts';
import {
  answersOf,
  type DecisionSpec,
  type ImplicationSpec,
  type KnowledgeSpec,
  knowledgeOf,
  type PatternSpec,
  pinsOf,
  type QuestionSpec,
} from './engine-builders.ts';
import { legalSets } from './engine-legal-sets.ts';
import { oncePerCase } from './once-per-case.ts';

/** A small knowledge base with partial answers and pins; plain data, so that a counterexample can be read. */
export interface Case {
  readonly spec: KnowledgeSpec;
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly pins: Readonly<Record<string, readonly string[]>>;
}

const knowledgeWith = oncePerCase(knowledgeOf);

/** The same one each time, so that it is compiled once. */
export function knowledgeIn({ spec }: Pick<Case, 'spec'>): KnowledgeBase {
  return knowledgeWith(spec);
}

export function situationIn({ answers, pins }: Case): Situation {
  return { answers: answersOf(answers), pins: pinsOf(pins) };
}

const QUALITIES = ['speed', 'cost', 'ease'] as const;

const weights = fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(5)), {
  minLength: QUALITIES.length,
  maxLength: QUALITIES.length,
});

/** Numbers that stand for a choice from a list whose length is not known yet. */
const dice = fc.nat(1_000);

const rawQuestion = fc.record({
  several: fc.boolean(),
  choices: fc.array(weights, { minLength: 2, maxLength: 3 }),
  noneWeights: weights,
  hasExclusive: fc.boolean(),
  opposition: fc.nat(8),
  limit: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 2 }),
});

const rawTerm = fc.record({
  subject: dice,
  choices: dice,
  mayRepeat: fc.nat(4).map((die) => die === 0),
});

const rawCondition = fc.array(rawTerm, { minLength: 1, maxLength: 3 });

const rawPattern = fc.record({
  claims: fc.array(
    fc.record({
      quality: fc.nat(QUALITIES.length - 1),
      value: fc.constantFrom(-2, -1, 1, 2),
    }),
    { maxLength: 4 },
  ),
  evidence: fc.array(
    fc.record({
      kind: fc.constantFrom('use', 'use', 'avoid', 'out', 'out'),
      isStrong: fc.boolean(),
      condition: rawCondition,
    }),
    { maxLength: 3 },
  ),
});

const rawDecision = fc.record({
  several: fc.oneof(fc.constant(false), fc.boolean()),
  withoutBaseline: fc.boolean(),
  isHarsh: fc.nat(5).map((die) => die === 0),
  hasTwins: fc.nat(4).map((die) => die === 0),
  driving: fc.subarray([...QUALITIES], { minLength: 1 }),
  patterns: fc.array(rawPattern, { minLength: 2, maxLength: 4 }),
  appliesWhen: fc.array(rawCondition, { maxLength: 2 }),
  isFiner: fc.nat(2).map((die) => die === 0),
});

const rawImplication = fc.record({ when: rawCondition, question: dice, choices: dice });

const raw = fc.record({
  implications: fc.oneof(
    fc.array(rawImplication, { maxLength: 0 }),
    fc.array(rawImplication, { maxLength: 3 }),
  ),
  base: fc.array(fc.nat(2), { minLength: QUALITIES.length, maxLength: QUALITIES.length }),
  questions: fc.array(rawQuestion, { minLength: 2, maxLength: 4 }),
  decisions: fc.array(rawDecision, { minLength: 1, maxLength: 4 }),
  isBlank: fc.nat(4).map((die) => die === 0),
  answered: fc.array(fc.option(dice, { freq: 2 }), { minLength: 4, maxLength: 4 }),
  pinned: fc.array(fc.option(dice, { freq: 2 }), { minLength: 4, maxLength: 4 }),
});

type Raw<T> = T extends fc.Arbitrary<infer Value> ? Value : never;
type RawCase = Raw<typeof raw>;

/**
 * Two to four questions, one to four decisions with two to four alternatives, conditions over up to three questions,
 * decisions that depend on questions and earlier decisions, several picks with and without a baseline. About half of the
 * questions are open, in every fifth case all. Nothing is pinned.
 */
export const cases: fc.Arbitrary<Case> = raw.map((each) => caseFrom({ ...each, pinned: [] }));

/** The same, with pins on about every other decision. */
export const pinnedCases: fc.Arbitrary<Case> = raw.map(caseFrom);

/** The same, with every question answered and nothing pinned. */
export const answeredCases: fc.Arbitrary<Case> = raw.map((each) =>
  caseFrom({
    ...{ ...each, pinned: [], isBlank: false },
    answered: each.answered.map((die) => die ?? 0),
  }),
);

function caseFrom(each: RawCase): Case {
  const { base, questions, decisions, implications, isBlank, answered, pinned } = each;
  const asked = questions.map(questionFrom);
  const subjects = asked.map(({ id, choices }) => ({ id, choices: Object.keys(choices) }));
  const patterns = decisions.flatMap((decision, index) =>
    twinned(decision).map((pattern, place) =>
      patternFrom(`p${index}${place}`, harden(pattern, decision), subjects),
    ),
  );
  const decided = decisionsFrom(decisions, subjects);
  const spec = {
    ...{ qualities: weightsFrom(base), questions: asked, patterns, decisions: decided },
    implications: implications.flatMap((implication) => implicationFrom(implication, asked)),
  };
  const pins = decided.flatMap((each, index) => pinFrom(each, pinned[index]));
  const answers = isBlank ? {} : answersFrom(spec, answered);
  return { spec, answers, pins: Object.fromEntries(pins) };
}

interface Subject {
  readonly id: string;
  readonly choices: readonly string[];
}

function weightsFrom(numbers: readonly number[]): Record<string, number> {
  return Object.fromEntries(QUALITIES.map((quality, index) => [quality, numbers[index] ?? 0]));
}

/** In about every third question where several may be picked; with `c`, or an `a` that stands alone, not all of them count. */
const OPPOSITES: readonly QuestionSpec['opposites'][] = [
  [['a', 'b']],
  [['b', 'c']],
  [
    ['a', 'c'],
    ['b', 'c'],
  ],
];

function questionFrom(
  { several, choices, noneWeights, hasExclusive, opposition, limit }: Raw<typeof rawQuestion>,
  index: number,
): QuestionSpec {
  const named = choices.map((each, place) => ['abc'.charAt(place), weightsFrom(each)] as const);
  if (!several) return { id: `q${index}`, choices: Object.fromEntries(named) };
  return {
    id: `q${index}`,
    several,
    choices: Object.fromEntries([...named, ['none', weightsFrom(noneWeights)]]),
    ...(hasExclusive && { exclusive: ['a'] }),
    opposites: OPPOSITES[opposition] ?? [],
    ...(limit !== null && { limit }),
  };
}

/** Each term on another subject, as far as there are any, but for the few that may repeat one. */
function conditionFrom(terms: Raw<typeof rawCondition>, subjects: readonly Subject[]): string {
  let left = subjects;
  const written = terms.map((term) => {
    const pool = term.mayRepeat || left.length === 0 ? subjects : left;
    const { id, choices } = pool[term.subject % pool.length] ?? { id: '', choices: [] };
    left = left.filter((subject) => subject.id !== id);
    return `${id}: ${someOf(choices, term.choices).join(' | ')}`;
  });
  return written.join(' & ');
}

/** About a question of which one choice may be picked, from questions after it: so that none implies itself. */
function implicationFrom(
  { when, question, choices }: Raw<typeof rawImplication>,
  questions: readonly QuestionSpec[],
): ImplicationSpec[] {
  const subjects = questions.map(({ id, choices: named }) => ({ id, choices: Object.keys(named) }));
  const place = question % questions.length;
  const target = subjects[place];
  const sources = subjects.slice(place + 1);
  if (target === undefined || questions[place]?.several || sources.length === 0) return [];
  const left = someOf(target.choices, choices);
  if (left.length === target.choices.length) return [];
  return [{ when: conditionFrom(when, sources), leaves: `${target.id}: ${left.join(' | ')}` }];
}

/** The bits of the number say which, at least one. */
function someOf(ids: readonly string[], die: number): string[] {
  const bits = (die % (2 ** ids.length - 1)) + 1;
  return ids.filter((_, index) => Math.floor(bits / 2 ** index) % 2 === 1);
}

/** Some decisions have two alternatives that are alike: they tie wherever they lead. */
function twinned({ patterns, hasTwins }: Raw<typeof rawDecision>): Raw<typeof rawPattern>[] {
  return hasTwins ? [...patterns.slice(0, -1), ...patterns.slice(0, 1)] : patterns;
}

/** A harsh decision only knows hard rules, each on one question, so that all its alternatives may be ruled out. */
function harden(
  pattern: Raw<typeof rawPattern>,
  { isHarsh }: Raw<typeof rawDecision>,
): Raw<typeof rawPattern> {
  if (!isHarsh) return pattern;
  const conditions = pattern.evidence.map(({ condition }) => condition.slice(0, 1));
  const some =
    conditions.length > 0 ? conditions : [[{ subject: 0, choices: 1, mayRepeat: false }]];
  return {
    ...pattern,
    evidence: some.map((condition) => ({ kind: 'out', isStrong: false, condition })),
  };
}

function patternFrom(
  id: string,
  { claims, evidence }: Raw<typeof rawPattern>,
  subjects: readonly Subject[],
): PatternSpec {
  const rates = QUALITIES.map((quality, index) => {
    const values = claims.filter((claim) => claim.quality === index).map(({ value }) => value);
    return [quality, values] as const;
  });
  const written = (which: string) =>
    evidence
      .filter(({ kind }) => kind === which)
      .map(({ condition, isStrong }) => {
        return `${conditionFrom(condition, subjects)}${isStrong ? ' (strong)' : ''}`;
      });
  return {
    id,
    rates: Object.fromEntries(rates.filter(([, values]) => values.length > 0)),
    useWhen: written('use'),
    avoidWhen: written('avoid'),
    ruledOutWhen: written('out'),
  };
}

/** A condition for applying is three times as likely to name an earlier decision as a question. */
function decisionsFrom(
  decisions: readonly Raw<typeof rawDecision>[],
  questions: readonly Subject[],
): DecisionSpec[] {
  const earlier: Subject[] = [];
  return decisions.map((decision, index) => {
    const { several, withoutBaseline, driving, patterns, appliesWhen, isFiner } = decision;
    const id = `d${index}`;
    const alternatives = patterns.map((_, place) => `p${index}${place}`);
    const subjects = [...earlier, ...earlier, ...earlier, ...questions];
    const conditions = appliesWhen.map((terms) => conditionFrom(terms, subjects));
    earlier.push({ id, choices: alternatives });
    return {
      id,
      alternatives,
      driving,
      several,
      ...(several && { withoutBaseline }),
      ...(isFiner && index > 0 && { below: 'd0' }),
      ...(conditions.length > 0 && { appliesWhen: conditions }),
    };
  });
}

function answersFrom(
  { questions }: KnowledgeSpec,
  answered: readonly (number | null)[],
): Record<string, readonly string[]> {
  const given = [
    ...knowledgeOf({ qualities: {}, questions, patterns: [], decisions: [] }).questions.values(),
  ];
  const entries = given.flatMap((question, index) => {
    const die = answered[index] ?? null;
    const sets = legalSets(question);
    const set = die === null ? undefined : sets[die % sets.length];
    return set ? [[question.id, set] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** One alternative; where several may be picked some of the techniques, or the baseline. */
function pinFrom(
  { id, alternatives, several, withoutBaseline }: DecisionSpec,
  die: number | null | undefined,
): [string, readonly string[]][] {
  if (die === null || die === undefined) return [];
  const one = alternatives.slice(die % alternatives.length).slice(0, 1);
  const techniques = withoutBaseline ? alternatives : alternatives.slice(1);
  const some = techniques.filter((_, index) => Math.floor(die / 2 ** index) % 2 === 1);
  return [[id, several && some.length > 0 ? some : one]];
}
