import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { Merged, PlainAnswer, PlainPin } from '../../model/merged.ts';
import type { Names } from '../names.ts';
import type { Style } from '../style.ts';

/** How a merge is told. */
export interface MergedView {
  readonly knowledge: KnowledgeBase;
  readonly names: Names;
  readonly style: Style;
  /** Every finer decision, too. */
  readonly isFull: boolean;
}

/** A merge with how it is told, and what its files are called in it. */
export interface MergedTelling extends MergedView {
  readonly merged: Merged;
  readonly nameOf: (file: string) => string;
}

/** As it is typed after `--set question=` or `--pin decision=`. */
export function typed(said: PlainAnswer | PlainPin): string {
  return [said].flat().join(',');
}

/** Those who say the same stand together, in the order of the files. */
export function bySaying(
  said: readonly { readonly file: string; readonly value: PlainAnswer | PlainPin }[],
  { nameOf }: Pick<MergedTelling, 'nameOf'>,
): { readonly text: string; readonly names: string }[] {
  const groups = new Map<string, string[]>();
  for (const { file, value } of said) {
    groups.set(typed(value), [...(groups.get(typed(value)) ?? []), nameOf(file)]);
  }
  return [...groups].map(([text, names]) => ({ text, names: names.join(', ') }));
}

const GAP = 2;

/** As wide as the longest text, up to a third of the columns. */
export function widthFor(texts: readonly string[], columns: number): number {
  const longest = Math.max(0, ...texts.map((text) => text.length));
  return Math.min(longest + GAP, Math.floor(columns / 3));
}
