import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMap, parseDocument } from 'yaml';
import { z } from 'zod';
import { wordsOf } from '../../src/knowledge/read/odd-yaml.ts';
import { readYaml } from '../../src/knowledge/read/yaml.ts';
import { nodesIn } from '../../src/knowledge/read/yaml-nodes.ts';
import { assemble } from '../support/assemble.ts';
import { soundLayer } from '../support/layers.ts';
import { numRuns } from '../support/runs.ts';

const OPTIONS = { prettyErrors: false, stringKeys: true, logLevel: 'error' } as const;

/** Few keys in all the forms that YAML has, so that many stand twice, and some text that is no YAML at all. */
const texts = fc
  .array(
    fc.constantFrom(
      ...['a: 1\n', 'b:\n  a: 2\n  "a": 3\n', "'a': [x]\n", '? b\n: 4\n', '&k c: 5\n', '*k : 6\n'],
      ...['d: {a: 1, b: 2, a: 3, "b": {a: 1, a: 2}}\n', '- a: 1\n', '!!str a: 7\n', ': 8\n'],
      ...['a: [1\n', '  a: 9\n', 'e: {a, a, b}\n', '? [a]\n: 1\n', '"\\x61": 1\n', '\t b: 1\n'],
    ),
    { maxLength: 7 },
  )
  .map((parts) => parts.join(''));

/** What is wrong and where, whatever is found first. */
function problemsIn(text: string): string[] {
  const result = readYaml({ file: 'a.yaml', text }, z.unknown());
  const found = result.ok ? [] : result.diagnostics;
  return found.map(({ place, message }) => `${place.line}:${place.column} ${message}`);
}

/** The same as the parser itself finds it, which compares each key with all before it. */
function parserProblemsIn(text: string): string[] {
  return parseDocument(text, OPTIONS).errors.map((error) => {
    const [offset] = error.pos;
    const before = text.slice(0, offset).split('\n');
    const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    const [first = ''] = wordsOf(error).split('\n');
    return `${place} Invalid YAML: ${first}`.replace(/[.:]$/, '');
  });
}

test('every key that stands twice is found, where the parser itself would find it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const expected = parserProblemsIn(text);
      if (expected.length === 0) return;
      const found = problemsIn(text);
      if (expected.every(isRepeated)) expect(found.toSorted()).toEqual(expected.toSorted());
      // Where there is more that is wrong, the key may be told a little further on.
      expect(found.filter(isRepeated)).toHaveLength(expected.filter(isRepeated).length);
      const others = (problems: readonly string[]) => problems.filter((each) => !isRepeated(each));
      expect(others(found).toSorted()).toEqual(others(expected).toSorted());
    }),
    { numRuns: 5 * numRuns },
  );
});

function isRepeated(problem: string): boolean {
  return problem.endsWith('Map keys must be unique');
}

describe('a mapping with very many keys', () => {
  const count = 2_000;
  const keys = Array.from({ length: count }, (_, index) => `key-${index}`);
  const text = keys.map((key) => `${key}: 1\n`).join('');

  test('is looked through once, however many places are asked for', () => {
    const document = parseDocument(text, { ...OPTIONS, uniqueKeys: false });
    const { contents } = document;
    if (!isMap(contents)) throw new Error('There is no mapping');
    let reads = 0;
    const counting: ProxyHandler<typeof contents.items> = {
      get: (items, name, receiver) => {
        if (typeof name === 'string' && /^\d+$/.test(name)) reads += 1;
        return Reflect.get(items, name, receiver);
      },
    };
    contents.items = new Proxy(contents.items, counting);
    const { offsetOf, offsetOfKey } = nodesIn(document);
    for (const key of keys) {
      expect(text.slice(offsetOf([key]))).toMatch(/^1\n/);
      expect(text.slice(offsetOfKey([], key))).toMatch(new RegExp(`^${key}: 1\n`));
    }
    expect(reads).toBeLessThanOrEqual(3 * count);
  });
});

test('a file of which nothing can be used is reported whole, however long the report', () => {
  const count = 125_000;
  const keys = Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join('');
  const decisions = `version: 0.0.1\ndecisions: []\n${keys}`;
  const { diagnostics } = assemble([soundLayer({ decisions })], '0');
  expect(diagnostics).toHaveLength(count);
  expect(diagnostics.at(-1)?.message).toBe(`Unknown key \`k${count - 1}\``);
});
