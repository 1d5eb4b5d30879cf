import type { Decision } from '../model/decision.ts';
import type { Quality } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';
import type { Question } from '../model/question.ts';
import type { Layer } from './layer.ts';
import type { ParsedDocument } from './parse-document.ts';

/** A document as far as advice needs it. */
export type Said = Pick<ParsedDocument, 'file' | 'patterns' | 'footnotes'>;

/** A layer as far as advice needs it: without what only the rules of `check` look at. */
export interface SaidLayer extends Omit<Layer, 'documents' | 'complete'> {
  readonly documents: readonly Said[];
}

/** Layers, the bottom one first, and all of them joined: of two things with one id the later counts. */
export interface Joined<L extends SaidLayer = SaidLayer> {
  readonly layers: readonly L[];
  readonly qualities: ReadonlyMap<string, Quality>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly documents: readonly L['documents'][number][];
  /** Every pattern of every document, variants after the pattern they stand in. */
  readonly patterns: readonly Pattern[];
}

export function joinLayers<L extends SaidLayer>(layers: readonly L[]): Joined<L> {
  const documents = layers.flatMap((layer): readonly L['documents'][number][] => layer.documents);
  return {
    layers,
    qualities: byId(layers.flatMap(({ qualities }) => qualities)),
    questions: byId(layers.flatMap(({ questions }) => questions)),
    decisions: byId(layers.flatMap(({ decisions }) => decisions)),
    documents,
    patterns: documents.flatMap(({ patterns }) => patterns.flatMap(withVariants)),
  };
}

/** A later item takes the place of an earlier one with its id. */
export function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** A pattern and all that are nested in it. */
export function withVariants(pattern: Pattern): Pattern[] {
  return [pattern, ...pattern.variants.flatMap(withVariants)];
}
