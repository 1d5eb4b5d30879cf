import fc from 'fast-check';
import type { DecisionSpec, KnowledgeSpec, PatternSpec, QuestionSpec } from './engine-builders.ts';

/** One way in which somebody edits a knowledge base; plain data, so that a counterexample can be read. */
export interface Mutation {
  readonly way: Way;
  /** Stand for what is edited, and how. */
  readonly dice: readonly number[];
}

/** Where a spec offers nothing to edit in this way, it stays as it is. */
export function mutated(spec: KnowledgeSpec, { way, dice }: Mutation): KnowledgeSpec {
  return WAYS[way](spec, rollsOf(dice));
}

/** Each roll uses one number. What is picked from a list stays the same while other things come into it and go. */
interface Rolls {
  readonly of: <T>(items: readonly T[]) => T | undefined;
  readonly number: (below: number) => number;
}

function rollsOf(dice: readonly number[]): Rolls {
  let next = 0;
  const die = () => {
    next += 1;
    return dice[(next - 1) % dice.length] ?? 0;
  };
  return {
    number: (below) => die() % below,
    of: (items) => {
      const own = die();
      return items.toSorted((a, b) => shuffled(b, own) - shuffled(a, own))[0];
    },
  };
}

/** A place for an item that depends on its name alone. */
function shuffled(item: unknown, die: number): number {
  const named = typeof item === 'object' && item !== null && 'id' in item ? item.id : item;
  let place = die;
  for (const character of JSON.stringify(named)) {
    place = (place * 31 + character.charCodeAt(0)) % 9_973;
  }
  return (place * 7_919) % 9_973;
}

type Edit = (spec: KnowledgeSpec, rolls: Rolls) => KnowledgeSpec;

