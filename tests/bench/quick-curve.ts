import { isDecided, likeliestOf } from '../../src/common/decided.ts';
import type { Interview } from '../../src/model/interview.ts';
import type { Standing } from '../../src/model/outlook.ts';

/** What comes of ending interviews as soon as each decision is proved or comes to the same in a share of the completions. */
export interface QuickPoint {
  /** In thousandths. */
  readonly share: number;
  readonly interviews: number;
  readonly questions: number;
  readonly picks: Tally;
  /** Those that are not proved when it ends. */
  readonly openPicks: Tally;
}

export interface Tally {
  readonly count: number;
  /** How many are the same once everything is settled. */
  readonly right: number;
}

/** What is asked first does not depend on the share, so that a quick interview is the beginning of the whole one. */
export function quickPoint(
  interviews: readonly (readonly Interview[])[],
  share: number,
): QuickPoint {
  const ends = interviews.map((states) => ({ states, at: endOf(states, share) }));
  const picks = ends.flatMap(({ states, at }) => picksAt(states, at));
  return {
    share,
    interviews: interviews.length,
    questions: sum(ends.map(({ states, at }) => states[at]?.asked.length ?? 0)),
    picks: tally(picks),
    openPicks: tally(picks.filter(({ isOpen }) => isOpen)),
  };
}

/** Points of the same share as one. */
export function pooled(points: readonly QuickPoint[]): QuickPoint {
  const both = (tallies: readonly Tally[]): Tally => ({
    count: sum(tallies.map(({ count }) => count)),
    right: sum(tallies.map(({ right }) => right)),
  });
  return {
    share: points[0]?.share ?? 0,
    interviews: sum(points.map(({ interviews }) => interviews)),
    questions: sum(points.map(({ questions }) => questions)),
    picks: both(points.map(({ picks }) => picks)),
    openPicks: both(points.map(({ openPicks }) => openPicks)),
  };
}

/** The place of the first state that is good enough. */
export function endOf(states: readonly Interview[], share: number): number {
  const isEnough = ({ outlook }: Interview) =>
    outlook.decisions.every((each) => isDecided(each) || likeliestOf(each).share >= share);
  return states.findIndex(isEnough);
}

interface Pick {
  readonly isOpen: boolean;
  readonly isRight: boolean;
}

function picksAt(states: readonly Interview[], at: number): Pick[] {
  const last = states.at(-1)?.outlook.decisions ?? [];
  return (states[at]?.outlook.decisions ?? []).map((standing, index) => ({
    isOpen: !isDecided(standing),
    isRight: outcomeIn(standing) === outcomeIn(last[index]),
  }));
}

/** What is reported of a decision. */
function outcomeIn(standing: Standing | undefined): string {
  const applies = standing?.status !== 'not-applicable' && likeliestOf(standing ?? {}).applies;
  return applies ? `${standing?.recommended}` : 'does not apply';
}

function tally(picks: readonly Pick[]): Tally {
  return { count: picks.length, right: picks.filter(({ isRight }) => isRight).length };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
