import type { Root } from 'mdast';
import type { TextFile } from '../read/text-file.ts';
import { nextCut, verbatimEnd } from './cuts.ts';
import { joinParts } from './join-parts.ts';
import { guessLabels, isRight, type Labels } from './labels.ts';
import { type Part, parsePart } from './part.ts';

/**
 * Parses Markdown with front matter and footnotes; every text is legal. The parser takes time that grows with the square of the
 * length. So a text is cut into parts of a least length, where a block certainly begins, and their trees are joined: the result is
 * the same, and so is every position.
 */
export function parseMarkdown({ text }: TextFile, least = 8_192): Root {
  const guess = text.length > least ? guessLabels(text) : new Set<string>();
  const parts = partsOf(text, least, guess);
  const labels = new Set(parts.flatMap(({ defined }) => [...defined]));
  return joinParts(parts.map((part) => (isRight(part, labels) ? part : parsePart(part, labels))));
}

/** The parts of a text in order. Where a part cannot end, the next one tries to be twice as long. */
function partsOf(text: string, least: number, known: Labels): Part[] {
  const parts: Part[] = [];
  let [from, size] = [0, least];
  do {
    const cut = nextCut(text, Math.max(from + size, verbatimEnd(text, from)));
    const end = cut?.at ?? text.length;
    const own = text.slice(from, end) + (cut?.opener ?? '');
    const part = parsePart({ text: own, length: end - from, next: cut?.type }, known);
    size = part.length > 0 ? least : 2 * (end - from);
    from += part.length;
    if (part.length > 0 || text === '') parts.push(part);
  } while (from < text.length);
  return parts;
}
