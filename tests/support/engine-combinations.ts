import fc from 'fast-check';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Combination } from '../../src/model/knowledge.ts';
import { type Case, pinnedCases } from './engine-arbitraries.ts';
import type { CombinationSpec, DecisionSpec, KnowledgeSpec } from './engine-builders.ts';

const MOST_DECISIONS = 3;
const MOST_ALTERNATIVES = 3;

const dice = fc.nat(1_000);
const rawCondition = fc.array(fc.record({ decision: dice, alternatives: dice }), {
  minLength: 1,
  maxLength: 2,
});
const rawCombination = fc.record({
  when: rawCondition,
  requires: fc.option(rawCondition, { freq: 1 }),
});

/** Up to three decisions with up to three alternatives, some of them pinned, and two to six combinations of them. */
export const combinedCases: fc.Arbitrary<Case> = fc
  .tuple(pinnedCases, fc.array(rawCombination, { minLength: 2, maxLength: 6 }), fc.boolean())
  .map(([each, combinations, keepsPins]) => {
    const decisions = each.spec.decisions.slice(0, MOST_DECISIONS).map(trimmed);
    const spec: KnowledgeSpec = {
      ...each.spec,
      decisions,
      combinations: combinations.map(({ when, requires }): CombinationSpec => {
        const written = requires === null ? {} : { requires: conditionFrom(requires, decisions) };
        return { when: conditionFrom(when, decisions), ...written };
      }),
    };
    return { ...each, spec, pins: keepsPins ? pinsWithin(each.pins, decisions) : {} };
  });

function trimmed({ alternatives, ...rest }: DecisionSpec): DecisionSpec {
  return { ...rest, alternatives: alternatives.slice(0, MOST_ALTERNATIVES) };
}

function pinsWithin(pins: Case['pins'], decisions: readonly DecisionSpec[]): Case['pins'] {
  const entries = decisions.flatMap(({ id, alternatives }) => {
    const kept = (pins[id] ?? []).filter((each) => alternatives.includes(each));
    return kept.length > 0 ? [[id, kept] as const] : [];
  });
  return Object.fromEntries(entries);
}

function conditionFrom(
  terms: readonly { readonly decision: number; readonly alternatives: number }[],
  decisions: readonly DecisionSpec[],
): string {
  const written = terms.map((term) => {
    const { id, alternatives } = decisions[term.decision % decisions.length] ?? {
      id: '',
      alternatives: [],
    };
    const bits = (term.alternatives % (2 ** alternatives.length - 1)) + 1;
    const named = alternatives.filter((_, index) => Math.floor(bits / 2 ** index) % 2 === 1);
    return `${id}: ${named.join(' | ')}`;
  });
  return written.join(' & ');
}

/** What it takes to say what is picked in a decision. */
export type Standing = Pick<
  DecisionAdvice,
  'id' | 'status' | 'recommended' | 'applies' | 'appliesAsPicked'
>;

/** What is picked as it stands; undefined where the decision does not apply, or not as picked, or nothing fits. */
export function standingPick(advice: Standing): readonly string[] | undefined {
  const { status, recommended, applies, appliesAsPicked } = advice;
  if (status === 'infeasible' || applies === 'no') return undefined;
  return applies === 'undecided' && !appliesAsPicked ? undefined : recommended;
}

/** The combinations that every way out of all ties breaks, each tie looked at for each combination. */
export function brokenBy(
  combinations: readonly Combination[],
  advice: readonly Standing[],
): Combination[] {
  return combinations.filter((combination) =>
    resolutions(advice).every((picks) => isBroken(combination, picks)),
  );
}

type Picks = ReadonlyMap<string, readonly string[]>;

function resolutions(advice: readonly Standing[]): Picks[] {
  let all: Picks[] = [new Map()];
  for (const each of advice) {
    const pick = standingPick(each);
    const ways = pick && each.status === 'tied' ? pick.map((one) => [one]) : [pick ?? []];
    all = all.flatMap((picks) => ways.map((way) => new Map([...picks, [each.id, way]])));
  }
  return all;
}

function isBroken({ when, requires }: Combination, picks: Picks): boolean {
  return isMet(when, picks) && (requires === undefined || !isMet(requires, picks));
}

function isMet({ terms }: Condition, picks: Picks): boolean {
  return terms.every(({ subject, choices }) =>
    choices.some((choice) => picks.get(subject)?.includes(choice)),
  );
}
