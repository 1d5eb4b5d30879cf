import { UserError } from '../../src/common/user-error.ts';

/** A decision point of the panel. */
export interface Point {
  /** As the judges' files call it. */
  readonly name: string;
  readonly decision: string;
  /** The plain alternative, in the words of the judges. */
  readonly plain: string;
  /** All that a judge may pick. */
  readonly labels: readonly string[];
}

/** The points of which one label is right, or several are equally good. */
export const POINTS: readonly Point[] = [
  point('system_style', ['monolith', 'modular_monolith', 'microservices', 'serverless']),
  point('communication', ['synchronous', 'event_driven']),
  point('read_write_model', ['single_model', 'cqrs', 'event_sourcing']),
  point('database', ['sql', 'document', 'key_value', 'wide_column', 'graph']),
  point('data_distribution', ['single_node', 'read_replicas', 'sharding']),
  point('distributed_transactions', ['local_transaction', 'saga', 'two_phase_commit']),
  point('saga_coordination', ['na', 'orchestration', 'choreography']),
  point('caching', ['no_cache', 'distributed_cache']),
  point('load_balancing', ['single_server', 'stateless_balancing', 'sticky_sessions']),
];

/** The point at which several labels are right together. */
export const FAULT_TOLERANCE = point('fault_tolerance', [
  'minimal',
  'replication',
  'redundancy',
  'failover',
  'graceful_degradation',
  'monitoring',
]);

export const ALL_POINTS: readonly Point[] = [...POINTS, FAULT_TOLERANCE];

/** The points of that name, with underscores or hyphens; all without a name. */
export function pointsNamed(name: string | undefined): readonly Point[] {
  if (name === undefined) return ALL_POINTS;
  const found = ALL_POINTS.filter((each) => each.name === name.replaceAll('-', '_'));
  if (found.length > 0) return found;
  throw new UserError(
    `Unknown decision point \`${name}\``,
    `there are ${ALL_POINTS.map((each) => each.name).join(', ')}`,
  );
}

/** The plain alternative is named first. */
function point(name: string, labels: readonly [string, ...string[]]): Point {
  return { name, decision: name.replaceAll('_', '-'), plain: labels[0], labels };
}
