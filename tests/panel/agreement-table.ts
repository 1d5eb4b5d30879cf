import { percent, rowText } from '../support/figures.ts';
import { intervalText } from '../support/wilson.ts';
import { frequentHits, plainHits } from './baselines.ts';
import type { Judges } from './expected.ts';
import { samePicks } from './judges.ts';
import { isMet, type Outcome } from './outcomes.ts';
import { POINTS, type Point } from './points.ts';

const WIDTHS = [26, 11, 7, 11, 12, 11, 8, 10];
const HEAD = ['', 'hits', '', 'interval', 'refused too', 'strong', 'plain', 'frequent', 'judges'];

/**
 * Agreement with the judges by confidence and by point, beside the two baselines. "refused too" counts refused sheets as
 * misses, "strong" only labels of that confidence, "judges" is one judge against the other.
 */
export function agreementTable(all: readonly Outcome[], judges: readonly Judges[]): string {
  const ofClass = (confidence: string) =>
    all.filter(({ expected }) => expected.confidence === confidence);
  const line = (name: string, some: readonly Outcome[], points: readonly Point[]) =>
    rowText([...cells(name, some, all), sameText(judges, points)], WIDTHS);
  return [
    rowText(HEAD, WIDTHS),
    line('strong', ofClass('strong'), []),
    line('moderate', ofClass('moderate'), []),
    line('all', all, POINTS),
    '',
    ...POINTS.map((point) =>
      line(
        point.name,
        all.filter((each) => each.point === point),
        [point],
      ),
    ),
  ].join('\n');
}

function cells(name: string, some: readonly Outcome[], all: readonly Outcome[]): string[] {
  const counted = some.filter(({ picks }) => picks !== undefined);
  const strong = counted.filter(({ expected }) => expected.confidence === 'strong');
  const hits = counted.filter(isMet).length;
  return [
    name,
    fraction(counted),
    percent(hits, counted.length),
    intervalText(hits, counted.length),
    percent(hits, some.length),
    fraction(strong),
    percent(plainHits(some), some.length),
    percent(frequentHits(some, all), some.length),
  ];
}

function fraction(some: readonly Outcome[]): string {
  return some.length === 0 ? '-' : `${some.filter(isMet).length} / ${some.length}`;
}

function sameText(judges: readonly Judges[], points: readonly Point[]): string {
  const { same, number } = samePicks(judges, points);
  return percent(same, number);
}
