import type { Earlier } from './applies.ts';
import { openKinds } from './kinds.ts';
import type { Line, Stop } from './lines.ts';
import type { Scene } from './list-outcomes.ts';
import type { Situation } from './situation.ts';

/** A line as it is looked at: with `racers` for its last contest, if that has one. */
export function sceneOf(
  line: Line,
  racers: number | undefined,
  { codes, sheet, earlier }: Pick<Situation, 'codes' | 'sheet' | 'earlier'>,
): Scene {
  const before = line.slice(0, -1).flatMap((stop) => racersOf(stop, earlier));
  const all = racers === undefined ? before : [...before, racers];
  return { line, sheet, kinds: openKinds(line, { codes, sheet, racers: all }) };
}

function racersOf({ decision, contests }: Stop, earlier: Earlier): number[] {
  const judged = earlier.get(decision.index)?.contests ?? [];
  return contests.map((_, index) => judged[index]?.racers ?? 0);
}
