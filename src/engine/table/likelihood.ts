import type { AnswerFrequency } from '../../model/question.ts';
import type { AnswerRules } from './legal-answers.ts';
import { has, membersOf } from './masks.ts';

/** What has been seen is not all there is: each choice counts as seen half a time more. */
const UNSEEN = 0.5;

/** How likely it is that somebody knows the answer; 1 where nothing is known about that. */
export function chanceOfKnowing(frequency: AnswerFrequency | undefined): number {
  if (frequency === undefined) return 1;
  return (frequency.answered + UNSEEN) / (frequency.systems + 2 * UNSEEN);
}

/**
 * How likely the legal answers to a question are, relative to each other, by how often their choices were given; all alike
 * where nothing is known about that. Choices that may be picked together are taken as independent of each other.
 */
export function likelihoods(
  rules: AnswerRules,
  legal: readonly number[],
  frequency: AnswerFrequency | undefined,
): ReadonlyMap<number, number> {
  if (frequency === undefined) return new Map(legal.map((mask) => [mask, 1]));
  const seen = rules.choices.map((choice) => frequency.choices[choice] ?? 0);
  const seenAlone = membersOf(rules.alone).reduce((sum, choice) => sum + (seen[choice] ?? 0), 0);
  const inSets = Math.max(0, frequency.answered - seenAlone);
  const isAlone = (mask: number) => (mask & rules.alone) !== 0;
  const partOf = (mask: number) =>
    rules.choices.reduce((product, _, choice) => {
      if (has(rules.alone, choice)) return product;
      const part = ((seen[choice] ?? 0) + UNSEEN) / (inSets + 2 * UNSEEN);
      return product * (has(mask, choice) ? part : 1 - part);
    }, 1);
  const sets = new Map(legal.filter((mask) => !isAlone(mask)).map((mask) => [mask, partOf(mask)]));
  const all = [...sets.values()].reduce((sum, each) => sum + each, 0);
  return new Map(
    legal.map((mask) => [
      mask,
      isAlone(mask)
        ? (seen[Math.log2(mask)] ?? 0) + UNSEEN
        : ((inSets + UNSEEN) * (sets.get(mask) ?? 0)) / all,
    ]),
  );
}
