import type { Place } from './place.ts';

/** What alternatives are judged by: consistency, operability, … */
export interface Quality {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  /** What a rating of −2, 0 and +2 means, in words. */
  readonly scale: { readonly worst: string; readonly neutral: string; readonly best: string };
  /** The base weight m0 of docs/model.md: what everybody cares about a little; an integer ≥ 0. */
  readonly weight: number;
  /** Labels that name the quality in a claim; one label may name several qualities. */
  readonly aliases: readonly string[];
  /** Wordings that speak for or against the quality wherever they stand. */
  readonly phrases: { readonly plus: readonly string[]; readonly minus: readonly string[] };
  readonly place: Place;
}
