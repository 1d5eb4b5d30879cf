import { ratingsOf } from '../../common/ratings.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Evidence, Pattern } from '../../model/pattern.ts';
import type { Question } from '../../model/question.ts';
import { type Conjunction, conjunctionOf, termsOf, truthWhileOpen } from './conditions.ts';
import type { DecisionTable, JoinedCondition, QualityRow } from './decision-table.ts';
import { answerRows } from './decision-table.ts';
import { questionColumns } from './lazy-columns.ts';
import { likeness } from './likeness.ts';
import type { Effect, OwnEffect, QuestionColumns } from './question-columns.ts';
import type { Slot } from './slots.ts';

/** What tables are made from: the knowledge base and its questions as slots. */
export interface Ingredients {
  readonly knowledge: KnowledgeBase;
  /** By id. */
  readonly slots: ReadonlyMap<string, Slot>;
  /** By index. */
  readonly questions: readonly Slot[];
  /** By quality the indexes of the questions whose answers can add to its weight. */
  readonly weighing: ReadonlyMap<string, readonly number[]>;
  /** A table that differs little: what a question does is taken over where it does the same. */
  readonly like?: DecisionTable;
}

/** Points of a condition that a document gives as a reason; twice as many where it says strong (docs/model.md, "Objects"). */
const EVIDENCE_POINTS = 5;

/** The signed points of a piece of evidence; 0 for a hard rule. */
export function pointsOf({ kind, strength }: Evidence): number {
  if (kind === 'ruled-out-when') return 0;
  return (kind === 'use-when' ? EVIDENCE_POINTS : -EVIDENCE_POINTS) * strength;
}

/** The tables of a decision: one, or one per technique where several may be picked; only those that weigh `only`. */
export function tablesOf(
  decision: Decision,
  ingredients: Ingredients,
  only?: string,
): DecisionTable[] {
  const { patterns } = ingredients.knowledge;
  const places = decision.alternatives.flatMap(({ id }, index) => {
    const pattern = patterns.get(id);
    return pattern ? [{ pattern, pick: 1 << index }] : [];
  });
  if (!decision.several) return [tableOf(places, decision, ingredients)];
  return places
    .filter(({ pattern: { id } }) => id !== decision.baseline && (only ?? id) === id)
    .map((technique) => tableOf([NOT_HAVING, technique], decision, ingredients));
}

/** An alternative of a table; without a pattern it is not having a technique. */
interface Place {
  readonly pattern?: Pattern;
  readonly pick: number;
}

const NOT_HAVING: Place = { pick: 0 };

function tableOf(
  places: readonly Place[],
  { driving }: Decision,
  ingredients: Ingredients,
): DecisionTable {
  const qualities = qualityRows(places, driving, ingredients.knowledge);
  const conditions = places.flatMap(({ pattern }, place) => [
    ...(pattern ? effectsOf(pattern, place, ingredients) : []),
    ...(pattern && places.includes(NOT_HAVING) ? needOf(pattern, place, ingredients) : []),
  ]);
  const isTechnique = places.includes(NOT_HAVING);
  return {
    alternatives: places.map(({ pattern }) => pattern?.id ?? ''),
    picks: places.map(({ pick }) => pick),
    isTechnique,
    reasons: isTechnique
      ? places.flatMap(({ pattern }) => (pattern ? reasonsToUse(pattern, ingredients.slots) : []))
      : [],
    qualities,
    base: places.map((_, place) =>
      sumOf(qualities, (row) => row.weight * (row.ratings[place] ?? 0)),
    ),
    ...columnsOf({ qualities, conditions, width: places.length }, ingredients),
  };
}

/** A pin against nothing: it stands unless a hard rule on something pinned holds. `pin` is a mask of the decision. */
export function pinTable(pin: number, decision: Decision, ingredients: Ingredients): DecisionTable {
  const pinned = decision.alternatives.filter((_, index) => (pin & (1 << index)) !== 0);
  const conditions = pinned.flatMap(({ id }) => {
    const pattern = ingredients.knowledge.patterns.get(id);
    return pattern ? effectsOf(pattern, 0, ingredients).filter(({ rulesOut }) => rulesOut) : [];
  });
  return {
    alternatives: [''],
    picks: [pin],
    isTechnique: false,
    reasons: [],
    qualities: [],
    base: [0],
    ...columnsOf({ qualities: [], conditions, width: 1 }, ingredients),
  };
}

function qualityRows(
  places: readonly Place[],
  driving: readonly string[],
  { qualities }: KnowledgeBase,
): QualityRow[] {
  const ratings = places.map(({ pattern }) => ratingsOf(pattern?.claims ?? []));
  return driving.flatMap((quality) => {
    const known = qualities.get(quality);
    const row = ratings.map((each) => each.get(quality)?.rating ?? 0);
    const isRated = row.some((rating) => rating !== 0);
    return known && isRated ? [{ quality, weight: known.weight, ratings: row }] : [];
  });
}

/** An effect with the conjunctions of which one has to hold. */
interface Conditioned extends Effect {
  readonly anyOf: readonly Conjunction[];
}

/** What the evidence of a pattern does; a condition that names a question that is not asked never holds. */
function effectsOf(pattern: Pattern, alternative: number, { slots }: Ingredients): Conditioned[] {
  return pattern.evidence.flatMap((each, evidence) => {
    const conjunction = each.condition && conjunctionOf(each.condition, slots);
    if (conjunction === undefined || conjunction.length === 0) return [];
    const rulesOut = each.kind === 'ruled-out-when';
    const effect = { alternative, points: pointsOf(each), rulesOut, negated: false, evidence };
    return [{ ...effect, anyOf: [conjunction] }];
  });
}

