import { isDecided, likeliestOf } from '../../common/decided.ts';
import type { Standing } from '../../model/outlook.ts';
import { listed } from '../words/names.ts';

const HALF = 500;

/** `9 picks are settled, 2 are likely and 1 is a toss-up`; only what there is any of. */
export function certaintyCounts(decisions: readonly Standing[]): string {
  const open = decisions.filter((each) => !isDecided(each));
  const likely = open.filter((each) => likeliestOf(each).share >= HALF).length;
  const counts: readonly (readonly [number, string, string])[] = [
    [decisions.length - open.length, 'is settled', 'are settled'],
    [likely, 'is likely', 'are likely'],
    [open.length - likely, 'is a toss-up', 'are toss-ups'],
  ];
  const [first = '', ...others] = counts.flatMap(([number, one, several]) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : several}`],
  );
  const subject = first.startsWith('1 ') ? 'pick' : 'picks';
  return listed([first.replace(' ', ` ${subject} `), ...others], 'and');
}
