import { existsSync } from 'node:fs';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ascii, colourless } from '../../src/report/layout/style.ts';
import { listingText } from '../../src/report/reading/listing-text.ts';
import { run, runSmall } from '../support/cli-run.ts';
import { numRuns } from '../support/runs.ts';
import { folderWith } from '../support/temporary-folder.ts';

const item = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  file: z.string().refine((file) => existsSync(file)),
  line: z.int().min(1),
  column: z.int().min(1),
});

const shapes = {
  patterns: item,
  decisions: item.extend({
    alternatives: z.array(z.object({ id: z.string(), name: z.string() })).min(2),
  }),
  questions: item.extend({
    ask: z.string().min(1),
    several: z.boolean(),
    choices: z.array(z.object({ id: z.string(), label: z.string().min(1) })).min(2),
  }),
  qualities: item,
  profiles: item,
};

const idsIn: Readonly<Record<string, readonly string[]>> = {
  patterns: [
    ...['by-size', 'by-date', 'short-labels', 'long-labels', 'no-guard', 'twin', 'alarm'],
    ...['cabinet', 'heap', 'vault'],
  ],
  decisions: ['storage', 'heap-order', 'labels', 'guards'],
  questions: ['traffic', 'staleness', 'contents', 'loss'],
  qualities: ['consistency', 'performance', 'simplicity', 'recoverability'],
  profiles: ['post-office', 'town-hall'],
};

/** Where text has another order: by decision. */
const idsAsText: Readonly<Record<string, readonly string[]>> = {
  patterns: [
    ...['cabinet', 'heap', 'vault', 'by-size', 'by-date', 'short-labels', 'long-labels'],
    ...['no-guard', 'twin', 'alarm'],
  ],
};

describe.each(Object.entries(shapes))('list %s', (kind, shape) => {
  const list = z.strictObject({ [kind]: z.array(shape).min(1) });

  test('prints as JSON one list of things with id, name and place', async () => {
    const { code, stdout, stderr } = await run(['list', kind, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const ids = list.parse(JSON.parse(stdout))[kind]?.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('prints as text every id and their number', async () => {
    const { code, stdout, stderr } = await runSmall(['list', kind]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^[a-z-]+(?= {2})/gm)).toEqual(idsAsText[kind] ?? idsIn[kind]);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`${idsIn[kind]?.length} ${kind}`);
  });

  test('prints the same ids in the same order as JSON', async () => {
    const { stdout } = await runSmall(['list', kind, '--json']);
    const items = list.parse(JSON.parse(stdout))[kind];
    expect(items?.map(({ id }) => id)).toEqual(idsIn[kind]);
  });
});

test('the places in a list lead to the lines that define the things', async () => {
  const { stdout } = await runSmall(['list', 'questions', '--json']);
  expect(JSON.parse(stdout).questions[2]).toMatchObject({
    ...{ id: 'contents', several: true, limit: 2 },
    ...{ file: 'tests/fixtures/cli/questions.yaml', line: 23, column: 5 },
  });
});

test('a question as JSON tells its choices with bands, weights and what stands alone', async () => {
  const { stdout } = await runSmall(['list', 'questions', '--json']);
  const [traffic, , contents] = JSON.parse(stdout).questions;
  expect(traffic.choices).toEqual([
    { id: 'low', label: 'Fewer than 100', from: 0, to: 100, weights: {} },
    { id: 'high', label: '100 to 1,000', from: 100, to: 1000, weights: { performance: 2 } },
    { id: 'huge', label: '1,000 or more', from: 1000, weights: { performance: 4 } },
  ]);
  const alone = contents.choices.filter(({ exclusive }: { exclusive: boolean }) => exclusive);
  expect(alone.map(({ id }: { id: string }) => id)).toEqual(['nothing-yet', 'none']);
});

test('a question that is listed as text reads like a question', async () => {
  const { stdout } = await runSmall(['list', 'questions']);
  expect(stdout).not.toContain('?:');
});

test('questions are listed with all that it takes to write an answer file', async () => {
  const { stdout } = await runSmall(['list', 'questions']);
  expect(stdout.split('\n').slice(0, 12).join('\n')).toMatchInlineSnapshot(`
    "Load
    traffic    How many requests come in per second? (or a number of requests per
               second)
      low      Fewer than 100 (below 100)
      high     100 to 1,000 (100 or more, below 1000)
      huge     1,000 or more (1000 or more)

    Data
    staleness  How old may be what users see?
      never    Never old
      seconds  Some seconds
      minutes  Minutes or more"
  `);
  expect(stdout).toContain('nothing-yet  Nothing so far (alone)');
  expect(stdout.replace(/\s+/g, ' ')).toContain('or unknown.');
});

test('patterns are listed by decision, those of no decision last', async () => {
  const folder = await folderWith({ 'kafka.md': '## Kafka\n\n- Simplicity: one log\n' });
  const { stdout } = await runSmall(['list', 'patterns', '--add-knowledge', folder]);
  const headings = stdout.split('\n').filter((line) => /^[A-Z]/.test(line));
  expect(headings).toEqual([
    ...['Storage', 'Order of the heap', 'Labels', 'Guards', 'No alternative of any decision'],
  ]);
});

describe('an id is never broken, so that it can be copied and searched for', () => {
  test('in a list of patterns, however long it is', async () => {
    const title = 'An index of topics that are worth while, and of those that are not';
    const japanese = '分散処理基盤選定指針運用手順障害対応基礎知識一覧';
    const folder = await folderWith({
      'a.md': `## ${title}\n\n- Simplicity: one\n\n## ${japanese}\n\n- Simplicity: two\n`,
    });
    for (const width of ['40', '60', '80']) {
      const { stdout } = await run(['list', 'patterns', '-k', folder, '--width', width]);
      expect(stdout).toContain(
        'an-index-of-topics-that-are-worth-while-and-of-those-that-are-not\n',
      );
      expect(stdout.split('\n').filter((line) => line.startsWith(japanese))).toHaveLength(1);
    }
  });

  test('in any list at any width, and lines are wider only for an id', () => {
    const id = fc
      .integer({ min: 1, max: 70 })
      .map((length) => 'abcdefghi-'.repeat(7).slice(0, length));
    const item = fc.record({
      id,
      name: fc.string({ maxLength: 60 }),
      about: fc.lorem(),
      parts: fc.array(
        fc.record({ id, about: fc.constantFrom('', 'what it means, in some words') }),
        {
          maxLength: 9,
        },
      ),
    });
    fc.assert(
      fc.property(fc.array(item), fc.integer({ min: 40, max: 120 }), (items, width) => {
        const style = { width, palette: colourless, glyphs: ascii };
        const lines = listingText(items, 'patterns', style).split('\n');
        const words = new Set(lines.flatMap((line) => line.split(/\s+/)));
        for (const each of items.flatMap(({ id: own, parts }) => [
          own,
          ...parts.map((part) => part.id),
        ])) {
          expect(words).toContain(each);
        }
        const tooWide = lines.filter((line) => stringWidth(line) > width);
        expect(tooWide.filter((line) => !/^\s*\S+$/.test(line))).toEqual([]);
      }),
      { numRuns },
    );
  });
});
