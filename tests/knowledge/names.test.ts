import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { closest, didYouMean } from '../../src/common/closest.ts';
import { indexNames, normaliseName, slug } from '../../src/knowledge/patterns/names.ts';
import { parseDecisions } from '../../src/knowledge/read/decisions.ts';
import { builtInDecisions } from '../support/built-in.ts';

const KINDS = ['pattern', 'architecture', 'style', 'system', 'database', 'store', 'approach'];
const ARTICLES = ['The ', 'the ', 'A ', 'an '];
const decisions = await builtInDecisions();
const alternatives = decisions.flatMap((decision) => decision.alternatives);
const names = indexNames(alternatives);

/** Words that end in neither s nor a kind, so that a plural or a kind may be put behind them. */
const word = fc
  .string({ unit: fc.constantFrom(...'abcdefghijklmnopqrtuvwxyzäöé'), minLength: 4, maxLength: 9 })
  .filter((text) => !KINDS.includes(text) && text !== 'based');
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

/** An alternative, and one of the names that it goes by. */
const known = fc
  .constantFrom(...alternatives)
  .chain(({ id, name, aliases }) =>
    fc.constantFrom(id, name, ...aliases).map((alias) => ({ id, alias })),
  );

describe('a normalised name', () => {
  test('does not change when it is normalised again', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(normaliseName(normaliseName(text))).toBe(normaliseName(text));
      }),
    );
  });

  test('is the same whatever the case, the article, the plural and the kind behind it', () => {
    fc.assert(
      fc.property(
        name,
        fc.record({
          article: fc.constantFrom('', ...ARTICLES),
          plural: fc.constantFrom('', 's'),
          kind: fc.constantFrom('', ...KINDS.flatMap((kind) => [` ${kind}`, ` ${kind}s`])),
          loud: fc.boolean(),
        }),
        (text, { article, plural, kind, loud }) => {
          const written = `${article}${loud ? text.toUpperCase() : text}${plural}${kind}`;
          expect(normaliseName(written)).toBe(normaliseName(text));
        },
      ),
    );
  });

  test('is the same whatever stands between its words', () => {
    const gap = fc.constantFrom(' ', '-', ' - ', '/', ', ', '\n', '\u00A0', ' (');
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), gap, (words, between) => {
        expect(normaliseName(words.join(between))).toBe(normaliseName(words.join(' ')));
      }),
    );
  });

  test('keeps a name that is nothing but a kind, and words that end in ss', () => {
    expect(normaliseName('Database')).toBe('database');
    expect(normaliseName('System style')).toBe('system');
    expect(normaliseName('Wireless access')).toBe('wireless access');
  });
});

