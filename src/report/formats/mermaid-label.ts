import { plain } from '../../common/text.ts';

/** Lines as the text of a node, between quotation marks; whatever they hold, Mermaid shows them as they are. */
export function mermaidLabel(lines: readonly string[]): string {
  return `"${lines.map(encoded).join('\n    ')}"`;
}

/**
 * Every ASCII character that Mermaid, its Markdown or HTML may read as markup is written as its code (`#35;`). Of those that
 * are frequent in prose, a few stay where they cannot mean anything.
 */
function encoded(text: string): string {
  return plain(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e]/g, code);
}

function code(character: string, at: number, text: string): string {
  const around = `${text[at - 1] ?? ' '}${character}${text[at + 1] ?? ' '}`;
  return HARMLESS.test(around) ? character : `#${character.charCodeAt(0)};`;
}

/** A comma or a parenthesis, a hyphen within a word, an apostrophe behind a letter, a dot at the end of a word or in a number. */
const HARMLESS = /^(?:.[,()].|\p{L}-\p{L}|\p{L}'[\p{L} ]|\p{L}\. |\p{N}\.\p{N})$/u;
