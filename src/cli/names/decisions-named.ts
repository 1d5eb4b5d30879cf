import type { KnowledgeBase } from '../../model/knowledge.ts';
import { type DecisionMeant, decisionsMeant } from '../../names/decisions.ts';
import type { Context } from '../context.ts';
import { AmbiguousName } from './ambiguous-name.ts';
import { notFound } from './not-found.ts';

/**
 * The ids of the decisions that arguments name, each once; says on standard error which decision the name of an alternative
 * or a product was taken for. Throws a `UserError`.
 */
export async function decisionsNamed(
  names: readonly string[],
  knowledge: KnowledgeBase,
  context: Pick<Context, 'remark'>,
): Promise<string[]> {
  const meant = await Promise.all(
    phrasesIn(names, knowledge).map(async (name) => {
      const found = decisionsMeant(name, knowledge);
      const [only, ...others] = found;
      if (only === undefined) throw await notFound({ name, ...DECISION }, knowledge);
      if (others.length > 0) throw new AmbiguousName(name, found.map(candidateIn(knowledge)));
      return { name, only };
    }),
  );
  for (const { name, only } of meant) {
    if (only.by) context.remark(`${remarkOn(name, only, knowledge)}\n`);
  }
  return [...new Set(meant.map(({ only }) => only.id))];
}

const DECISION = {
  kinds: ['decision', 'pattern', 'product'],
  what: 'decision',
  list: 'decisions',
} as const;

/** Words that mean nothing one by one are one name: `event sourcing`; commas may stand between names. */
function phrasesIn(names: readonly string[], knowledge: KnowledgeBase): readonly string[] {
  const isMeant = (name: string) => decisionsMeant(name, knowledge).length > 0;
  const whole = names.join(' ');
  if (names.length > 1 && !names.every(isMeant) && isMeant(whole)) return [whole];
  return names.flatMap((name) => {
    const parts = name.split(',').map((part) => part.trim());
    return isMeant(name) || !parts.every(isMeant) ? [name] : parts;
  });
}

function candidateIn({ decisions }: KnowledgeBase) {
  return ({ id }: DecisionMeant) => ({
    ...{ typed: id, label: decisions.get(id)?.title ?? id, kind: 'decision' as const },
  });
}

function remarkOn(
  name: string,
  { id, by }: DecisionMeant,
  { decisions, products }: KnowledgeBase,
): string {
  const title = decisions.get(id)?.title ?? id;
  const product = by?.kind === 'product' ? products.get(by.id) : undefined;
  if (product) return `${product.name} (${product.about}) belongs to the decision ${title}.`;
  return `\`${name}\` belongs to the decision ${title}.`;
}
