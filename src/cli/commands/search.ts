import { UserError } from '../../common/user-error.ts';
import { json } from '../../report/json.ts';
import { searchText } from '../../report/reading/search-text.ts';
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
  const hits = search(words, await knowledgeInUse(options, context));
  if (options.json) {
    context.print(json({ version: 1, matches: hits }));
  } else if (hits.length === 0) {
    context.remark(`Nothing mentions \`${words}\`; try fewer or other words\n`);
  } else {
    context.print(searchText(hits, options.full === true, context.style));
  }
  return hits.length === 0 ? 1 : 0;
}
