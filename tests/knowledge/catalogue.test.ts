import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const catalogueFile = new URL('../../../shared/research/catalogue.json', import.meta.url);
const isAbsent = !existsSync(catalogueFile);
const ours = z
  .record(z.string(), z.record(z.string(), z.string()))
  .parse(parse(readFileSync(new URL('../fixtures/catalogue.yaml', import.meta.url), 'utf8')));
const pairs = Object.entries(ours).flatMap(([point, alternatives]) =>
  Object.entries(alternatives).map(([theirs, id]) => [`${point}.${theirs}`, id] as const),
);

const { knowledge } = await loadKnowledge({ knowledge: [], add: [] });
if (knowledge === undefined) throw new Error('the knowledge cannot be read');
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

  test.skipIf(isAbsent)('are those of the catalogue (skipped where ../shared is absent)', () => {
    const schema = z.object({
      decisions: z.array(
        z.object({ id: z.string(), alternatives: z.array(z.object({ id: z.string() })) }),
      ),
    });
    const { decisions } = schema.parse(JSON.parse(readFileSync(catalogueFile, 'utf8')));
    const theirs = decisions.flatMap((point) =>
      point.alternatives.map(({ id }) => `${point.id}.${id}`),
    );
    expect(pairs.map(([name]) => name).sort()).toEqual(theirs.sort());
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
