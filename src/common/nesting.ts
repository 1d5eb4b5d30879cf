const DEEPEST = 100;

/** Where brackets of YAML or JSON nest, or lines are indented, beyond anything that a person writes; parsers overflow there. */
export function tooDeepAt(text: string): number | undefined {
  const indented = text.search(/(?<![^\n])[ -]{400}/);
  if (indented >= 0) return indented;
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + ('[{'.includes(bracket) ? 1 : -1));
    if (depth > DEEPEST) return index;
  }
  return undefined;
}
