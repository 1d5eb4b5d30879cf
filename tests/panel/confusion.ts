import { rowText } from '../support/figures.ts';

/** What was to be picked, and what was. */
export interface Pair {
  readonly expected: string;
  readonly picked: string;
  /** The pick is accepted, be it another label. */
  readonly isHit: boolean;
}

/**
 * A row for each expected label, a column for each pick, with the number of systems. `3 (1 ok)` says that one of three other
 * labels is accepted as equally good. Labels of `order` come first.
 */
export function confusionText(pairs: readonly Pair[], order: readonly string[] = []): string {
  const columns = sorted(
    pairs.map(({ picked }) => picked),
    order,
  );
  const rows = sorted(
    pairs.map(({ expected }) => expected),
    order,
  ).map((expected) => {
    const own = pairs.filter((each) => each.expected === expected);
    const cells = columns.map((picked) => cellText(own, { expected, picked }));
    return [expected, ...cells, `${own.length}`];
  });
  const lines = [['expected \\ picked', ...columns, 'all'], ...rows];
  const widths = [...columns, '', ''].map(
    (_, index) => 2 + Math.max(...lines.map((cells) => cells[index]?.length ?? 0)),
  );
  return lines.map((cells) => rowText(cells, widths)).join('\n');
}

function cellText(
  own: readonly Pair[],
  { expected, picked }: { readonly expected: string; readonly picked: string },
): string {
  const there = own.filter((each) => each.picked === picked);
  const hits = there.filter(({ isHit }) => isHit).length;
  if (there.length === 0) return '.';
  return expected === picked || hits === 0 ? `${there.length}` : `${there.length} (${hits} ok)`;
}

function sorted(labels: readonly string[], order: readonly string[]): string[] {
  const rank = (label: string) => (order.includes(label) ? order.indexOf(label) : order.length);
  return [...new Set(labels)].sort().sort((a, b) => rank(a) - rank(b));
}