const WAYS = {
  'condition for applying added': (spec, rolls) =>
    ofDecision(spec, rolls, (decision) => ({
      ...decision,
      appliesWhen: [...(decision.appliesWhen ?? []), conditionBefore(decision.id, spec, rolls)],
    })),
  'condition for applying removed': (spec, rolls) =>
    ofDecision(spec, rolls, (decision) => ({
      ...decision,
      appliesWhen: withoutOne(decision.appliesWhen ?? [], rolls),
    })),
  'condition for applying changed': (spec, rolls) =>
    ofDecision(spec, rolls, (decision) => ({
      ...decision,
      appliesWhen: withOther(decision.appliesWhen ?? [], rolls, () =>
        conditionBefore(decision.id, spec, rolls),
      ),
    })),
  'several of a decision': (spec, rolls) =>
    ofDecision(spec, rolls, (decision) => ({ ...decision, several: decision.several !== true })),
  'driving quality added or removed': (spec, rolls) =>
    ofDecision(spec, rolls, (decision) => ({
      ...decision,
      driving: toggled(decision.driving, rolls.of(Object.keys(spec.qualities))),
    })),
  'order of the alternatives': (spec, rolls) =>
    ofDecision(spec, rolls, (decision) => ({
      ...decision,
      alternatives: [...decision.alternatives.slice(1), ...decision.alternatives.slice(0, 1)],
    })),
  baseline: (spec, rolls) =>
    ofDecision(spec, rolls, (decision) => ({
      ...decision,
      withoutBaseline: decision.several === true && decision.withoutBaseline !== true,
    })),
  'alternative removed': (spec, rolls) =>
    ofDecision(spec, rolls, (decision) => ({
      ...decision,
      alternatives:
        decision.alternatives.length > 2
          ? withoutOne(decision.alternatives, rolls)
          : decision.alternatives,
    })),
  'alternative added': (spec, rolls) => {
    const model = rolls.of(spec.patterns);
    const id = `more${spec.patterns.length}`;
    if (model === undefined) return spec;
    const wider = { ...spec, patterns: [...spec.patterns, { ...model, id }] };
    return ofDecision(wider, rolls, (decision) => ({
      ...decision,
      alternatives: [...decision.alternatives, id],
    }));
  },
  claim: (spec, rolls) => {
    const quality = rolls.of(Object.keys(spec.qualities)) ?? '';
    const values = [[], [-2], [-1], [1], [2], [1, 1], [2, -1]];
    return ofPattern(spec, rolls, (pattern) => ({
      ...pattern,
      rates: { ...pattern.rates, [quality]: rolls.of(values) ?? [] },
    }));
  },
  'condition with points added': (spec, rolls) =>
    ofPattern(spec, rolls, (pattern) => {
      const kind = kindOf(rolls);
      return { ...pattern, [kind]: [...(pattern[kind] ?? []), conditionOn(spec.questions, rolls)] };
    }),
  'condition with points removed': (spec, rolls) =>
    ofPattern(spec, rolls, (pattern) => {
      const kind = kindOf(rolls);
      return { ...pattern, [kind]: withoutOne(pattern[kind] ?? [], rolls) };
    }),
  'condition with points changed': (spec, rolls) =>
    ofPattern(spec, rolls, (pattern) => {
      const kind = kindOf(rolls);
      const other = () => conditionOn(spec.questions, rolls);
      return { ...pattern, [kind]: withOther(pattern[kind] ?? [], rolls, other) };
    }),
  'strength of a condition': (spec, rolls) =>
    ofPattern(spec, rolls, (pattern) => {
      const kind = kindOf(rolls);
      return { ...pattern, [kind]: withOther(pattern[kind] ?? [], rolls, otherStrength) };
    }),
  'hard rule added': (spec, rolls) =>
    ofPattern(spec, rolls, (pattern) => ({
      ...pattern,
      ruledOutWhen: [...(pattern.ruledOutWhen ?? []), conditionOn(spec.questions, rolls)],
    })),
  'hard rule removed': (spec, rolls) =>
    ofPattern(spec, rolls, (pattern) => ({
      ...pattern,
      ruledOutWhen: withoutOne(pattern.ruledOutWhen ?? [], rolls),
    })),
  'condition with points made a hard rule': (spec, rolls) =>
    ofPattern(spec, rolls, (pattern) => ({
      ...pattern,
      avoidWhen: [],
      ruledOutWhen: [...(pattern.ruledOutWhen ?? []), ...(pattern.avoidWhen ?? [])],
    })),
  'weight of a choice': (spec, rolls) =>
    ofQuestion(spec, rolls, (question) => {
      const choice = rolls.of(Object.keys(question.choices)) ?? '';
      const quality = rolls.of(Object.keys(spec.qualities)) ?? '';
      const weights = { ...question.choices[choice], [quality]: rolls.number(6) };
      return { ...question, choices: { ...question.choices, [choice]: weights } };
    }),
  'weight of a quality': (spec, rolls) => {
    const quality = rolls.of(Object.keys(spec.qualities)) ?? '';
    return { ...spec, qualities: { ...spec.qualities, [quality]: rolls.number(4) } };
  },
  'choice removed': (spec, rolls) =>
    ofQuestion(spec, rolls, (question) => {
      const ids = Object.keys(question.choices).filter((id) => id !== 'none');
      const left = ids.length > 2 ? withoutOne(ids, rolls) : ids;
      const isLeft = (id: string) => id === 'none' || left.includes(id);
      const choices = Object.entries(question.choices).filter(([id]) => isLeft(id));
      return { ...question, choices: Object.fromEntries(choices) };
    }),
  'choice added': (spec, rolls) =>
    ofQuestion(spec, rolls, (question) => ({
      ...question,
      choices: { more: { speed: rolls.number(6) }, ...question.choices },
    })),
  'several of a question': (spec, rolls) =>
    ofQuestion(spec, rolls, (question) => ({ ...question, several: question.several !== true })),
  'limit of a question': (spec, rolls) =>
    ofQuestion(spec, rolls, (question) => ({ ...question, limit: 1 + rolls.number(3) })),
  'choice that stands alone': (spec, rolls) =>
    ofQuestion(spec, rolls, (question) => ({
      ...question,
      exclusive: toggled(question.exclusive ?? [], rolls.of(Object.keys(question.choices))),
    })),
  'choices that exclude each other': (spec, rolls) =>
    ofQuestion(spec, rolls, (question) => ({
      ...question,
      opposites: question.opposites?.length ? [] : [['a', 'b']],
    })),
  'decision removed': (spec, rolls) => ({
    ...spec,
    decisions: spec.decisions.length > 1 ? withoutOne(spec.decisions, rolls) : spec.decisions,
  }),
} as const satisfies Readonly<Record<string, Edit>>;

