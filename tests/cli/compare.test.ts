import { describe, expect, test } from 'vitest';
import { run, runSmall } from '../support/cli-run.ts';

describe('compare', () => {
  test('prints patterns side by side on standard output, and nothing else', async () => {
    const { code, stdout, stderr } = await runSmall(['compare', 'cabinet', 'heap']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')[0]?.trim()).toMatch(/^Cabinet +Heap$/);
  });

  test('keeps the order in which the patterns are named', async () => {
    const { stdout } = await runSmall(['compare', 'heap', 'filing cabinet', '--json']);
    expect(JSON.parse(stdout).patterns).toEqual([
      { id: 'heap', name: 'Heap', decision: 'storage' },
      { id: 'cabinet', name: 'Cabinet', decision: 'storage' },
    ]);
  });

  test('gives each pattern a side per quality as JSON, with rating and cited claims', async () => {
    const { stdout } = await runSmall(['compare', 'cabinet', 'vault', '--json']);
    const { version, qualities } = JSON.parse(stdout);
    expect(version).toBe(1);
    const consistency = qualities.find(
      (each: { quality: string }) => each.quality === 'consistency',
    );
    expect(consistency.sides).toEqual([
      {
        rating: 2,
        claims: [
          {
            text: 'Consistency: one register tells everybody the same',
            file: 'tests/fixtures/cli/patterns/storage.md',
            line: 6,
            label: 'Consistency',
          },
        ],
      },
      { rating: 0, claims: [] },
    ]);
  });

  test('puts the qualities that divide the patterns most first', async () => {
    const { stdout } = await run(['compare', 'sql', 'nosql', 'document', '--json']);
    const spans = JSON.parse(stdout).qualities.map(({ sides }: { sides: { rating: number }[] }) => {
      const ratings = sides.map(({ rating }) => rating);
      return Math.max(...ratings) - Math.min(...ratings);
    });
    expect(spans).toEqual(spans.toSorted((a: number, b: number) => b - a));
  });

  test('counts a pattern once that is named twice', async () => {
    const twice = await runSmall(['compare', 'cabinet', 'Cabinet', 'heap', '--json']);
    expect(twice).toEqual(await runSmall(['compare', 'cabinet', 'heap', '--json']));
  });

  test('takes up to four patterns', async () => {
    const { code, stdout } = await runSmall([
      'compare',
      'cabinet',
      'heap',
      'vault',
      'twin',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).patterns).toHaveLength(4);
  });
});
