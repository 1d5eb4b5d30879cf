import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';

const ours = z
  .record(z.string(), z.record(z.string(), z.string()))
  .parse(parse(readFileSync(new URL('../fixtures/catalogue.yaml', import.meta.url), 'utf8')));
const pairs = Object.entries(ours).flatMap(([point, alternatives]) =>
  Object.entries(alternatives).map(([theirs, id]) => [`${point}.${theirs}`, id] as const),
);

const knowledge = await builtInKnowledge();
const alternatives = new Set(
  [...knowledge.decisions.values()].flatMap((decision) =>
    decision.alternatives.map(({ id }) => id),
  ),
);

describe('the 22 decision points and 94 alternatives of the research catalogue', () => {
  test('are all named', () => {
    expect(Object.keys(ours)).toHaveLength(22);
    expect(pairs).toHaveLength(94);
    expect(new Set(pairs.map(([, id]) => id)).size).toBe(94);
  });

  test.each(pairs)('%s is described as %s', (_, id) => {
    expect(alternatives).toContain(id);
    expect(knowledge.patterns.get(id)?.claims.length).toBeGreaterThan(0);
  });
});

describe('the finer decisions', () => {
  test('hang below a decision that stands before them', () => {
    const ids = [...knowledge.decisions.keys()];
    for (const { id, below } of knowledge.decisions.values()) {
      if (below === undefined) continue;
      expect(ids.indexOf(below)).toBeGreaterThanOrEqual(0);
      expect(ids.indexOf(below)).toBeLessThan(ids.indexOf(id));
    }
  });
});

test('each decision has its few driving qualities, and each quality a scale in words', () => {
  for (const { driving } of knowledge.decisions.values()) expect(driving.length).toBeLessThan(8);
  for (const { scale, definition } of knowledge.qualities.values()) {
    expect([definition, scale.worst, scale.neutral, scale.best].every((text) => text !== '')).toBe(
      true,
    );
  }
});
