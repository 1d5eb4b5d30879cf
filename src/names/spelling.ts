import { stemmer } from 'stemmer';
import { plain } from '../common/text.ts';
import { words } from '../common/words.ts';

/**
 * What two spellings of one name have in common: case, accents, blanks, hyphens, articles, plurals, and British or American
 * spelling make no difference. Not to be read: the spelling of other words suffers as well, alike on both sides. Empty for a
 * name without letters, and for one that hides characters.
 */
export function spellingKey(name: string): string {
  if (plain(name) !== name) return '';
  return spelledWords(name).join('');
}

/** What two forms of one name have in common as well: `orchestrated` and `orchestration`. */
export function stemKey(name: string): string {
  return plain(name) === name ? spelledWords(name).map(stemOf).join('') : '';
}

/** The words of a text, each in the one spelling that all its spellings share. */
export function spelledWords(text: string): string[] {
  return words(unaccented(text)).map(spelled);
}

/** What all forms of such a word share. */
export function stemOf(word: string): string {
  return stemmer(word);
}

function unaccented(text: string): string {
  return text.normalize('NFD').replace(/(\p{Script=Latin})\p{M}+/gu, '$1');
}

/** One pattern after the other, each to a spelling that both sides share. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/ie$/, 'y'],
  [/(s|x|z|ch|sh)e$/, '$1'],
  [/is(e|ed|er|ing|ation)$/, 'iz$1'],
  [/our(ed|ing|al)?$/, 'or$1'],
  [/tre$/, 'ter'],
  [/ogue$/, 'og'],
  [/ll(ed|er|ing)$/, 'l$1'],
  [/ence$/, 'ense'],
];

function spelled(word: string): string {
  return SPELLINGS.reduce((text, [form, to]) => text.replace(form, to), word);
}
