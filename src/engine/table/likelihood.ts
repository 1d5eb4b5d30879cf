import type { AnswerFrequency } from '../../model/question.ts';
import type { AnswerRules } from './legal-answers.ts';
import { has, membersOf } from './masks.ts';

/** How likely the answers to a question are. */
export interface Likelihood {
  /** The chance that the user can answer it, from 0 to 1. */
  readonly known: number;
  /** By legal answer, relative to the others. */
  readonly ofAnswers: ReadonlyMap<number, number>;
}

/** What has been seen is not all there is: each choice counts as seen half a time more. */
const UNSEEN = 0.5;
/** As many systems as this stand for all systems where those of one kind are counted. */
const OTHERS = 4;

/**
 * How likely answers are by how often they were given, among the systems of one kind and, counting less, among all; all
 * equally common if there are no counts. Choices that may be picked together are taken as independent of each other.
 */
export function likelihoodIn(
  rules: AnswerRules,
  legal: readonly number[],
  all: AnswerFrequency | undefined,
  ofKind: AnswerFrequency | undefined,
): Likelihood {
  if (all === undefined) return { known: 1, ofAnswers: new Map(legal.map((mask) => [mask, 1])) };
  const counts = ofKind === undefined ? all : together(ofKind, all);
  const known = (counts.answered + UNSEEN) / (counts.systems + 2 * UNSEEN);
  return { known, ofAnswers: answersIn(rules, legal, counts) };
}

function together(ofKind: AnswerFrequency, all: AnswerFrequency): AnswerFrequency {
  const part = OTHERS / all.systems;
  const choices = [...Object.keys(all.choices), ...Object.keys(ofKind.choices)];
  return {
    systems: ofKind.systems + OTHERS,
    answered: ofKind.answered + part * all.answered,
    choices: Object.fromEntries(
      choices.map((id) => [id, (ofKind.choices[id] ?? 0) + part * (all.choices[id] ?? 0)]),
    ),
  };
}

function answersIn(
  rules: AnswerRules,
  legal: readonly number[],
  { answered, choices }: AnswerFrequency,
): Map<number, number> {
  const seen = rules.choices.map((choice) => choices[choice] ?? 0);
  const alone = membersOf(rules.alone).reduce((sum, choice) => sum + (seen[choice] ?? 0), 0);
  const inSets = Math.max(0, answered - alone);
  const isAlone = (mask: number) => (mask & rules.alone) !== 0;
  const parts = seen.map((each) => (each + UNSEEN) / (inSets + 2 * UNSEEN));
  const partOf = (mask: number) =>
    parts.reduce((product, part, choice) => {
      if (has(rules.alone, choice)) return product;
      return product * (has(mask, choice) ? part : 1 - part);
    }, 1);
  const sets = new Map(legal.filter((mask) => !isAlone(mask)).map((mask) => [mask, partOf(mask)]));
  const all = [...sets.values()].reduce((sum, each) => sum + each, 0);
  const ofSet = (mask: number) => ((inSets + UNSEEN) * (sets.get(mask) ?? 0)) / all;
  const ofAlone = (mask: number) => (seen[Math.log2(mask)] ?? 0) + UNSEEN;
  return new Map(legal.map((mask) => [mask, isAlone(mask) ? ofAlone(mask) : ofSet(mask)]));
}
