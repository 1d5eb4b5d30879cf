import type { Condition, Place } from '../../model/condition.ts';
import type { DocumentLine, LineChange, LineKind } from '../../model/difference.ts';

/** A line of a document that decides with others what a decision comes to. */
export interface Line {
  readonly kind: LineKind;
  /** Finds the line again on the other side; not where it stands. */
  readonly key: string;
  /** What follows from it: two lines of a kind that mean the same are the same line in other words. */
  readonly meaning: string;
  /** The questions whose answers decide whether it counts. */
  readonly questions: readonly string[];
  /** It counts for some way to answer what is open. */
  readonly mayCount: boolean;
  readonly said: DocumentLine;
}

export type ChangedLine = Paired<Line>;

/** The lines of which one side lacks the meaning, as far as they may count; none if lines only moved or were reworded. */
export function changedLines(before: readonly Line[], after: readonly Line[]): ChangedLine[] {
  const unlike = pairUp({ before, after }, isAlike).left;
  const { pairs, left } = pairUp(unlike, isOneLine);
  return [...pairs, ...oneSided(left)].filter(
    (each) => each.before?.mayCount || each.after?.mayCount,
  );
}

function isAlike(one: Line, other: Line): boolean {
  return one.kind === other.kind && one.meaning === other.meaning;
}

function isOneLine(one: Line, other: Line): boolean {
  return one.kind === other.kind && one.key === other.key;
}

/** A line that counts for every answer, unless more is said about it. */
export function lineOf(
  kind: LineKind,
  said: DocumentLine,
  more: Partial<Line> & Pick<Line, 'meaning'>,
): Line {
  return { kind, key: '', questions: [], mayCount: true, said, ...more };
}

/** What both sides say, for printing. */
export function lineChange({ before, after }: ChangedLine): LineChange {
  const kind = before?.kind ?? after?.kind;
  if (kind === undefined) throw new Error('A changed line is on neither side');
  return { kind, ...(before && { before: before.said }), ...(after && { after: after.said }) };
}

/** Equal for conditions that ask the same, in any order and with any blanks. */
export function meaningOf({ terms }: Condition): string {
  const asked = terms.map(({ subject, choices }) => {
    return `${subject}: ${[...new Set(choices)].sort().join(' | ')}`;
  });
  return [...new Set(asked)].sort().join(' & ');
}

/** Where a line stands. */
export function at({ file, line }: Place): Pick<Place, 'file' | 'line'> {
  return { file, line };
}

/** What stands on each side. */
export interface Sides<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
}

/** The same on both sides, or what only one side has. */
export type Paired<T> =
  | { readonly before: T; readonly after: T }
  | { readonly before: T; readonly after?: never }
  | { readonly before?: never; readonly after: T };

/** Finds each of before a partner of its own, as long as there are any; and what is left over. */
export function pairUp<T>(
  { before, after }: Sides<T>,
  isPair: (one: T, other: T) => boolean,
): { readonly pairs: readonly Paired<T>[]; readonly left: Sides<T> } {
  const come = [...after];
  const pairs: Paired<T>[] = [];
  const gone = before.filter((each) => {
    const at = come.findIndex((other) => isPair(each, other));
    const [partner] = at < 0 ? [] : come.splice(at, 1);
    if (partner !== undefined) pairs.push({ before: each, after: partner });
    return partner === undefined;
  });
  return { pairs, left: { before: gone, after: come } };
}

/** What is left over, as what went and what came. */
export function oneSided<T>({ before, after }: Sides<T>): Paired<T>[] {
  return [...before.map((each) => ({ before: each })), ...after.map((each) => ({ after: each }))];
}
