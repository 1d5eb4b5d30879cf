import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { grouped } from '../common/lists.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import { spelledWords, stemOf } from '../names/spelling.ts';
import { type Passage, passagesIn } from './passages.ts';

/** Something that the words were found in. */
export interface Hit {
  readonly kind: Passage['kind'];
  readonly id: string;
  readonly label: string;
  /** The best first; at least one. */
  readonly passages: readonly Passage[];
}

/** A name counts for more than a sentence. */
const NAME = 4;

/**
 * Finds what mentions all of some words, in any form and spelling, best matches first. `isWhole` takes only whole words; else
 * a word may also be the beginning of one. Where nothing has all words, what has a word that is misspelt a little counts, and
 * then what has some of them.
 */
export function search(
  text: string,
  knowledge: KnowledgeBase,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): readonly Hit[] {
  const passages = passagesIn(knowledge);
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: spelledWords,
    processTerm: (word) => [...new Set([word, stemOf(word)])],
  });
  index.addAll(passages.map((passage, id) => ({ id, text: passage.text })));
  const found = firstFound(
    (isWhole ? [WHOLE] : [EXACT, MISSPELT, SOME]).map(
      (options) => () =>
        index
          .search(text, {
            ...options,
            boostDocument: (id) => (passages[Number(id)]?.isName ? NAME : 1),
          })
          .filter(isAlike),
    ),
  );
  const best = found.flatMap(({ id }) => passages[Number(id)] ?? []);
  return [...grouped(best, ({ kind, id }) => `${kind} ${id}`).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined
      ? []
      : [{ kind: first.kind, id: first.id, label: first.label, passages: own }];
  });
}

/** A slip seldom changes the first letter: `denorm` does not mean `enorm`. */
function isAlike({ queryTerms, terms }: SearchResult): boolean {
  const first = new Set(queryTerms.map((term) => term.charAt(0)));
  return terms.every((term) => first.has(term.charAt(0)));
}

function firstFound<T>(ways: readonly (() => readonly T[])[]): readonly T[] {
  for (const look of ways) {
    const found = look();
    if (found.length > 0) return found;
  }
  return [];
}

/** Characters below which a word must be spelt right. */
const SHORT = 6;

function fuzziness(term: string): number | boolean {
  return term.length < SHORT ? false : 0.2;
}

const WHOLE: SearchOptions = { combineWith: 'AND', processTerm: stemOf };
const EXACT: SearchOptions = { ...WHOLE, prefix: (term) => term.length > 2 };
const MISSPELT: SearchOptions = { ...EXACT, processTerm: (word) => word, fuzzy: fuzziness };
const SOME: SearchOptions = { ...EXACT, combineWith: 'OR' };
