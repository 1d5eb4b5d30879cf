import type { Pattern } from '../model/pattern.ts';
import type { EffectFinder } from './effects.ts';
import type { Named } from './line.ts';
import type { NameIndex } from './names.ts';

/** What a pattern says, by kind; the parts of a document add up to it. */
export type Contents = Pick<
  Pattern,
  | 'claims'
  | 'evidence'
  | 'types'
  | 'useCases'
  | 'mitigations'
  | 'warningSigns'
  | 'requires'
  | 'bringsUp'
  | 'examples'
  | 'others'
  | 'variants'
>;

/** The words a document is read with, and where its reader leaves what it could not read. */
export interface Context {
  readonly names: NameIndex;
  readonly effects: EffectFinder;
  readonly strayContainer: (container: Named) => void;
  readonly malformedCondition: (condition: Named) => void;
}

/** Adds the parts up, each kind in the order of the document. */
export function addUp(parts: readonly Partial<Contents>[]): Contents {
  return {
    claims: parts.flatMap(({ claims = [] }) => claims),
    evidence: parts.flatMap(({ evidence = [] }) => evidence),
    types: parts.flatMap(({ types = [] }) => types),
    useCases: parts.flatMap(({ useCases = [] }) => useCases),
    mitigations: parts.flatMap(({ mitigations = [] }) => mitigations),
    warningSigns: parts.flatMap(({ warningSigns = [] }) => warningSigns),
    requires: parts.flatMap(({ requires = [] }) => requires),
    bringsUp: parts.flatMap(({ bringsUp = [] }) => bringsUp),
    examples: parts.flatMap(({ examples = [] }) => examples),
    others: parts.flatMap(({ others = [] }) => others),
    variants: parts.flatMap(({ variants = [] }) => variants),
  };
}
