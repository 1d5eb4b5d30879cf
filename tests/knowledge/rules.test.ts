import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../src/knowledge/rules.ts';
import { assemble } from '../support/assemble.ts';
import { soundLayer } from '../support/layers.ts';
import { findingOf } from '../support/rule-cases.ts';

const sources = new URL('../../src/knowledge/rules/', import.meta.url);
const cases = new URL('rules/', import.meta.url);

test('every rule stands in a file with its id, and every such file is in the list', () => {
  const files = readdirSync(sources).map((name) => name.replace(/\.ts$/, ''));
  expect(rules.map(({ id }) => id)).toEqual(files.sort());
});

test('every rule has its own cases, and they are about that rule', () => {
  const files = readdirSync(cases).map((name) => name.replace(/\.test\.ts$/, ''));
  expect(files.sort()).toEqual(rules.map(({ id }) => id));
  for (const id of files) {
    const text = readFileSync(new URL(`${id}.test.ts`, cases), 'utf8');
    expect(text).toContain(`src/knowledge/rules/${id}.ts`);
    expect(text).toMatch(/\btestRule\(\w+, \{\s+trips: /);
  }
});

test('the layer that the cases start from is without a fault', () => {
  const { diagnostics, knowledge } = assemble([soundLayer()], '');
  expect(diagnostics).toEqual([]);
  expect([...(knowledge?.decisions.keys() ?? [])]).toEqual(['store']);
});

test('diagnostics come in the order of files, lines and columns', () => {
  const documents = {
    'b.md': '## B\n\n- Fun: new [^x]\n- Latency: low (stong)\n',
    'a.md': '## A\n\nNothing.\n',
  };
  const { diagnostics } = assemble([soundLayer({ documents })], '');
  expect(diagnostics.map(findingOf).map(({ at, rule }) => `${at} ${rule}`)).toEqual([
    'a.md:1:1 empty-pattern',
    'b.md:1:1 pattern-in-no-decision',
    'b.md:3:1 claim-without-quality',
    'b.md:3:12 undefined-footnote',
    'b.md:4:1 unknown-marker',
  ]);
});
