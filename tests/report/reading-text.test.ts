import { describe, expect, test } from 'vitest';
import { readingOf, readingsOf } from '../../src/cli/readings.ts';
import type { LeftOut, WhyLeftOut } from '../../src/model/reading.ts';
import { readingText } from '../../src/report/check/reading-text.ts';
import { colourless, unicode } from '../../src/report/layout/style.ts';
import { LEFT_OUT } from '../../src/report/words/left-out.ts';
import { assemble } from '../support/assemble.ts';
import { COMMANDING } from '../support/cli-failure.ts';
import { withDocument } from '../support/layers.ts';

const LINES = [
  '## Saga',
  '',
  '- Latency: low',
  '',
  '',
  '',
  '',
  '',
  '## Queue',
  '',
  '- Latency: low',
];

function leftOut(line: number, why: WhyLeftOut, text = 'some text'): LeftOut {
  return { text, why, place: { file: 'doc.md', line, column: 1 } };
}

/** A document of two patterns of which these things were left out, as it was read. */
function loadedWith(items: readonly LeftOut[]) {
  const { layers = [], knowledge } = assemble(withDocument(...LINES), '');
  if (knowledge === undefined) throw new Error('the YAML of the test is broken');
  const read = layers.map((layer) => ({
    ...layer,
    documents: layer.documents
      .filter(({ file }) => file === 'doc.md')
      .map((each) => ({ ...each, remains: { ...each.remains, leftOut: items } })),
  }));
  return { layers: read, knowledge };
}

function textWith(items: readonly LeftOut[], width = 60): string {
  const loaded = loadedWith(items);
  const readings = readingsOf(loaded, loaded.knowledge, { knowledge: [], add: [] });
  const style = { width, palette: colourless, glyphs: unicode };
  return readingText(readings, { knowledge: loaded.knowledge, style });
}

describe('what was left out', () => {
  test('is listed with its line and what it is, each in one line; prose is only counted', () => {
    const items = [
      leftOut(1, 'prose'),
      leftOut(4, 'code', 'const queue = open(); const other = open(queue, { with: words })'),
      leftOut(5, 'prose'),
      leftOut(6, 'image', ''),
      leftOut(10, 'lead-in', 'These are the kinds'),
    ];
    expect(textWith(items).split('Left out\n')[1]).toMatchInlineSnapshot(`
      "    4  code: const queue = open(); const other =…
          6  an image
         10  a sentence that introduces a list: These are the…
             2 lines of prose

      2 patterns with 2 claims and 0 conditions in 1 document
      "
    `);
  });

  test('has a heading only where there is something', () => {
    expect(textWith([])).not.toContain('Left out');
  });

  test.each(Object.entries(LEFT_OUT))('has words for %s', (why, words) => {
    const text = textWith([leftOut(4, why as WhyLeftOut)], 200);
    expect(text).toContain(why === 'prose' ? '1 line of prose' : `    4  ${words}: some text`);
  });

  test('commands no terminal', () => {
    const text = textWith([leftOut(4, 'code', 'a\u001b[31m\nb\u202e')]);
    expect(text).not.toMatch(COMMANDING);
    expect(text).toContain('code: a[31m b');
  });

  test('belongs to the pattern that opened last before it', () => {
    const loaded = loadedWith([leftOut(4, 'code'), leftOut(9, 'html'), leftOut(12, 'table')]);
    const own = (id: string) => {
      const pattern = loaded.knowledge.patterns.get(id);
      if (pattern === undefined) throw new Error(`no ${id}`);
      return readingOf(pattern, loaded, loaded.knowledge).leftOut.map(({ why }) => why);
    };
    expect(own('saga')).toEqual(['code']);
    expect(own('queue')).toEqual(['html', 'table']);
  });
});
