import type { DecisionAdvice, RankedAlternative } from '../../model/advice.ts';
import type { Decision } from '../../model/decision.ts';
import type { Contrast } from '../../model/explanation.ts';
import { contrast } from './contrast.ts';

/** Which contrasts are wanted: with a named alternative, with every one, or with the runner-up. */
export interface Wanted {
  readonly over?: string;
  readonly every?: boolean;
}

/**
 * The pick against its runner-up: the best other alternative that is not certainly ruled out. Where several may be
 * picked, each pick against not having it; where none is, the technique that comes nearest to it.
 */
export function contrastsOf(
  advice: Pick<DecisionAdvice, 'ranking' | 'recommended'>,
  { several, baseline }: Pick<Decision, 'several' | 'baseline'>,
  wanted: Wanted,
): Contrast[] {
  return several ? techniqueContrasts(advice, baseline, wanted) : pickContrasts(advice, wanted);
}

function pickContrasts(
  { ranking, recommended }: Pick<DecisionAdvice, 'ranking' | 'recommended'>,
  { over, every }: Wanted,
): Contrast[] {
  const [first] = recommended.filter((id) => id !== over);
  const pick = ranking.find(({ alternative }) => alternative === first);
  const others = ranking.filter((each) => each !== pick);
  if (pick === undefined) return [];
  if (every && over === undefined) return others.map((rival) => contrast(pick, rival));
  const rival =
    over === undefined
      ? others.find(isStanding)
      : others.find(({ alternative }) => alternative === over);
  return rival ? [contrast(pick, rival)] : [];
}

function isStanding({ excludedBy }: RankedAlternative): boolean {
  return excludedBy.every(({ state }) => state === 'possible');
}

function techniqueContrasts(
  { ranking, recommended }: Pick<DecisionAdvice, 'ranking' | 'recommended'>,
  baseline: string | undefined,
  { over, every }: Wanted,
): Contrast[] {
  if (recommended.length === 0 && ranking.every(({ picked }) => picked === undefined)) return [];
  const techniques = ranking.filter(({ alternative }) => alternative !== baseline);
  const picked = techniques.filter(({ alternative }) => recommended.includes(alternative));
  const named = techniques.filter(({ alternative }) => alternative === over);
  if (named.length > 0) return named.map((each) => contrast(each));
  if (every) return techniques.map((each) => contrast(each));
  const nearest = techniques.filter(isStanding).slice(0, 1);
  return (picked.length > 0 ? picked : nearest).map((each) => contrast(each));
}
