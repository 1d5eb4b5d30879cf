import { f1 } from '../support/f1.ts';
import type { Label } from './case.ts';

/** What counts as a standby machine: `minimal` beside other techniques means that there is none. */
const STANDBY = ['replication', 'redundancy', 'failover'];

/**
 * How far some picks agree with what was chosen, 0 to 1. A tie counts as a miss; where one of several labels may be
 * picked, any of them is a hit. Techniques against faults are judged by F1, and one that was turned down is a miss.
 */
export function scoreOf(picks: readonly string[], label: Label): number {
  if (label.point !== 'fault_tolerance') {
    return picks.length === 1 && label.chosen.includes(picks[0] ?? '') ? 1 : 0;
  }
  const isWithoutStandby = !picks.some((pick) => STANDBY.includes(pick));
  const counted =
    isWithoutStandby && label.chosen.includes('minimal')
      ? [...new Set([...picks, 'minimal'])]
      : picks;
  if (counted.some((pick) => label.rejected.includes(pick))) return 0;
  return f1(counted, label.chosen);
}
