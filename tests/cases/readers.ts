import type { Answer } from '../../src/model/answers.ts';

type Sheet = ReadonlyMap<string, Answer | null>;

/** How far two readers of the same facts agree. */
export interface Agreement {
  /** Questions of cases that both answered, and how many of these alike. */
  readonly both: number;
  readonly alike: number;
  /** Answered by one of them alone. */
  readonly oneAlone: number;
}

export function agreementOf(pairs: readonly (readonly [Sheet, Sheet])[]): Agreement {
  const answered = pairs.flatMap(([first, second]) =>
    [...new Set([...first.keys(), ...second.keys()])].map((question) => [
      first.get(question) ?? undefined,
      second.get(question) ?? undefined,
    ]),
  );
  const both = answered.filter((pair) => !pair.includes(undefined));
  return {
    both: both.length,
    alike: both.filter(([a, b]) => a?.choices.toSorted().join() === b?.choices.toSorted().join())
      .length,
    oneAlone: answered.length - both.length,
  };
}
