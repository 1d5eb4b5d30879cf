import type { Judged } from '../decide/judge.ts';
import type { Distribution } from '../decide/queries.ts';
import { likelyOutcomes, type Reading } from './likely-outcomes.ts';

/** What is still mixed in a decision: its picks, technique by technique, and whether it applies. */
export function diagramsOf({ applicability, tables }: Judged) {
  const picks = tables.flatMap(({ table, diagram }) => (diagram ? [{ table, diagram }] : []));
  return { applies: applicability.diagram, picks };
}

/** 1 − Σ share²: the chance that two completions come to different outcomes. */
export function impurityOf(distribution: Distribution): number {
  let same = 0;
  for (const share of distribution.values()) same += share * share;
  return 1 - same;
}

/** In which part of the completions it holds. */
export function partOf(distribution: Distribution): number {
  return distribution.get(1) ?? 0;
}

/** Of the picks where the decision applies, and of whether it does. */
export function impurityUnder(judged: Judged, situation: Reading): number {
  const { applies, picks } = diagramsOf(judged);
  return joinedImpurity(
    picks.map(({ diagram, table }) => impurityOf(likelyOutcomes(diagram, situation, table).now)),
    applies && likelyOutcomes(applies, situation).now,
  );
}

/** Two completions differ in their picks only if the decision applies in both. */
export function joinedImpurity(picks: readonly number[], applies?: Distribution): number {
  const mixed = picks.reduce((sum, each) => sum + each, 0);
  return applies ? partOf(applies) ** 2 * mixed + impurityOf(applies) : mixed;
}
