import type { RankedAlternative, Status } from '../model/advice.ts';
import type { Answers, Pins } from '../model/answers.ts';
import type { Compiled } from './compiled.ts';

/** What a decision is judged with. */
export interface Case {
  readonly compiled: Compiled;
  readonly answers: Answers;
  readonly pins: Pins;
  /** On the decisions that stand before it. */
  readonly findings: ReadonlyMap<string, Finding>;
}

/** What is known of the winners over all completions. */
export interface Finding {
  readonly status: Status;
  /** Picked under every completion. */
  readonly must: readonly string[];
  /** Not proved to be picked under none. */
  readonly may: readonly string[];
  /** The winners where they are proved; where the decision is open, the alternatives that lead. */
  readonly recommended: readonly string[];
  readonly dependsOn: readonly string[];
  /** `dependsOn` may name one too many. */
  readonly isBounded: boolean;
  /** The alternatives that some completion leaves standing. */
  readonly standing: readonly string[];
}

/** A finding about winners, before what it says of the alternatives. */
export type Outcome = Omit<Finding, 'standing'>;

/** A finding with the alternatives that led to it, highest score first. */
export interface RankedFinding extends Finding {
  readonly ranking: readonly RankedAlternative[];
}
