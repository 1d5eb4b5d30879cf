import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Pattern } from '../../src/model/pattern.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';

interface Where {
  readonly pattern: string;
  readonly kind?: string;
  readonly says?: string;
}

const file = new URL('../fixtures/inventory.yaml', import.meta.url);
const inventory: Readonly<Record<string, Where>> = parse(readFileSync(file, 'utf8'));
const knowledge = await builtInKnowledge();

/** The texts of a pattern by the kind of thing that says them. */
function textsOf(pattern: Pattern): Readonly<Record<string, readonly string[]>> {
  const evidence = (kind: string) => pattern.evidence.filter((each) => each.kind === kind);
  const kinds = {
    summary: pattern.summary,
    claim: pattern.claims,
    'use-when': evidence('use-when'),
    'avoid-when': evidence('avoid-when'),
    'ruled-out-when': evidence('ruled-out-when'),
    mitigation: pattern.mitigations,
    'warning-sign': pattern.warningSigns,
    type: pattern.types,
    'use-case': pattern.useCases,
    requires: pattern.requires,
    'brings-up': pattern.bringsUp,
    example: pattern.examples,
  };
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, items]) => [kind, items.map(({ text }) => text)]),
  );
}

test('the inventory names all 90 facts', () => {
  expect(Object.keys(inventory)).toHaveLength(90);
});

test.each(Object.entries(inventory))(
  '%s is said in our own words',
  (_, { pattern: id, kind, says }) => {
    const pattern = knowledge.patterns.get(id);
    if (kind === undefined) {
      expect(pattern ?? knowledge.decisions.get(id)).toBeDefined();
      return;
    }
    expect(pattern).toBeDefined();
    const texts = pattern ? (textsOf(pattern)[kind] ?? []) : [];
    expect(texts.filter((text) => text.includes(says ?? '\0'))).toHaveLength(1);
  },
);
