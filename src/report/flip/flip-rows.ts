import type { AnswerChange, Flip, Picked } from '../../model/flips.ts';

type Said = AnswerChange['to'];

/** Flips that lead to the same pick and differ only in what some questions are answered. */
export interface FlipRow {
  readonly changes: readonly RowChange[];
  readonly recommended: Picked['recommended'];
  /** Absent if it differs between the flips. */
  readonly status?: Picked['status'];
  readonly contradicts: readonly string[];
  /** How many flips it stands for. */
  readonly count: number;
}

export interface RowChange extends Pick<AnswerChange, 'question' | 'from'> {
  /** In the order of the flips. */
  readonly to: readonly Said[];
}

/** Flips in few rows: each flip is in exactly one, and a row holds nothing but flips. */
export function flipRows(flips: readonly Flip[]): FlipRow[] {
  const size = flips[0]?.changes.length ?? 0;
  const positions = [...Array(size).keys()].reverse();
  return positions.reduce(mergeAt, flips.map(rowOf));
}

function rowOf({ changes, pick, contradicts = [] }: Flip): FlipRow {
  return {
    changes: changes.map(({ to, ...rest }) => ({ ...rest, to: [to] })),
    recommended: pick.recommended,
    status: pick.status,
    contradicts,
    count: 1,
  };
}

/** Rows that are alike but for the answers in one place become one, in the place of the first. */
function mergeAt(rows: readonly FlipRow[], position: number): FlipRow[] {
  const merged = new Map<string, FlipRow>();
  for (const row of rows) {
    const key = keyWithout(row, position);
    const before = merged.get(key);
    merged.set(key, before ? joined(before, row, position) : row);
  }
  return [...merged.values()];
}

function keyWithout(
  { changes, recommended, status, contradicts }: FlipRow,
  position: number,
): string {
  const rest = changes.map(({ question, to }, index) =>
    index === position ? [question] : [question, to],
  );
  const isNone = recommended.length === 0;
  return JSON.stringify([
    rest,
    recommended,
    isNone || status === 'tied' ? status : '',
    contradicts,
  ]);
}

function joined(before: FlipRow, { changes, status, count }: FlipRow, position: number): FlipRow {
  const { status: known, ...rest } = before;
  const more = changes[position]?.to ?? [];
  return {
    ...rest,
    ...(known !== undefined && known === status && { status }),
    changes: before.changes.map((change, index) =>
      index === position ? { ...change, to: [...change.to, ...more] } : change,
    ),
    count: before.count + count,
  };
}
