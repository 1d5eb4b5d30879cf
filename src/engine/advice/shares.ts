import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { largest, smallest } from '../../common/lists.ts';
import type { Rival, Share } from '../../model/advice.ts';
import type { OutcomeShare, Shares } from '../../model/verdict.ts';
import type { Diagram } from '../decide/diagram.ts';
import type { Judged } from '../decide/judge.ts';
import { picksAmong } from '../decide/judge-table.ts';
import { winnersUnder } from '../decide/pairs.ts';
import { type Distribution, distributionOf } from '../decide/queries.ts';
import type { Level, Residual } from '../decide/residual.ts';
import { has, namesOf } from '../table/masks.ts';

/** Thousandths of the completions that come to an outcome which is meant. */
export function shareIn(diagram: Diagram, isMeant: (outcome: number) => boolean): number {
  return thousandths(distributionOf(diagram), isMeant);
}

/** In thousandths, rounded, but not to nothing and not to all where it is neither: 1 to 999. */
export function thousandths(
  distribution: Distribution,
  isMeant: (outcome: number) => boolean,
): number {
  let part = 0;
  let isAll = true;
  for (const [outcome, share] of distribution) {
    if (share === 0) continue;
    if (isMeant(outcome)) part += share;
    else isAll = false;
  }
  if (part === 0 || isAll) return isAll ? 1_000 : 0;
  return inThousandths(part);
}

/** A part that is neither nothing nor all; a half must not be rounded by the order in which its parts were added up. */
export function inThousandths(part: number): number {
  return Math.min(999, Math.max(1, Math.round(Math.round(1e12 * part) / 1e9)));
}

/** What an open decision comes to, were it to apply: one distribution, or one per technique. */
export function distributionsOf({ tables }: Judged): {
  readonly isSampled: boolean;
  readonly distributions: readonly Distribution[];
} {
  return {
    isSampled: tables.some(({ status, diagram }) => status === 'open' && diagram === undefined),
    distributions: tables.map((each) => {
      if (each.status !== 'open') return new Map([[each.picks, 1]]);
      return each.diagram ? distributionOf(each.diagram) : sampledDistribution(each.residual);
    }),
  };
}

/** The shares of a decision (docs/model.md, "Shares"); tied alternatives count for each, techniques each by itself. */
export function sharesOf(judged: Judged): Shares {
  const { isSampled, distributions } = distributionsOf(judged);
  const { alternatives, decision } = judged.entry;
  const [only] = distributions;
  return {
    sampled: isSampled,
    shares: sharesIn(alternatives, distributions),
    ...(only && !decision.several && { outcomes: outcomesIn(alternatives, only) }),
  };
}

/** The largest share first, equal ones by their winners in the order of the alternatives. */
function outcomesIn(alternatives: readonly string[], distribution: Distribution): OutcomeShare[] {
  return [...distribution]
    .filter(([, share]) => share > 0)
    .map(([outcome, part]) => ({ outcome, share: inThousandths(part) }))
    .sort((a, b) => b.share - a.share || a.outcome - b.outcome)
    .map(({ outcome, share }) => ({ winners: namesOf(outcome, alternatives), share }));
}

/** In the order of the alternatives, those above nothing. */
function sharesIn(
  alternatives: readonly string[],
  distributions: readonly Distribution[],
): Share[] {
  return alternatives.flatMap((alternative, place): Share[] => {
    const own = distributions.map((each) => thousandths(each, (picks) => has(picks, place)));
    const share = largest(own, 0);
    return share > 0 ? [{ alternative, share }] : [];
  });
}

export type ShareOfPick = Readonly<{ share: number; sampled?: true; rival?: Rival }>;

/**
 * The share of what is picked now, in thousandths: of several picks that of the technique which is least sure; tied picks
 * count only if all of them win. The rival is the other alternative with the largest share, the first of equals; where
 * several may be picked, it is a technique that is not picked now, and yet picked in more than half.
 */
export function shareOfPick(judged: Judged): ShareOfPick {
  const { isSampled, distributions } = distributionsOf(judged);
  const shares = judged.tables.map(({ picks }, index) =>
    thousandths(
      distributions[index] ?? new Map(),
      (outcome) => (outcome & picks) === picks && (picks !== 0 || outcome === 0),
    ),
  );
  const rival = rivalOf(judged, distributions);
  return {
    share: smallest(shares),
    ...(isSampled && { sampled: true }),
    ...(rival && { rival }),
  };
}

const HALF = 500;

function rivalOf(
  { entry, picks }: Judged,
  distributions: readonly Distribution[],
): Rival | undefined {
  const { several, baseline } = entry.decision;
  const isSome = entry.alternatives.some((id, place) => id !== baseline && has(picks, place));
  const least = several ? HALF : 0;
  const [rival] = sharesIn(entry.alternatives, distributions)
    .filter(({ alternative }) => !has(picks, entry.alternatives.indexOf(alternative)))
    .filter(({ share }) => share > least)
    .sort((a, b) => b.share - a.share);
  return rival && several && isSome ? { ...rival, beside: true } : rival;
}

const SAMPLES = 1_000;
const SEED = 20_261_129;

/** The outcomes of random completions, the same in each run: for residuals that are too much to compile. */
export function sampledDistribution(residual: Residual): Distribution {
  const generator = xoroshiro128plus(SEED);
  const found = new Map<number, number>();
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const answers = residual.levels.map((level) =>
      classAt(level, uniformInt(generator, 0, countIn(level) - 1)),
    );
    const picks = picksAmong(residual, winnersUnder(residual, answers));
    found.set(picks, (found.get(picks) ?? 0) + 1 / SAMPLES);
  }
  return found;
}

function countIn({ classes }: Level): number {
  return classes.reduce((sum, { weight }) => sum + weight, 0);
}

/** The class of the legal answer with this number. */
function classAt({ classes }: Level, number: number): number {
  let left = number;
  return classes.findIndex(({ weight }) => {
    left -= weight;
    return left < 0;
  });
}
