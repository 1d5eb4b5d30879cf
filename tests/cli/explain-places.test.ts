import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../src/model/advice.ts';
import type { DecisionExplanation, Explanation } from '../../src/model/explanation.ts';
import { run } from '../support/cli-run.ts';

const PROFILES = ['online-shop', 'payments-ledger', 'iot-telemetry'];

const WIDE = ['--width', '200'];
const MAIN_DECISIONS = [
  'system-style',
  'communication',
  'read-write-model',
  'database',
  'data-distribution',
  'distributed-transactions',
  'caching',
  'load-balancing',
  'fault-tolerance',
];

const listed = JSON.parse((await run(['list', 'decisions', '--json'])).stdout).decisions;
const DECISIONS: string[] = listed.map(({ id }: { id: string }) => id);

describe.each(PROFILES)('every decision of %s, explained,', async (profile) => {
  const argv = ['explain', ...DECISIONS, '--full', '--profile', profile];
  const { decisions } = JSON.parse((await run([...argv, '--json'])).stdout) as Explanation;
  const { stdout } = await run([
    'explain',
    ...MAIN_DECISIONS,
    '--full',
    ...WIDE,
    '--profile',
    profile,
  ]);

  test('is there', () => {
    expect(decisions.map(({ id }) => id)).toEqual(DECISIONS);
  });

  test('cites only lines that say what is cited', () => {
    const cited = decisions.flatMap(citationsIn);
    expect(cited.length).toBeGreaterThan(200);
    expect(cited.filter((each) => !isOnItsLine(each))).toEqual([]);
  });

  test('has a place for every line of a sum', () => {
    const entries = decisions.flatMap(({ contrasts }) => contrasts.flatMap((each) => each.entries));
    const bare = entries.filter(
      ({ claims, rivalClaims }) => claims.length + rivalClaims.length === 0,
    );
    expect(entries.length).toBeGreaterThan(100);
    expect(bare).toEqual([]);
  });

  test('prints sums that add up: lines, total, and the two scores', () => {
    const sums = printedSums(stdout);
    expect(sums.length).toBeGreaterThan(15);
    for (const { lines, total, own, rival } of sums) {
      expect(lines.reduce((sum, points) => sum + points, 0)).toBe(total);
      expect(own - rival).toBe(total);
    }
  });

  test('prints products that come to the points of their line', () => {
    const products = productsIn(stdout);
    expect(products.length).toBeGreaterThan(40);
    expect(products.filter(({ points, value }) => points !== value)).toEqual([]);
  });

  test('numbers places that exist in the list below it', () => {
    for (const block of stdout.split('\n\n')) {
      const [text = '', list = ''] = block.split(/\n(?= {2}\[1\]\s\S+\.md:)/);
      const marks = new Set(text.match(/\[\d+\]/g) ?? []);
      expect([...marks].filter((mark) => !list.includes(mark))).toEqual([]);
    }
  });
});

function citationsIn({
  contrasts,
  ruledOut,
  hinges,
  givesUp,
  beware,
}: DecisionExplanation): Citation[] {
  const entries = contrasts.flatMap((contrast) => contrast.entries);
  const cited = entries.flatMap(({ claims, rivalClaims }) => [...claims, ...rivalClaims]);
  return [...cited, ...ruledOut, ...hinges, ...givesUp, ...beware];
}

function isOnItsLine({ text, file, line }: Citation): boolean {
  const words = new Set(wordsOf(readFileSync(file, 'utf8').split('\n')[line - 1] ?? ''));
  return wordsOf(text).every((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

interface PrintedSum {
  readonly lines: readonly number[];
  readonly total: number;
  readonly own: number;
  readonly rival: number;
}

/** Reads the sums as a person would: signed numbers above a rule, the total below it with the two scores. */
function printedSums(text: string): PrintedSum[] {
  const sums: PrintedSum[] = [];
  let lines: number[] = [];
  const all = text.split('\n');
  for (const [index, line] of all.entries()) {
    const points = pointsOf(line);
    if (RULE.test(line)) {
      sums.push({ lines, ...totalBelow(all.slice(index + 1)) });
      lines = [];
    } else if (points !== undefined && !RULE.test(all[index - 1] ?? '')) lines.push(points);
  }
  return sums;
}

const RULE = /^ {4}––––$/;

/** `+22 SQL has 18 points, NoSQL −4; …`, in one line or several. */
function totalBelow([first = '', ...rest]: readonly string[]): Omit<PrintedSum, 'lines'> {
  const end = rest.findIndex((line) => !/^ {8}/.test(line));
  const whole = [first, ...rest.slice(0, end)].map((line) => line.trim()).join(' ');
  const [, own = '', rival = '0'] =
    / has (−?\d+) points?, (?:doing without it has none|[^;]* (−?\d+))(?:;|$)/u.exec(whole) ?? [];
  return {
    total: pointsOf(first) ?? Number.NaN,
    own: own === '' ? Number.NaN : numberIn(own),
    rival: numberIn(rival),
  };
}

/** In the column of points: other text that starts with a number stands further to the right. */
function pointsOf(line: string): number | undefined {
  const found = /^ {4,7}([+−]?\d+) /u.exec(line)?.[1];
  return found === undefined ? undefined : numberIn(found);
}

/** The points of each line that has a product, which stands below its sentence, and what the product comes to. */
function productsIn(text: string): { points: number; value: number }[] {
  const entries = text.split(/\n(?= {4,7}[+−]\d+ )/u);
  return entries.flatMap((entry) => {
    const found = /weight (\d+) × \((−?\d) − \(?(−?\d)\)/u.exec(entry);
    const points = pointsOf(entry.split('\n')[0] ?? '');
    if (found === null || points === undefined) return [];
    const [weight = 0, own = 0, rival = 0] = found.slice(1).map(numberIn);
    return [{ points, value: weight * (own - rival) }];
  });
}

function numberIn(text: string): number {
  return Number(text.replace('−', '-').replace('+', ''));
}