export type Way = keyof typeof WAYS;

const ways = fc.constantFrom(...(Object.keys(WAYS) as Way[]));
const rolled = fc.array(fc.nat(1_000), { minLength: 8, maxLength: 8 });

/** One to three edits. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({ way: ways, dice: rolled }),
  { minLength: 1, maxLength: 3 },
);

function ofDecision(
  spec: KnowledgeSpec,
  rolls: Rolls,
  edit: (decision: DecisionSpec) => DecisionSpec,
): KnowledgeSpec {
  const one = rolls.of(spec.decisions);
  const decisions = spec.decisions.map((each) => (each === one ? edit(each) : each));
  return { ...spec, decisions };
}

function ofPattern(
  spec: KnowledgeSpec,
  rolls: Rolls,
  edit: (pattern: PatternSpec) => PatternSpec,
): KnowledgeSpec {
  const one = rolls.of(spec.patterns);
  return { ...spec, patterns: spec.patterns.map((each) => (each === one ? edit(each) : each)) };
}

function ofQuestion(
  spec: KnowledgeSpec,
  rolls: Rolls,
  edit: (question: QuestionSpec) => QuestionSpec,
): KnowledgeSpec {
  const one = rolls.of(spec.questions);
  return { ...spec, questions: spec.questions.map((each) => (each === one ? edit(each) : each)) };
}

function kindOf(rolls: Rolls): 'useWhen' | 'avoidWhen' {
  return rolls.number(3) === 0 ? 'avoidWhen' : 'useWhen';
}

function withoutOne<T>(items: readonly T[], rolls: Rolls): T[] {
  const one = rolls.of(items);
  return items.filter((each) => each !== one);
}

function withOther<T>(items: readonly T[], rolls: Rolls, other: (item: T) => T): T[] {
  const one = rolls.of(items);
  return items.map((each) => (each === one ? other(each) : each));
}

function toggled<T>(items: readonly T[], item: T | undefined): T[] {
  if (item === undefined) return [...items];
  const left = items.filter((each) => each !== item);
  return left.length === items.length ? [...items, item] : left;
}

const STRONG = ' (strong)';

function otherStrength(written: string): string {
  return written.endsWith(STRONG) ? written.replace(STRONG, '') : `${written}${STRONG}`;
}

/** One or two terms on questions. */
function conditionOn(questions: readonly QuestionSpec[], rolls: Rolls): string {
  const terms = Array.from({ length: 1 + rolls.number(2) }, () => {
    const question = rolls.of(questions);
    return `${question?.id}: ${rolls.of(Object.keys(question?.choices ?? {}))}`;
  });
  return [...new Set(terms)].join(' & ');
}

/** On the pick of an earlier decision where there is one, else on a question. */
function conditionBefore(id: string, spec: KnowledgeSpec, rolls: Rolls): string {
  const before = spec.decisions.slice(
    0,
    spec.decisions.findIndex((each) => each.id === id),
  );
  const parent = rolls.number(3) === 0 ? undefined : rolls.of(before);
  if (parent === undefined) return conditionOn(spec.questions, rolls);
  return `${parent.id}: ${rolls.of(parent.alternatives)}`;
}
