import { isDecided } from '../../common/decided.ts';
import type { Judged, Situation } from '../decide/judge.ts';
import { partOf } from './impurity.ts';
import { likelyOutcomes } from './likely-outcomes.ts';
import { inThousandths, sampledDistribution } from './shares.ts';

/**
 * How likely it is, answers counting by how common they are, that a decision comes to what it comes to now: its picks, or
 * that it does not apply. In thousandths; 1,000 only where that is proved. Techniques, and whether it applies, are taken
 * as independent of each other.
 */
export function chanceOfStaying(judged: Judged, isApplied: boolean, situation: Situation): number {
  const { applies } = judged.applicability;
  if (isDecided({ status: judged.status, applies })) return 1_000;
  const applying = chanceOfApplying(judged, situation);
  return inThousandths(isApplied ? applying * chanceOfPicks(judged, situation) : 1 - applying);
}

function chanceOfApplying(
  { applicability: { applies, diagram } }: Judged,
  { tables, answers }: Situation,
): number {
  if (diagram) return partOf(likelyOutcomes(diagram, tables.questions, answers).now);
  if (applies === 'undecided') return HALF;
  return applies === 'yes' ? 1 : 0;
}

/** Of what was too much to work out. */
const HALF = 0.5;

function chanceOfPicks(judged: Judged, { tables, answers }: Situation): number {
  return judged.tables.reduce((product, { status, picks, diagram, residual }) => {
    if (status !== 'open') return product;
    const outcomes = diagram
      ? likelyOutcomes(diagram, tables.questions, answers).now
      : sampledDistribution(residual);
    return product * (outcomes.get(picks) ?? 0);
  }, 1);
}
