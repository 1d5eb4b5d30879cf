import { isDecided, likeliestOf } from '../../common/decided.ts';
import { type Likelihood, likelihoodOf } from '../../common/likelihood.ts';
import type { Standing } from '../../model/outlook.ts';
import { listed } from '../words/names.ts';

/** `9 picks are settled, 2 are likely and 1 is a toss-up`; only what there is any of. */
export function certaintyCounts(decisions: readonly Standing[]): string {
  const open = decisions.filter((each) => !isDecided(each));
  const those = (word: Likelihood) =>
    open.filter((each) => likelihoodOf(likeliestOf(each).share) === word).length;
  const counts: readonly (readonly [number, string, string])[] = [
    [decisions.length - open.length, 'is settled', 'are settled'],
    [those('likely'), 'is likely', 'are likely'],
    [those('toss-up'), 'is a toss-up', 'are toss-ups'],
    [those('unlikely'), 'is unlikely', 'are unlikely'],
  ];
  const [first = '', ...others] = counts.flatMap(([number, one, several]) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : several}`],
  );
  const subject = first.startsWith('1 ') ? 'pick' : 'picks';
  return listed([first.replace(' ', ` ${subject} `), ...others], 'and');
}
