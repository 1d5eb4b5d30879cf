/** A fragment as a sentence of its own: with a capital and a full stop. */
export function sentence(text: string): string {
  return upperFirst(ended(text));
}

/** With a full stop, unless it ends otherwise. */
export function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

export function upperFirst(text: string): string {
  const [first = ''] = text;
  return `${first.toUpperCase()}${text.slice(first.length)}`;
}

/** Within a sentence; what is spelled in capitals, such as `API`, stays. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}[\p{Ll} ]/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
