import { isDecided } from '../../common/decided.ts';
import { smallest } from '../../common/lists.ts';
import type { Judged, Situation } from '../decide/judge.ts';
import type { JudgedTable } from '../decide/judge-table.ts';
import { partOf } from './impurity.ts';
import { likelyOutcomes } from './likely-outcomes.ts';
import { inThousandths, sampledDistribution } from './shares.ts';

/**
 * How likely it is, answers counting by how common they are, that a decision comes to what it comes to now: its picks, or
 * that it does not apply. In thousandths; 1,000 only if that is proved.
 */
export function chanceOfStaying(judged: Judged, isApplied: boolean, situation: Situation): number {
  const { applies } = judged.applicability;
  if (isDecided({ status: judged.status, applies })) return 1_000;
  const applying = chanceOfApplying(judged, situation);
  return inThousandths(isApplied ? applying * chanceOfPicks(judged, situation) : 1 - applying);
}

function chanceOfApplying(
  { applicability: { applies, diagram } }: Judged,
  situation: Situation,
): number {
  if (diagram) return partOf(likelyOutcomes(diagram, situation).now);
  if (applies === 'undecided') return HALF;
  return applies === 'yes' ? 1 : 0;
}

/** Of what was too much to work out. */
const HALF = 0.5;

/** Of several picks that of the technique which is least sure, as techniques go together. */
function chanceOfPicks(judged: Judged, situation: Situation): number {
  return smallest(judged.tables.map((each) => chanceIn(each, situation)));
}

function chanceIn(judged: JudgedTable, situation: Situation): number {
  const { table, status, picks, diagram } = judged;
  if (status !== 'open') return 1;
  const outcomes = diagram
    ? likelyOutcomes(diagram, situation, table).now
    : sampledDistribution(judged.residual);
  return outcomes.get(picks) ?? 0;
}
