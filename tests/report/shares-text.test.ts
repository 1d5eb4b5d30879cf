import { describe, expect, test } from 'vitest';
import type { Shares } from '../../src/model/verdict.ts';
import { sharesText } from '../../src/report/explain/shares-text.ts';
import { namesIn } from '../../src/report/words/names.ts';
import { run } from '../support/cli-run.ts';
import { smallKnowledge } from '../support/loaded-knowledge.ts';

const names = namesIn(await smallKnowledge());

function textOn(outcomes: [string[], number][], sampled = false): string {
  const shares: Shares = {
    sampled,
    shares: [],
    outcomes: outcomes.map(([winners, share]) => ({ winners, share })),
  };
  return sharesText({ shares, applies: 'yes' }, names).join('\n').replaceAll('\u00A0', ' ');
}

describe('shares are printed so that they add up to 100%', () => {
  test('by the largest remainder', () => {
    expect(
      textOn([
        [['cabinet'], 915],
        [['heap'], 85],
      ]),
    ).toContain('Cabinet 92%, Heap 8% of all ways');
  });

  test('with ties as a part of their own', () => {
    expect(
      textOn([
        [['cabinet'], 500],
        [['heap'], 300],
        [['cabinet', 'heap'], 180],
        [['heap', 'vault'], 20],
      ]),
    ).toContain('Cabinet 50%, Heap 30%, Cabinet and Heap level 18%, another tie 2% of');
  });

  test('but never as nothing or all where they are neither', () => {
    expect(
      textOn(
        [
          [['cabinet'], 997],
          [['heap'], 2],
          [['cabinet', 'heap'], 1],
        ],
        true,
      ),
    ).toContain('Cabinet over 99%, Heap under 1%, a tie under 1% of 1,000 random ways');
  });
});

test.each(['online-shop', 'iot-telemetry', 'chat'])(
  'every distribution that explain prints for %s adds up to 100 %%',
  async (profile) => {
    const { stdout } = await run(['explain', '--profile', profile, '--width', '100']);
    const lines =
      stdout.replace(/\s+/g, ' ').match(/Wins in .*? of (?:all|1,000 random) ways/g) ?? [];
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const exact = [...line.matchAll(/(?<!under |over )\b(\d+)%/g)].map(([, part]) =>
        Number(part),
      );
      const sum = exact.reduce((all, each) => all + each, 0);
      expect([line, sum]).toEqual([line, line.includes('over 99%') ? 0 : 100]);
    }
  },
);
