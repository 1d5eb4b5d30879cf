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
 * a word may also be the beginning of one, or, where nothing is found otherwise, misspelt a little.
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
  const common: SearchOptions = {
    combineWith: 'AND',
    processTerm: stemOf,
    boostDocument: (id) => (passages[Number(id)]?.isName ? NAME : 1),
    ...(!isWhole && { prefix: (term) => term.length > 2 }),
  };
  const exact = index.search(text, common);
  const found =
    isWhole || exact.length > 0
      ? exact
      : index
          .search(text, { ...common, processTerm: (word) => word, fuzzy: fuzziness })
          .filter(isAlike);
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

/** Characters below which a word must be spelt right. */
const SHORT = 6;

function fuzziness(term: string): number | boolean {
  return term.length < SHORT ? false : 0.2;
}
