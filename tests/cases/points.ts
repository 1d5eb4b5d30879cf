import type { Advice, DecisionAdvice } from '../../src/model/advice.ts';

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

export function adviceOn(name: string, { decisions }: Advice): DecisionAdvice {
  const { decision } = pointOf(name);
  const advice = decisions.find(({ id }) => id === decision);
  if (advice === undefined) throw new Error(`No advice on ${decision}`);
  return advice;
}

/** What the program picks, in the words of the labels. */
export function picksOn(name: string, advice: Advice): string[] {
  const { alternatives } = pointOf(name);
  const own = adviceOn(name, advice);
  const labelOf = (id: string) =>
    Object.keys(alternatives).find((label) => alternatives[label] === id) ??
    id.replaceAll('-', '_');
  if (name !== 'database' || !own.recommended.includes('nosql')) {
    return own.recommended.map(labelOf);
  }
  const kinds = advice.decisions.find(({ id }) => id === 'nosql-type')?.recommended ?? [];
  return own.recommended.flatMap((id) => (id === 'nosql' ? kinds : [id])).map(labelOf);
}

/** The decision in which a pick and a label part: among families of NoSQL that is their type. */
export function decisionBehind(
  { point, chosen }: { readonly point: string; readonly chosen: readonly string[] },
  advice: Advice,
): DecisionAdvice {
  const own = adviceOn(point, advice);
  const isNosql = own.recommended.includes('nosql') && !chosen.includes('sql');
  const type = advice.decisions.find(({ id }) => id === 'nosql-type');
  return point === 'database' && isNosql && type !== undefined ? type : own;
}
