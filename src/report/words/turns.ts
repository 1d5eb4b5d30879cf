import { listed, type Names } from './names.ts';
import { count } from './numbers.ts';

interface Turn {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What is picked in place of what, or which techniques come and go. */
export function turnText({ from, to }: Turn, names: Names): string {
  const listOf = (ids: readonly string[]) => listed(ids.map(names.alternative), 'and');
  const added = to.filter((id) => !from.includes(id));
  const dropped = from.filter((id) => !to.includes(id));
  if (dropped.length === 0) return `with ${listOf(added)}`;
  if (added.length === 0) return `without ${listOf(dropped)}`;
  return `${listOf(added)} instead of ${listOf(dropped)}`;
}

/** `7 points behind` */
export function lossText(points: number): string {
  if (points === 0) return 'level on points';
  return `${count(Math.abs(points), 'point')} ${points > 0 ? 'behind' : 'ahead'}`;
}
