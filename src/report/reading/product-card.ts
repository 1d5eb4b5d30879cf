import type { Decision } from '../../model/decision.ts';
import type { Product } from '../../model/product.ts';
import { listed } from '../words/names.ts';
import { cardPlace, cardSection, cardText, cardTitle, type SubjectView } from './subject-view.ts';

/** A pattern that a product stands for, and the decision in which it is an alternative. */
export interface Standing {
  readonly id: string;
  readonly decision?: Decision;
}

interface ProductCard {
  readonly product: Product;
  readonly standings: readonly Standing[];
  /** Names of patterns that mention it, where it stands for none. */
  readonly mentions: readonly string[];
}

/** What a product is here: the patterns that it stands for, or where it is mentioned. */
export function productCard(
  { product, standings, mentions }: ProductCard,
  { names, style }: SubjectView,
): string {
  const { name, about, place } = product;
  const section = (label: string, texts: readonly string[]) => cardSection(label, texts, style);
  const said = standings.map(({ id, decision }) =>
    decision === undefined ? names.alternative(id) : `${names.alternative(id)} (${decision.title})`,
  );
  return [
    ...cardTitle(name, 'product', style),
    ...cardText(sentenceOn(product, about, said), style),
    '',
    ...section('Mentioned in', mentions.length === 0 ? [] : [mentions.join(', ')]),
    ...section(
      'Next',
      standings.length > 1 ? standings.map(({ id }) => `arch-advisor show ${id}`) : [],
    ),
    ...cardPlace(place, style),
    '',
  ].join('\n');
}

function sentenceOn({ name }: Product, about: string, said: readonly string[]): string {
  const what = `${name}: ${about}.`;
  if (said.length === 0) return `${what} No decision here is about it.`;
  return `${what} It stands for ${listed(said, said.length > 1 ? 'or' : 'and')}.`;
}