describe('resolving a name', () => {
  test('finds each alternative by its id, its name and its aliases', () => {
    for (const { id, name, aliases } of alternatives) {
      for (const alias of [id, name, ...aliases])
        expect([alias, names.resolve(alias)]).toEqual([alias, id]);
    }
  });

  test('finds it in another case, with an article, a kind behind it, or a parenthesis', () => {
    fc.assert(
      fc.property(
        known,
        fc.record({
          article: fc.constantFrom('', ...ARTICLES),
          behind: fc.constantFrom('', ' pattern', ' Architecture', ' style', ' (whatever)'),
          loud: fc.boolean(),
        }),
        ({ id, alias }, { article, behind, loud }) => {
          const written = `${article}${loud ? alias.toUpperCase() : alias}${behind}`;
          expect(names.resolve(written)).toBe(id);
        },
      ),
    );
  });

  test('finds it as either side of a slash, and as two of its names in a row', () => {
    fc.assert(
      fc.property(known, name, ({ id, alias }, other) => {
        fc.pre(names.resolve(other) === undefined);
        expect(names.resolve(`${alias} / ${other}`)).toBe(id);
        expect(names.resolve(`${other} / ${alias}`)).toBe(id);
        expect(names.resolve(`${alias} ${alias}`)).toBe(id);
      }),
    );
  });

  test('finds nothing in words that are no name, and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void names.resolve(text)));
    expect(names.resolve('')).toBeUndefined();
    expect(names.resolve('the')).toBeUndefined();
    expect(names.resolve('database')).toBeUndefined();
    expect(names.resolve('saga choreography')).toBeUndefined();
  });

  test('gives the longest known name that a sentence begins with', () => {
    const vocabulary = indexNames(
      readDecisions('{ id: cache, name: Cache }, { id: shared, name: Cache cluster }').flatMap(
        (decision) => decision.alternatives,
      ),
    );
    expect(vocabulary.resolveLead('Cache clusters keep copies')).toEqual({
      id: 'shared',
      name: 'Cache clusters',
    });
    expect(vocabulary.resolveLead('The cache pattern, as we know it')).toEqual({
      id: 'cache',
      name: 'The cache pattern',
    });
    expect(vocabulary.resolveLead('Keep the cache')).toBeUndefined();
  });

  test('takes no more than a cubic number of look-ups, whatever repeats in it', () => {
    const vocabulary = indexNames(
      readDecisions('{ id: a, name: Ping, aliases: [ping ping, ping ping ping] }').flatMap(
        (decision) => decision.alternatives,
      ),
    );
    const lookUps = vi.spyOn(Map.prototype, 'get');
    const found = [
      vocabulary.resolve('ping '.repeat(16)),
      vocabulary.resolve(`${'ping '.repeat(15)}pong`),
    ];
    const number = lookUps.mock.calls.length;
    lookUps.mockRestore();
    expect(found).toEqual(['a', undefined]);
    expect(number).toBeLessThan(16 ** 3);
  });
});

describe('a slug', () => {
  test('is made of small letters and digits with single hyphens between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(slug(text)).toMatch(
          /^([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)?$/u,
        );
        expect(slug(text)).toBe(slug(text).toLowerCase());
      }),
    );
  });

  test('does not change when it is made again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(slug(slug(text))).toBe(slug(text));
      }),
    );
  });

  test.each([
    ['Event-Driven Architecture', 'event-driven-architecture'],
    ["Conway's law", 'conways-law'],
    ['Rückfall – Ebene (2)', 'ruckfall-ebene-2'],
    ['Ｆｕｌｌ　width', 'full-width'],
    ['データベース', 'データベース'],
    ['バス', 'バス'],
    ['パス', 'パス'],
    ['सेवा', 'सेवा'],
    ['마이크로서비스', '마이크로서비스'],
    ['йод', 'йод'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ['!?', ''],
  ])('of %j is %j', (text, expected) => {
    expect(slug(text)).toBe(expected);
  });
});

describe('the closest candidate', () => {
  const candidates = fc.array(fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 8 }), {
    maxLength: 6,
  });

  test('is the earliest of those with the fewest letters off, at most a third of them; two swapped letters are one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 8 }),
        candidates,
        (text, all) => {
          const near = all
            .map((candidate) => ({ candidate, off: slips(text, candidate) }))
            .filter(({ candidate, off }) => off * 3 <= Math.max(text.length, candidate.length));
          const least = Math.min(...near.map(({ off }) => off));
          expect(closest(text, all)).toBe(near.find(({ off }) => off === least)?.candidate);
        },
      ),
    );
  });

  test('does not mind case', () => {
    expect(closest('LATNCY', ['consistency', 'Latency'])).toBe('Latency');
  });

  test('is put as a question, or another hint takes its place', () => {
    expect(didYouMean('latncy', ['latency'], 'look there')).toBe('did you mean `latency`?');
    expect(didYouMean('price', ['latency'], 'look there')).toBe('look there');
    expect(didYouMean('price', [], 'look there')).toBe('look there');
  });
});

/** Levenshtein's distance by its definition, row by row. */
function lettersOff(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function readDecisions(list: string) {
  const text = `version: 0.0.1
decisions:
  - { id: one, title: One, ask: One?, driving: [x], alternatives: [${list}] }
`;
  const result = parseDecisions({ file: 'd.yaml', text });
  return result.ok ? result.data.decisions : [];
}

function slips(a: string, b: string): number {
  const off = lettersOff(a, b);
  const isSwapped = off === 2 && [...a].sort().join('') === [...b].sort().join('');
  return isSwapped ? 1 : off;
}
