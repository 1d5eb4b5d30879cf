const FILLERS = new Set(['the', 'a', 'an', 'and']);

/** Lower-case words without articles, each without its plural s. */
export function words(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’]/g, '');
  const found = plain.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[+#]+(?![\p{L}\p{N}]))?/gu) ?? [];
  return found.filter((word) => !FILLERS.has(word)).map(singular);
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
