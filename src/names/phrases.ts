/** The sides of a choice: `SQL vs NoSQL`, `monolith or microservices`. */
export function sidesOf(text: string): string[] {
  return text
    .split(/\s+(?:vs\.?|versus|or|and)\s+|\s*[,;]\s*/i)
    .map((side) => side.trim())
    .filter((side) => side !== '');
}

/** No phrase of more words is looked through. */
const MOST_WORDS = 20;

/** What the names in a phrase mean, the longest first and from left to right; words that are no name are skipped. */
export function namesInPhrase<T>(text: string, meaning: (name: string) => readonly T[]): T[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.length < 2 || words.length > MOST_WORDS ? [] : among(words, meaning);
}

function among<T>(words: readonly string[], meaning: (name: string) => readonly T[]): T[] {
  for (let length = words.length; length > 0; length -= 1) {
    for (let start = 0; start + length <= words.length; start += 1) {
      const found = meaning(words.slice(start, start + length).join(' '));
      if (found.length === 0) continue;
      const [before, after] = [words.slice(0, start), words.slice(start + length)];
      return [...among(before, meaning), ...found, ...among(after, meaning)];
    }
  }
  return [];
}
