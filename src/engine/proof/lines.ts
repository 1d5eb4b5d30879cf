import type { Pins } from '../../model/answers.ts';
import type { Dense } from './dense.ts';
import { bitOf, type Contest, type DenseDecision } from './dense-decision.ts';
import { pinnedContest } from './pinned-contest.ts';

/** A decision with what is contested in it: its alternatives, its techniques, or a pin. */
export interface Stop {
  readonly decision: DenseDecision;
  readonly contests: readonly Contest[];
  readonly isPinned: boolean;
  /** The bit that is picked where none of several is. */
  readonly baseline: number;
}

/** A decision after all that it hangs on, itself last. */
export type Line = readonly Stop[];

/** The line of the decision with this index. */
export function lineOf(dense: Dense, index: number, pins: Pins): Line {
  const own = ancestorsOf(index, dense, pins).add(index);
  return dense.decisions
    .filter((decision) => own.has(decision.index))
    .map((decision) => stopOf(decision, dense, pins));
}

function stopOf(decision: DenseDecision, dense: Dense, pins: Pins): Stop {
  const pin = pins.get(decision.compiled.decision.id);
  const { contests, baseline, alternatives } = decision;
  if (pin === undefined) return { decision, contests, isPinned: false, baseline };
  const bits = pin.reduce((all, id) => all | bitOf(id, alternatives), 0);
  return {
    decision,
    contests: [pinnedContest(decision, bits, dense)],
    isPinned: true,
    baseline: 0,
  };
}

/** What a decision hangs on, directly or not; a pinned one hangs on nothing. */
export function ancestorsOf(index: number, { decisions }: Dense, pins: Pins): Set<number> {
  const found = new Set<number>();
  const visit = (child: number) => {
    const decision = decisions[child];
    if (decision === undefined || pins.has(decision.compiled.decision.id)) return;
    for (const demand of decision.appliesWhen.flat()) {
      if (!('decision' in demand) || found.has(demand.decision)) continue;
      found.add(demand.decision);
      visit(demand.decision);
    }
  };
  visit(index);
  return found;
}

const narrowedBefore = new WeakMap<Line, Map<Contest | undefined, Line>>();

/** The same line, looked at for one of several techniques. */
export function lineFor(line: Line, contest: Contest): Line {
  return narrowed(line, contest);
}

/** The same line, looked at for whether its decision applies. */
export function uncontested(line: Line): Line {
  return narrowed(line, undefined);
}

function narrowed(line: Line, contest: Contest | undefined): Line {
  const known = narrowedBefore.get(line) ?? new Map<Contest | undefined, Line>();
  narrowedBefore.set(line, known);
  const contests = contest ? [contest] : [];
  const own =
    known.get(contest) ??
    line.map((stop, index) =>
      index < line.length - 1 ? stop : { ...stop, contests, baseline: 0 },
    );
  known.set(contest, own);
  return own;
}
