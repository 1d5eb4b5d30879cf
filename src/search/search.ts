import MiniSearch from 'minisearch';
import { grouped } from '../common/lists.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import { stemsIn } from '../names/spelling.ts';
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
 * a word may also be the beginning of one, or misspelt a little.
 */
export function search(
  text: string,
  knowledge: KnowledgeBase,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): readonly Hit[] {
  const passages = passagesIn(knowledge);
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: stemsIn,
    processTerm: (term) => term,
  });
  index.addAll(passages.map((passage, id) => ({ id, text: passage.text })));
  const found = index.search(text, {
    combineWith: 'AND',
    boostDocument: (id) => (passages[Number(id)]?.isName ? NAME : 1),
    ...(!isWhole && { prefix: (term: string) => term.length > 2, fuzzy: fuzziness }),
  });
  const best = found.flatMap(({ id }) => passages[Number(id)] ?? []);
  return [...grouped(best, ({ kind, id }) => `${kind} ${id}`).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined
      ? []
      : [{ kind: first.kind, id: first.id, label: first.label, passages: own }];
  });
}

/** Characters below which a word must be spelt right. */
const SHORT = 6;

function fuzziness(term: string): number | boolean {
  return term.length < SHORT ? false : 0.2;
}
