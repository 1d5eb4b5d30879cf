import type { KnowledgeBase } from '../../model/knowledge.ts';
import { lookUp } from '../../names/look-up.ts';
import type { Kind, Named } from '../../names/named.ts';
import { spellingKey } from '../../names/spelling.ts';
import { AmbiguousName } from './ambiguous-name.ts';
import { notFound } from './not-found.ts';

const KINDS: readonly Kind[] = ['pattern', 'decision', 'question', 'quality', 'profile', 'product'];

/**
 * The one thing that a name means, of whatever kind; the kind may stand before it, as in `quality availability`. Throws a
 * `UserError`.
 */
export async function subjectNamed(name: string, knowledge: KnowledgeBase): Promise<Named> {
  const found = foundBy(name, knowledge);
  const [only, ...others] = found;
  if (only === undefined) {
    throw await notFound({ name, kinds: KINDS, what: 'name' }, knowledge);
  }
  if (others.length === 0) return only;
  throw new AmbiguousName(
    name,
    found.map(({ kind, id, label }) => ({ typed: `${kind} ${id}`, label, kind })),
  );
}

function foundBy(name: string, knowledge: KnowledgeBase): readonly Named[] {
  const found = lookUp(name, KINDS, knowledge);
  if (found.length > 0) return found;
  const [first = '', ...rest] = name.split(/\s+/);
  const kind = KINDS.find((each) => spellingKey(each) === spellingKey(first));
  return kind === undefined ? [] : lookUp(rest.join(' '), [kind], knowledge);
}
