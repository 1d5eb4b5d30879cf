/** Every run of so many words in a text; case, punctuation and line ends do not count. */
export function wordRuns(text: string, length: number): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = words.map((_, index) => words.slice(index, index + length).join(' '));
  return new Set(runs.slice(0, Math.max(0, words.length - length + 1)));
}
