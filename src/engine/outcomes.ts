import type { Answers, Pins } from '../model/answers.ts';
import { type Axis, axesOf, type Sight } from './axes.ts';
import { type Completion, completer, type Digits, picksIn } from './completion.ts';

/** More completions than this are not listed one by one (MODEL.md, section 3). */
const MOST_COMPLETIONS = 20_000;

/** What the last decision of a chain comes to under every completion of the answers. */
export interface Outcomes {
  /** The winners joined, empty where nothing stands, or `NOT_APPLICABLE`; each different one once. */
  readonly distinct: ReadonlySet<string>;
  /** The open questions of which a single answer can change the outcome. */
  readonly dependsOn: readonly string[];
}

export const NOT_APPLICABLE = '-';

/** The winners that an outcome names. */
export function winnersIn(outcome: string): string[] {
  return outcome === '' || outcome === NOT_APPLICABLE ? [] : outcome.split('|');
}

/** Lists all completions; undefined where there are too many. */
export function outcomesOf(sight: Sight, answers: Answers, pins: Pins): Outcomes | undefined {
  const axes = axesOf(sight, answers);
  const size = axes.reduce((product, { classes }) => product * classes.length, 1);
  if (size > MOST_COMPLETIONS) return undefined;
  const complete = completer({ sight, axes, answers });
  const outcomes = Array.from({ length: size }, (_, index) =>
    outcomeOf(sight, pins, complete(digitsOf(index, axes))),
  );
  return { distinct: new Set(outcomes), dependsOn: deciding(axes, outcomes) };
}

function outcomeOf({ chain }: Sight, pins: Pins, completion: Completion): string {
  const picks = picksIn(chain, pins, completion);
  const last = chain.at(-1);
  return (last && picks.get(last.decision.id)?.join('|')) ?? NOT_APPLICABLE;
}

/** Which answer each axis has in the completion with this number. */
function digitsOf(index: number, axes: readonly Axis[]): Digits {
  let rest = index;
  return axes.map(({ classes }) => {
    const digit = rest % classes.length;
    rest = Math.floor(rest / classes.length);
    return digit;
  });
}

/** The axes along which the outcome varies while all others stay. */
function deciding(axes: readonly Axis[], outcomes: readonly string[]): string[] {
  let stride = 1;
  return axes.flatMap(({ question, classes }) => {
    const step = stride;
    stride *= classes.length;
    const varies = outcomes.some((outcome, index) => {
      const digit = Math.floor(index / step) % classes.length;
      return outcome !== outcomes[index - digit * step];
    });
    return varies ? [question] : [];
  });
}
