import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';

const told = z
  .record(z.string(), z.strictObject({ pattern: z.string(), says: z.string() }))
  .parse(parse(readFileSync(new URL('../fixtures/controversies.yaml', import.meta.url), 'utf8')));

const knowledge = await builtInKnowledge();

/** Every bullet of a pattern, as it stands in its document. */
function bulletsOf(id: string): string[] {
  const place = knowledge.patterns.get(id)?.place;
  if (place === undefined) return [];
  const [, ...below] = readFileSync(place.file, 'utf8')
    .split('\n')
    .slice(place.line - 1);
  const end = below.findIndex((line) => line.startsWith('## '));
  return below.slice(0, end === -1 ? undefined : end).filter((line) => /^\s*- /.test(line));
}

test.each(Object.entries(told))(
  '%s is told in one place, as contested',
  (id, { pattern, says }) => {
    const bullets = bulletsOf(pattern).filter((line) => line.includes(says));
    expect(bullets).toHaveLength(1);
    // Where a product is filed is told beside its name; product lists carry no markers.
    if (id !== 'X13') expect(bullets[0]).toContain('(contested)');
  },
);

test('they are all 27 of the research page', () => {
  const ids = Array.from({ length: 27 }, (_, index) => `X${String(index + 1).padStart(2, '0')}`);
  expect(Object.keys(told)).toEqual(ids);
});
