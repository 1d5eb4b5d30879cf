import type { Pins } from '../../src/model/answers.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Pattern } from '../../src/model/pattern.ts';

/** One completion: every question has its answer. */
export interface World {
  readonly knowledge: KnowledgeBase;
  readonly answers: ReadonlyMap<string, readonly string[]>;
  readonly pins: Pins;
}

/**
 * W(x) of docs/model.md, word for word, were the decision to apply: empty where all is ruled out. A pin is a pick,
 * whatever else holds.
 */
export function winnersIn(world: World, decision: Decision): readonly string[] {
  const pin = world.pins.get(decision.id);
  if (pin) return pin.some((id) => isRuledOut(world, patternIn(world, id))) ? [] : pin;
  if (!decision.several) return bestIn(world, decision);
  const picked = techniquesOf(decision).filter((id) => isTechniquePicked(world, decision, id));
  return picked.length > 0 || decision.baseline === undefined ? picked : [decision.baseline];
}

/** All but the baseline, which stands for none of them. */
export function techniquesOf({ alternatives, baseline }: Decision): string[] {
  return alternatives.map(({ id }) => id).filter((id) => id !== baseline);
}

/** Its value is above 0, it is not ruled out, and one of its conditioned reasons holds if it has any. */
export function isTechniquePicked(world: World, decision: Decision, id: string): boolean {
  const pattern = patternIn(world, id);
  const reasons = pattern.evidence
    .filter(({ kind }) => kind === 'use-when')
    .flatMap(({ condition }) => condition ?? []);
  const hasReason = reasons.length === 0 || reasons.some((reason) => holds(world, reason));
  return hasReason && !isRuledOut(world, pattern) && valueIn(world, decision, pattern) > 0;
}

/** A pinned decision always applies. */
export function isApplicable(world: World, { id, appliesWhen }: Decision): boolean {
  if (world.pins.has(id)) return true;
  return appliesWhen.length === 0 || appliesWhen.some((condition) => holds(world, condition));
}

/** All alternatives with the highest value among those that are not ruled out. */
function bestIn(world: World, decision: Decision): string[] {
  const left = decision.alternatives
    .map(({ id }) => patternIn(world, id))
    .filter((pattern) => !isRuledOut(world, pattern))
    .map((pattern) => ({ id: pattern.id, value: valueIn(world, decision, pattern) }));
  const best = Math.max(...left.map(({ value }) => value));
  return left.filter(({ value }) => value === best).map(({ id }) => id);
}

export function isRuledOut(world: World, { evidence }: Pattern): boolean {
  return evidence.some(
    ({ kind, condition }) => kind === 'ruled-out-when' && condition && holds(world, condition),
  );
}

/** V[a](x) of docs/model.md. */
export function valueIn(world: World, { driving }: Decision, pattern: Pattern): number {
  const byQuality = driving.map((quality) => {
    const rating = ratingOf(pattern, quality);
    return rating === 0 ? 0 : weightIn(world, quality) * rating;
  });
  const byEvidence = pattern.evidence.map((each) =>
    each.condition && holds(world, each.condition) ? evidencePoints(each) : 0,
  );
  return [...byQuality, ...byEvidence].reduce((sum, points) => sum + points, 0);
}

export function evidencePoints({ kind, strength }: Pattern['evidence'][number]): number {
  if (kind === 'ruled-out-when') return 0;
  return (strength === 2 ? 10 : 5) * (kind === 'use-when' ? 1 : -1);
}

const ratings = new WeakMap<Pattern, Map<string, number>>();

/** v[a,c]: the sum of the effects, kept between −2 and +2; remembered, as it never changes. */
export function ratingOf(pattern: Pattern, quality: string): number {
  const known = ratings.get(pattern) ?? new Map<string, number>();
  ratings.set(pattern, known);
  const before = known.get(quality);
  if (before !== undefined) return before;
  let sum = 0;
  for (const effect of pattern.claims.flatMap(({ effects }) => effects)) {
    if (effect.quality === quality) sum += effect.value;
  }
  const rating = sum > 2 ? 2 : Math.max(sum, -2);
  known.set(quality, rating);
  return rating;
}

const weights = new WeakMap<World, Map<string, number>>();

/** m[c](x): the base weight and what the answers add; remembered for the world. */
function weightIn(world: World, quality: string): number {
  const known = weights.get(world) ?? new Map<string, number>();
  weights.set(world, known);
  const weight = known.get(quality) ?? addedUp(world, quality);
  known.set(quality, weight);
  return weight;
}

function addedUp({ knowledge, answers }: World, quality: string): number {
  let weight = knowledge.qualities.get(quality)?.weight ?? 0;
  for (const { id, choices } of knowledge.questions.values()) {
    const picked = answers.get(id) ?? [];
    for (const choice of choices) {
      if (picked.includes(choice.id)) weight += choice.weights.get(quality) ?? 0;
    }
  }
  return weight;
}

/** Every term finds one of its choices in the answer, or in the pick where it names a decision. */
export function holds(world: World, { terms }: Condition): boolean {
  return terms.every(({ subject, choices }) => {
    const said = saidOf(world, subject);
    return choices.some((choice) => said.includes(choice));
  });
}

function saidOf(world: World, subject: string): readonly string[] {
  const decision = world.knowledge.decisions.get(subject);
  if (decision) return isApplicable(world, decision) ? winnersIn(world, decision) : [];
  return world.answers.get(subject) ?? [];
}

export function patternIn({ knowledge }: Pick<World, 'knowledge'>, id: string): Pattern {
  const pattern = knowledge.patterns.get(id);
  if (pattern === undefined) throw new Error(`no pattern ${id}`);
  return pattern;
}
