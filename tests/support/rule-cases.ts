import { describe, expect, test } from 'vitest';
import type { LayerFiles } from '../../src/knowledge/layers.ts';
import type { Rule } from '../../src/knowledge/rule.ts';
import type { Diagnostic } from '../../src/model/knowledge.ts';
import { assemble } from './assemble.ts';

export interface RuleCases {
  /** Layers, by what is wrong with them, and what the rule says: the only diagnostics there are. */
  readonly trips: Readonly<Record<string, { layers: readonly LayerFiles[]; finds: Finding[] }>>;
  /** Layers in which nothing is wrong. */
  readonly passes: Readonly<Record<string, readonly LayerFiles[]>>;
}

export interface Finding {
  /** `file:line:column` */
  readonly at: string;
  readonly message: string;
  readonly hint: string;
}

/** The tests of one rule: what trips it and nothing else, and what trips none. */
export function testRule({ id, severity }: Rule, { trips, passes }: RuleCases): void {
  describe(`${id} (${severity})`, () => {
    test.each(Object.entries(trips))('is tripped by %s', (_name, { layers, finds }) => {
      const expected = finds.map((finding) => ({ rule: id, severity, ...finding }));
      expect(assemble(layers, '').diagnostics.map(findingOf)).toEqual(expected);
    });
    test.each(Object.entries(passes))('is not tripped by %s', (_name, layers) => {
      expect(assemble(layers, '').diagnostics.map(findingOf)).toEqual([]);
    });
  });
}

/** A diagnostic with its place as one word. */
export function findingOf({ place, ...diagnostic }: Diagnostic) {
  return { ...diagnostic, at: `${place.file}:${place.line}:${place.column}` };
}
