import type { Outcome } from './outcomes.ts';

/** A label that the advice does not meet, with the reasons of both judges. */
export function missText({ of, point, expected, picks }: Outcome): string {
  const [first, second] = of.of.judges.map((judge) => judge[point.name]?.why ?? '');
  return [
    `${of.of.id} ${of.of.name}: ${point.name}, ${expected.confidence}`,
    `  accepted ${expected.accepted.join(', ')}; picked ${picks?.join(', ') || '-'}`,
    `  judge 1: ${first}`,
    `  judge 2: ${second}`,
  ].join('\n');
}
