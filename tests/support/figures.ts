/** A share in whole percent, or a dash where nothing was counted. */
export function percent(sum: number, count: number): string {
  return count === 0 ? '-' : `${Math.round((100 * sum) / count)}%`;
}

/** Cells in columns of the given widths, without blanks at the end. */
export function rowText(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join('')
    .trimEnd();
}
