import type { Place } from './condition.ts';

/** A product or technology by its name, and what it is an example of. */
export interface Product {
  /** Its name as an id. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** What it is, as a short phrase: `relational database`. */
  readonly about: string;
  /** The ids of patterns, the usual one first; none if no pattern is about such a product. */
  readonly standsFor: readonly string[];
  readonly place: Place;
}
