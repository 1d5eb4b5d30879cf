import type { ParsedDocument } from '../../src/knowledge/patterns/parse-document.ts';
import type { Place } from '../../src/model/condition.ts';
import type { Pattern } from '../../src/model/pattern.ts';

/** One thing that a document was read as, and where it stands. */
export interface Item {
  readonly place: Place;
  readonly in: string;
  readonly is: 'heading' | 'variant' | 'claim' | 'type' | 'evidence' | 'use-case' | 'other';
  readonly sign?: number;
  readonly kind?: string;
  readonly products?: readonly string[];
}

/**
 * All that a document was read as, each once: what a bullet that opens a pattern says in the same breath (its summary,
 * and a claim made of it) is part of that pattern.
 */
export function itemsOf({ patterns }: ParsedDocument): Item[] {
  return patterns.flatMap((pattern) => itemsIn(pattern, 'heading'));
}

function itemsIn(pattern: Pattern, is: 'heading' | 'variant'): Item[] {
  const own = { place: pattern.place, in: pattern.id, is };
  const said = [...claimsOf(pattern), ...evidenceOf(pattern), ...proseOf(pattern)];
  const below = said.filter(({ place }) => place.line !== pattern.place.line);
  const variants = pattern.variants.flatMap((variant) => itemsIn(variant, 'variant'));
  return [own, ...below, ...variants];
}

function claimsOf({ id, claims }: Pattern): Item[] {
  return claims.map(({ place, sign }) => ({ place, in: id, is: 'claim', sign }));
}

function evidenceOf({ id, evidence }: Pattern): Item[] {
  return evidence.map(({ place, kind }) => ({ place, in: id, is: 'evidence', kind }));
}

function proseOf(pattern: Pattern): Item[] {
  const { id, types, useCases, summary, mitigations, others } = pattern;
  const rest = [...summary, ...mitigations, ...pattern.warningSigns, ...pattern.requires];
  const more = [...pattern.bringsUp, ...pattern.examples, ...others];
  return [
    ...types.map(({ place, products }) => ({ place, in: id, is: 'type' as const, products })),
    ...useCases.map(({ place }) => ({ place, in: id, is: 'use-case' as const })),
    ...[...rest, ...more].map(({ place }) => ({ place, in: id, is: 'other' as const })),
  ];
}
