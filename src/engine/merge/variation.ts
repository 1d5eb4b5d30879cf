import type { Answer, Answers } from '../../model/answers.ts';

/** A differing question with the answers that were given to it. */
export interface Dispute {
  readonly question: string;
  /** Those that do the same in the decision stand together, with no answer twice. */
  readonly options: readonly (readonly Answer[])[];
}

/** Which option each dispute takes, of equal ones the first answer. */
export type Combination = readonly number[];

/** How a pick varies with who is right. */
export interface Variation {
  /** What it can come to, each once, with the first combination that leads to it. */
  readonly picks: ReadonlyMap<
    string,
    { readonly recommended: readonly string[]; readonly by: Combination }
  >;
  /** For each dispute whether its answer alone ever changes the pick. */
  readonly matters: readonly boolean[];
  /** For each dispute and option the keys of the picks that were met with it. */
  readonly follows: readonly (readonly ReadonlySet<string>[])[];
}

/** Combinations beyond which not all are tried: twelve questions with two answers each that count in one decision. */
const MOST_COMBINATIONS = 4_096;

/** Every combination of the options; undefined where there are too many. */
export function combinationsOf(disputes: readonly Dispute[]): Combination[] | undefined {
  const size = disputes.reduce((product, { options }) => product * options.length, 1);
  if (size > MOST_COMBINATIONS) return undefined;
  return disputes.reduce<Combination[]>(
    (all, { options }) => all.flatMap((each) => options.map((_, option) => [...each, option])),
    [[]],
  );
}

/**
 * Varies one answer at a time from each of the combinations. Where these are all that there are, every pair that
 * differs in one answer is looked at.
 */
export function variationOf(
  disputes: readonly Dispute[],
  from: readonly Combination[],
  pickOf: (combination: Combination) => readonly string[],
): Variation {
  const { picks, follows, keyAt } = survey(disputes, pickOf);
  const matters = disputes.map(() => false);
  for (const base of from) {
    const key = keyAt(base);
    for (const [index, { options }] of disputes.entries()) {
      const varying = options.filter((_, option) => keyAt(base.with(index, option)) !== key);
      matters[index] ||= varying.length > 0;
    }
  }
  return { picks, matters, follows };
}

/** Asks for the pick of each combination once, and notes what was met. */
function survey(
  disputes: readonly Dispute[],
  pickOf: (combination: Combination) => readonly string[],
) {
  const picks = new Map<string, { recommended: readonly string[]; by: Combination }>();
  const follows = disputes.map(({ options }) => options.map(() => new Set<string>()));
  const known = new Map<string, string>();
  const keyAt = (combination: Combination): string => {
    const place = combination.join(' ');
    const before = known.get(place);
    if (before !== undefined) return before;
    const recommended = pickOf(combination);
    const key = pickKey(recommended);
    known.set(place, key);
    if (!picks.has(key)) picks.set(key, { recommended, by: combination });
    for (const [index, option] of combination.entries()) follows[index]?.[option]?.add(key);
    return key;
  };
  return { picks, follows, keyAt };
}

/** The same for the same alternatives in whatever order. */
export function pickKey(recommended: readonly string[]): string {
  return recommended.toSorted().join(' ');
}

/** Some answers and one to each dispute. */
export function answersWith(
  given: Answers,
  disputes: readonly Dispute[],
  combination: Combination,
): Answers {
  const answers = new Map(given);
  for (const [index, { question, options }] of disputes.entries()) {
    const answer = options[combination[index] ?? 0]?.[0];
    if (answer) answers.set(question, answer);
  }
  return answers;
}
