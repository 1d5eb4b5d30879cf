/** More words than this make a sentence. */
const MOST_WORDS = 7;
/** A part that begins like this continues the sentence before it. */
const GOES_ON =
  /^(?:which|that|who|whose|where|when|while|as|so|because|since|but|though|although|if|unless|until|e\.?g\.?|i\.?e\.?|etc\.?|such|including|especially|particularly|making|leading|causing|due|thus|then|and (?:so|then|thus|it|they|this|that))(?:$|[\s,.])/i;

/** A list within a line is no longer; what is longer is a text. */
const LONGEST = 500;

/** `slow, hard to debug`: the items of a list within a line; a sentence with commas is one item. */
export function inlineItems(text: string): readonly string[] {
  if (text.length > LONGEST) return [text];
  for (const separator of [/\s*[;；]\s*/, /\s+[•·]\s+|^[•·]\s*/, /\s*[、]\s*/]) {
    const parts = partsOf(text, separator);
    if (parts.length > 1) return parts;
  }
  const parts = partsOf(text, /,\s+|，\s*/);
  const isList = parts.length > 2 || !/,\s+(?:and|or|und|oder|et|ou|y|o|e)\s/i.test(text);
  return parts.length > 1 && isList && parts.every(isItem) ? parts : [text];
}

function partsOf(text: string, separator: RegExp): string[] {
  if (/[([（][^)\]）]*[,;，；][^)\]）]*[)\]）]/.test(text)) return [text];
  return text
    .split(separator)
    .map((part) => part.replace(/^(?:and|or|und|et|y|e)\s+/i, '').trim())
    .filter((part) => part !== '');
}

function isItem(part: string): boolean {
  return part.split(/\s+/).length <= MOST_WORDS && !GOES_ON.test(part) && !/[.!?]\s/.test(part);
}
