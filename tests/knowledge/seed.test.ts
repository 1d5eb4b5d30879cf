import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseDocument } from '../../src/knowledge/patterns/parse-document.ts';
import { assemble } from '../support/assemble.ts';
import { builtInVocabulary } from '../support/built-in.ts';
import { itemsOf } from '../support/document-items.ts';
import { soundLayer } from '../support/layers.ts';
import { seedDocument } from '../support/seed-document.ts';

const vocabulary = await builtInVocabulary();
const text = readFileSync(seedDocument, 'utf8');
const lines = text.split('\n');

const fact = z.strictObject({
  line: z.int(),
  in: z.string(),
  is: z.enum(['heading', 'variant', 'container', 'claim', 'type', 'evidence', 'use-case']),
  sign: z.int().optional(),
  kind: z.string().optional(),
  products: z.array(z.string()).optional(),
});
const factsFile = new URL('../fixtures/seed/facts.yaml', import.meta.url);
const facts = z.record(z.string(), fact).parse(parse(readFileSync(factsFile, 'utf8')));
const all = Object.entries(facts).map(([id, each]) => ({ id, ...each }));

describe('the document that it began with, or its paraphrase,', async () => {
  const document = parseDocument('seed.md', text, vocabulary);
  const items = itemsOf(document);
  const at = (line: number) => items.filter(({ place }) => place.line === line);

  test.each(all.filter(({ is }) => is !== 'container'))('$id is read as $is', (expected) => {
    const { id, line, ...rest } = expected;
    const column = (lines[line - 1] ?? '').search(/\S/) + 1;
    expect(at(line)).toEqual([{ place: { file: 'seed.md', line, column }, ...rest }]);
  });

  test.each(all.filter(({ is }) => is === 'container'))(
    '$id is read as a container',
    (expected) => {
      const name = lines[expected.line - 1]?.replace(/^\s*- /, '') ?? '';
      expect(vocabulary.containers.find(name)?.kind).toBe(expected.kind);
      expect(at(expected.line)).toEqual([]);
    },
  );

  test('has 9 sections and 94 bullets, each accounted for once', () => {
    const marked = lines.flatMap((line, index) => (/^(## |\s*- )/.test(line) ? [index + 1] : []));
    expect(marked).toHaveLength(9 + 94);
    expect(all.map(({ line }) => line)).toEqual(marked);
    const containers = all.filter(({ is }) => is === 'container').map(({ line }) => line);
    const found = [...items.map(({ place }) => place.line), ...containers];
    expect(found.toSorted((a, b) => a - b)).toEqual(marked);
  });

  test('leaves nothing over but parentheses', () => {
    const { parentheses, ...rest } = document.remains;
    expect(rest).toEqual({
      unread: [],
      leftOut: [],
      footnoteReferences: [],
      malformedConditions: [],
      misplacedConditions: [],
      preamble: [],
    });
    expect(parentheses.length).toBeGreaterThan(0);
    expect(document.footnotes).toEqual([]);
  });

  test('keeps its front matter', () => {
    expect(document.frontMatter).toEqual({
      name: lines.slice(1, 4).join('\n'),
      place: { file: 'seed.md', line: 1, column: 1 },
    });
  });

  test('has one damaged word, on line 87, and the hint repairs it', () => {
    const { diagnostics } = assemble([soundLayer({ documents: { 'seed.md': text } })], '');
    const damaged = diagnostics.filter(({ rule }) => rule === 'damaged-text');
    expect(damaged.map(({ place, hint }) => `${place.file}:${place.line} ${hint}`)).toEqual([
      'seed.md:87 write `doesn’t`',
    ]);
    const word = /`(.*)`/.exec(damaged[0]?.message ?? '')?.[1] ?? '';
    expect(lines[86]?.indexOf(word)).toBe((damaged[0]?.place.column ?? 0) - 1);
  });
});
