import { UserError } from '../../common/user-error.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { json } from '../../report/json.ts';
import { searchText } from '../../report/reading/search-text.ts';
import { listed } from '../../report/words/names.ts';
import { search } from '../../search/search.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse } from '../knowledge-in-use.ts';
import type { CommonOptions } from '../options.ts';

export interface SearchOptions extends CommonOptions {
  readonly words: readonly string[];
  readonly full?: boolean;
}

/** Finds what mentions some words, best matches first; 1 where nothing does. */
export async function run(options: SearchOptions, context: Context): Promise<number> {
  const words = options.words.join(' ').trim();
  if (words === '') throw new UserError('There is nothing to search for', 'name a word');
  const knowledge = await knowledgeInUse(options, context);
  const hits = search(words, knowledge);
  const missing = hits.length === 0 ? [] : missingFrom(words, knowledge);
  if (missing.length > 0) context.remark(`Nothing mentions ${listed(missing, 'or')}.\n`);
  if (options.json) {
    context.print(json({ version: 1, matches: hits }));
  } else if (hits.length === 0) {
    context.remark(`Nothing mentions \`${words}\`; try fewer or other words\n`);
  } else {
    context.print(searchText(hits, options.full === true, context.style));
  }
  return hits.length === 0 ? 1 : 0;
}

/** The words that occur nowhere, where others do. */
function missingFrom(text: string, knowledge: KnowledgeBase): string[] {
  const words = text.split(/\s+/);
  if (words.length < 2) return [];
  return words
    .filter((word) => search(word, knowledge, { isWhole: true }).length === 0)
    .map((word) => `\`${word}\``);
}
