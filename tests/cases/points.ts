import type { Advice } from '../../src/model/advice.ts';
import { asLabelled } from '../support/later-alternatives.ts';
import { pickedOn } from '../support/picked.ts';

/** A decision point of the cases in the words of the program. */
interface Point {
  readonly decision: string;
  /** Label to alternative, where they differ by more than a hyphen. */
  readonly alternatives: Readonly<Record<string, string>>;
  readonly baseline: string;
}

/** The decision points of the cases, as their README maps them. */
export const POINTS: Readonly<Record<string, Point>> = {
  system_style: { decision: 'system-style', alternatives: {}, baseline: 'monolith' },
  communication: { decision: 'communication', alternatives: {}, baseline: 'synchronous' },
  read_write_model: { decision: 'read-write-model', alternatives: {}, baseline: 'single_model' },
  database: { decision: 'database', alternatives: {}, baseline: 'sql' },
  data_distribution: { decision: 'data-distribution', alternatives: {}, baseline: 'single_node' },
  distributed_transactions: {
    decision: 'distributed-transactions',
    alternatives: { local_acid: 'local-transaction' },
    baseline: 'local_acid',
  },
  saga_style: { decision: 'saga-coordination', alternatives: {}, baseline: 'orchestration' },
  caching: { decision: 'caching', alternatives: { none: 'no-cache' }, baseline: 'none' },
  load_balancing: {
    decision: 'load-balancing',
    alternatives: {
      none: 'single-server',
      lb_not_sticky: 'stateless-balancing',
      lb_sticky: 'sticky-sessions',
    },
    baseline: 'none',
  },
  fault_tolerance: { decision: 'fault-tolerance', alternatives: {}, baseline: 'minimal' },
};

export function pointOf(name: string): Point {
  const point = POINTS[name];
  if (point === undefined) throw new Error(`Unknown decision point ${name}`);
  return point;
}

/** What the program picks, in the words of the labels. */
export function picksOn(name: string, advice: Advice): string[] {
  const { decision, alternatives } = pointOf(name);
  return pickedOn(decision, advice)
    .map(asLabelled)
    .map(
      (id) =>
        Object.keys(alternatives).find((label) => alternatives[label] === id) ??
        id.replaceAll('-', '_'),
    );
}
