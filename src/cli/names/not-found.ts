import { UserError } from '../../common/user-error.ts';
import { presentSubject } from '../../knowledge/answers/present-ids.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { lookUp, nearest } from '../../names/look-up.ts';
import type { Kind, Named } from '../../names/named.ts';
import { spellingKey } from '../../names/spelling.ts';

/** What was looked for: in the singular, and what `list` calls all of them. */
interface Wanted {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly what: string;
  readonly list?: string;
}

/** The error for a name that nothing has: what it is instead, what was probably meant, or where it is mentioned. */
export async function notFound(
  { name, kinds, what, list }: Wanted,
  knowledge: KnowledgeBase,
): Promise<UserError> {
  const [product] = lookUp(name, ['product'], knowledge);
  const hint =
    (product ? undefined : hintFor(name, kinds, knowledge)) ??
    (await mentions(name, knowledge)) ??
    `\`arch-advisor list${list === undefined ? '' : ` ${list}`}\` lists all names`;
  if (product === undefined) return new UserError(`Unknown ${what} \`${name}\``, hint);
  return new UserError(`No ${what} here is about ${product.label}`, hint);
}

const OTHER_KINDS: readonly Kind[] = ['decision', 'pattern', 'question', 'quality', 'profile'];

function hintFor(
  name: string,
  kinds: readonly Kind[],
  knowledge: KnowledgeBase,
): string | undefined {
  const today = presentSubject(knowledge, 'decision', name);
  if (kinds.includes('decision') && today !== name) return `it is now called \`${today}\``;
  const [other] = lookUp(name, OTHER_KINDS, knowledge);
  if (other) return otherKind(other, knowledge);
  const near = nearest(name, kinds, knowledge);
  if (near === undefined) return undefined;
  const isSame = spellingKey(near.id) === spellingKey(near.label);
  return `did you mean \`${near.id}\`${isSame ? '' : ` (${near.label})`}?`;
}

/** Where a quality counts is worth knowing to those who took it for a decision. */
function otherKind({ kind, id, label }: Named, { decisions }: KnowledgeBase): string {
  const show = `\`arch-advisor show ${id}\` describes it`;
  if (kind !== 'quality') return `${label} is a ${kind}; ${show}`;
  const driven = [...decisions.values()].filter(({ driving }) => driving.includes(id));
  const titles = driven.slice(0, MOST_NAMED).map((each) => `\`${each.id}\``);
  const counts = titles.length === 0 ? '' : ` that counts in ${titles.join(', ')}`;
  return `${label} is a quality${counts}; ${show}`;
}

const MOST_NAMED = 4;

/** Whole words only, as what merely begins alike would mislead; if nothing has all of them, the rarest one. */
export async function mentions(
  name: string,
  knowledge: KnowledgeBase,
): Promise<string | undefined> {
  const { search } = await import('../../search/search.ts');
  const hitsOf = (words: string) =>
    search(words, knowledge, { isWhole: true }).filter(({ kind }) => kind !== 'product');
  const all = { words: name, hits: hitsOf(name) };
  const single = name.split(/\s+/).map((words) => ({ words, hits: hitsOf(words) }));
  const rarest = single
    .filter(({ hits }) => hits.length > 0 && hits.length <= MOST_NAMED)
    .sort((a, b) => a.hits.length - b.hits.length)[0];
  const { words, hits } = all.hits.length > 0 ? all : (rarest ?? all);
  if (hits.length === 0) return undefined;
  const named = hits.slice(0, MOST_NAMED).map(({ label }) => label);
  const more = hits.length > MOST_NAMED ? ` and ${hits.length - MOST_NAMED} more` : '';
  const what = words === name ? 'it' : `\`${words}\``;
  return `${what} is mentioned in ${named.join(', ')}${more}; \`arch-advisor search ${JSON.stringify(words)}\` shows where`;
}
