import type { Combination, Dispute, Following, Influence, Variation, Way } from './dispute.ts';
import { costOf } from './every-combination.ts';

interface Tried {
  readonly combination: Combination;
  readonly pick: number;
}

/**
 * Varies one dispute at a time from each of some combinations. What is found is so; but influences and picks may be
 * missed, so every other dispute is reported as relevant.
 */
export function someCombinations(
  disputes: readonly Dispute[],
  from: readonly Combination[],
  pickOf: (combination: Combination) => number,
): Variation {
  const tried = new Map<string, Tried>();
  const pickAt = (combination: Combination): number => {
    const known = tried.get(combination.join());
    if (known !== undefined) return known.pick;
    const pick = pickOf(combination);
    tried.set(combination.join(), { combination, pick });
    return pick;
  };
  const influences = disputes.map(({ options }, dispute) =>
    influenceFrom(from, { dispute, options: options.length }, pickAt),
  );
  const found = [...tried.values()];
  const settled = found.filter(({ combination }) => combination.every((option) => option > 0));
  return {
    isSampled: true,
    influences,
    settled: picksIn(settled),
    follows: disputes.map((dispute, place) => followsFrom(place, dispute, settled)),
    ways: waysIn(found, influences, pickAt),
  };
}

interface Varied {
  readonly dispute: number;
  readonly options: number;
}

function influenceFrom(
  from: readonly Combination[],
  { dispute, options }: Varied,
  pickAt: (combination: Combination) => number,
): Influence {
  let influence: Influence = 'none';
  for (const base of from) {
    const open = pickAt(base.with(dispute, 0));
    const settled = Array.from({ length: options }, (_, option) =>
      pickAt(base.with(dispute, option + 1)),
    );
    const isSettled = base.every((option, other) => other === dispute || option > 0);
    if (isSettled && settled.some((pick) => pick !== settled[0])) influence = 'answer';
    else if (influence === 'none' && settled.some((pick) => pick !== open)) influence = 'settling';
  }
  return influence;
}

function picksIn(tried: readonly Tried[]): number[] {
  return [...new Set(tried.map(({ pick }) => pick))];
}

function followsFrom(place: number, { options }: Dispute, tried: readonly Tried[]): Following {
  return {
    with: (tried[0]?.combination ?? []).flatMap((_, other) => (other === place ? [] : [other])),
    picks: options.map((_, option) =>
      picksIn(tried.filter(({ combination }) => combination[place] === option + 1)),
    ),
  };
}

/** From the cheapest combination that was tried, without the answers that it does not need. */
function waysIn(
  tried: readonly Tried[],
  influences: readonly Influence[],
  pickAt: (combination: Combination) => number,
): Map<number, Way> {
  const byCost = tried.toSorted(
    (one, other) => costOf(other.combination, influences) - costOf(one.combination, influences),
  );
  const cheapest = new Map(byCost.map(({ pick, combination }) => [pick, combination]));
  return new Map(
    [...cheapest].map(([pick, combination]) => {
      const needed = withoutSpare(combination, (each) => pickAt(each) === pick);
      const open = [...needed.keys()].filter((dispute) => needed[dispute] === 0);
      return [pick, { combination: needed, dependsOn: open }];
    }),
  );
}

function withoutSpare(
  combination: Combination,
  isEnough: (combination: Combination) => boolean,
): Combination {
  return [...combination.keys()].reduce((kept, dispute) => {
    const less = kept.with(dispute, 0);
    return isEnough(less) ? less : kept;
  }, combination);
}