/** A technique that names conditions under which to use it is ruled out where none of them holds. */
function needOf(pattern: Pattern, alternative: number, { slots }: Ingredients): Conditioned[] {
  const isConditioned = pattern.evidence.some(
    ({ kind, condition }) => kind === 'use-when' && condition !== undefined,
  );
  if (!isConditioned) return [];
  const anyOf = reasonsToUse(pattern, slots);
  return [{ alternative, points: 0, rulesOut: true, negated: true, anyOf }];
}

/** The conditions under which to use a pattern. */
export function reasonsToUse(pattern: Pattern, slots: ReadonlyMap<string, Slot>): Conjunction[] {
  return pattern.evidence.flatMap(({ kind, condition }) => {
    const conjunction = condition && conjunctionOf(condition, slots);
    return kind === 'use-when' && conjunction && conjunction.length > 0 ? [conjunction] : [];
  });
}

interface Content {
  readonly qualities: readonly QualityRow[];
  readonly conditions: readonly Conditioned[];
  readonly width: number;
}

function columnsOf(
  content: Content,
  { knowledge, questions: all, weighing, like }: Ingredients,
): Pick<DecisionTable, 'questions' | 'rows' | 'byQuestion' | 'joined'> {
  const own = new Map<number, OwnEffect[]>();
  const literals = new Map<number, (readonly number[])[]>();
  const joined: JoinedCondition[] = [];
  for (const each of content.conditions) {
    const [only, ...others] = slotsIn(each);
    if (only === undefined || others.length > 0) joined.push(joinedOf(each, all, literals));
    else own.set(only, [...(own.get(only) ?? []), ownEffect(each)]);
  }
  const alike = like && likeness(like, content.qualities);
  const weighed = content.qualities.flatMap(({ quality }) => weighing.get(quality) ?? []);
  const touched = inOrder([...own.keys(), ...literals.keys(), ...weighed]);
  const questions = touched.flatMap((index): QuestionColumns[] => {
    const slot = all[index];
    const named = { effects: own.get(index) ?? [], literals: literals.get(index) ?? [] };
    const known = alike?.(index, named);
    if (known) return [known];
    const question = slot && knowledge.questions.get(slot.id);
    return question ? questionIn(question, slot, { ...content, ...named }) : [];
  });
  return {
    questions,
    rows: answerRows(questions, content.width),
    byQuestion: new Map(questions.map((each) => [each.slot, each])),
    joined,
  };
}

/** The same numbers, smallest first, each once. */
function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function slotsIn({ anyOf }: Conditioned): Set<number> {
  return new Set(anyOf.flat().map(({ slot }) => slot));
}

function ownEffect({ anyOf, ...effect }: Conditioned): OwnEffect {
  return {
    ...effect,
    anyOf: anyOf.map((conjunction) => conjunction.flatMap(({ masks }) => masks)),
  };
}

/** Notes each literal under its question, each different one once. */
function joinedOf(
  { anyOf, ...effect }: Conditioned,
  slots: readonly Slot[],
  literals: Map<number, (readonly number[])[]>,
): JoinedCondition {
  const truths = new Map<Conjunction[number], string>();
  for (const literal of anyOf.flat()) {
    const slot = slots[literal.slot];
    truths.set(literal, slot ? truthWhileOpen(slot, literal.masks) : 'never');
  }
  const placeOf = ({ slot, masks }: Conjunction[number]) => {
    const known = literals.get(slot) ?? [];
    literals.set(slot, known);
    const place = known.findIndex((each) => each.join() === masks.join());
    return place >= 0 ? place : known.push(masks) - 1;
  };
  const possible = anyOf.filter((each) => each.every((literal) => truths.get(literal) !== 'never'));
  const telling = possible.map((conjunction) =>
    conjunction
      .filter((literal) => truths.get(literal) === 'sometimes')
      .map((literal) => ({ ...literal, place: placeOf(literal) })),
  );
  return { ...effect, anyOf: telling, terms: termsOf(telling) };
}

interface QuestionContent extends Pick<QuestionColumns, 'effects' | 'literals'> {
  readonly qualities: readonly QualityRow[];
  readonly width: number;
}

/** Empty if the question does nothing here. */
function questionIn(
  { choices }: Question,
  slot: Slot,
  { qualities, effects, literals, width }: QuestionContent,
): QuestionColumns[] {
  const isWeighing = choices.some((choice) =>
    qualities.some(({ quality }) => (choice.weights.get(quality) ?? 0) !== 0),
  );
  if (!isWeighing && effects.length + literals.length === 0) return [];
  const weights = choices.map((choice) =>
    qualities.map(({ quality }) => choice.weights.get(quality) ?? 0),
  );
  const added = weights.map((each) => pointsOfWeights(each, qualities, width));
  const { index, several } = slot;
  const own = { slot: index, several, weights, added, effects, literals };
  return [questionColumns(own, slot, width)];
}

function pointsOfWeights(
  weights: readonly number[],
  qualities: readonly QualityRow[],
  width: number,
): number[] {
  const points = new Array<number>(width).fill(0);
  for (const [row, weight] of weights.entries()) {
    if (weight === 0) continue;
    qualities[row]?.ratings.forEach((rating, place) => {
      points[place] = (points[place] ?? 0) + weight * rating;
    });
  }
  return points;
}

function sumOf<T>(items: readonly T[], value: (item: T, index: number) => number): number {
  return items.reduce((sum, item, index) => sum + value(item, index), 0);
}
