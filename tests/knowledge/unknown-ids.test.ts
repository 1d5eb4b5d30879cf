import { expect, test } from 'vitest';
import { readEach, type UnknownId, UnknownIds } from '../../src/knowledge/answers/unknown-ids.ts';

test('a list of far too many unknown choices is reported whole, like a short one', () => {
  const ids = Array.from(
    { length: 150_000 },
    (_, index): UnknownId => ({ kind: 'choice', id: `x${index}`, of: 'data', hint: 'leave it' }),
  );
  const read = () => {
    throw new UnknownIds(ids);
  };
  let thrown: unknown;
  try {
    readEach(['data'], read);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(UnknownIds);
  expect(thrown instanceof UnknownIds && thrown.ids.length).toBe(ids.length);
});
