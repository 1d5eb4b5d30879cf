import { type Cell, rows } from './layout.ts';

/** Columns before a label, and of a label with the blank behind it. */
export const INDENT = 2;
export const LABEL = 11;

/** Texts below each other, with a label before the first; nothing where there is no text. */
export function labelled(
  label: string,
  texts: readonly string[],
  { width, column = LABEL }: { readonly width: number; readonly column?: number },
): string[] {
  const cells = texts.map((text, index): Cell[] => [
    { text: '', width: INDENT },
    { text: index === 0 ? label : '', width: column },
    { text },
  ]);
  return rows(cells, width);
}
