import { decisionOf } from '../../common/comparison.ts';
import { UserError } from '../../common/user-error.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Pattern } from '../../model/pattern.ts';
import { lookUp } from '../../names/look-up.ts';
import type { Kind } from '../../names/named.ts';
import type { Context } from '../context.ts';
import { AmbiguousName } from './ambiguous-name.ts';
import { mentions, notFound } from './not-found.ts';

const KINDS: readonly Kind[] = ['pattern', 'product'];

/** A name, and the ids of the patterns that it may stand for: one, or those of a product. */
interface Meant {
  readonly name: string;
  readonly ids: readonly string[];
  /** The product that has the name. */
  readonly product?: string;
}

/**
 * The patterns that names mean, in their order. A product stands for a pattern, which is said on standard error; one that
 * stands for several is taken for what can be compared with the others. Throws a `UserError`.
 */
export async function patternsNamed(
  names: readonly string[],
  knowledge: KnowledgeBase,
  context: Pick<Context, 'remark'>,
): Promise<Pattern[]> {
  const decided = names.filter((name) => decisionCalled(name, knowledge) !== undefined);
  const others = names.filter((name) => !decided.includes(name));
  const meant = await Promise.all(others.map((name) => meantBy(name, knowledge)));
  for (const name of decided) meant.push(restOf(name, meant, knowledge));
  const shared = [...knowledge.decisions.values()].find(({ alternatives }) =>
    meant.every(({ ids }) => alternatives.some(({ id }) => ids.includes(id))),
  );
  const isShared = (id: string) => shared?.alternatives.some((each) => each.id === id) === true;
  return meant.flatMap(({ ids, product }) => {
    const pattern = knowledge.patterns.get(ids.find(isShared) ?? ids[0] ?? '');
    if (product !== undefined && pattern) {
      const title = decisionOf(pattern.id, knowledge)?.title;
      const place = title === undefined ? '' : ` (${title})`;
      context.remark(`${product} stands for ${pattern.name}${place}.\n`);
    }
    return pattern ?? [];
  });
}

async function meantBy(name: string, knowledge: KnowledgeBase): Promise<Meant> {
  if (knowledge.patterns.has(name)) return { name, ids: [name] };
  const found = lookUp(name, KINDS, knowledge);
  const [first, ...others] = found;
  if (first === undefined) {
    throw await notFound({ name, kinds: KINDS, what: 'pattern', list: 'patterns' }, knowledge);
  }
  if (others.length > 0) {
    throw new AmbiguousName(
      name,
      found.map(({ id, label, kind }) => ({ typed: id, label, kind })),
    );
  }
  if (first.kind !== 'product') return { name, ids: [first.id] };
  const { standsFor = [], about } = knowledge.products.get(first.id) ?? {};
  if (standsFor.length > 0) return { name, ids: standsFor, product: first.label };
  throw new UserError(
    `No pattern here is about ${first.label}, ${about}`,
    (await mentions(first.label, knowledge)) ?? 'no document mentions it either',
  );
}

/** The decision that has a name which no pattern has. */
function decisionCalled(name: string, knowledge: KnowledgeBase): Decision | undefined {
  const [found] = lookUp(name, [...KINDS, 'decision'], knowledge);
  return found?.kind === 'decision' ? knowledge.decisions.get(found.id) : undefined;
}

/**
 * What the name of a decision stands for beside one of two alternatives: the other one, as in `compare rest messaging`.
 * Throws a `UserError` where that is not clear.
 */
function restOf(name: string, others: readonly Meant[], knowledge: KnowledgeBase): Meant {
  const { title = name, alternatives = [] } = decisionCalled(name, knowledge) ?? {};
  const rest = alternatives.filter(({ id }) => others.every(({ ids }) => !ids.includes(id)));
  const [only] = rest;
  if (only && rest.length === 1) return { name, ids: [only.id], product: `\`${name}\`` };
  throw new UserError(
    `${title} is a decision, not a pattern`,
    `compare its alternatives: arch-advisor compare ${alternatives.map(({ id }) => id).join(' ')}`,
  );
}
