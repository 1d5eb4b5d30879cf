import type { Advice, Status } from './advice.ts';
import type { Verdict } from './verdict.ts';

/** What came of many systems, counted. Counts are of systems unless they say otherwise. */
export interface BatchSummary {
  readonly version: 1;
  readonly knowledge: { readonly version: string; readonly sha256: string };
  /** Lines that were read, without blank ones. */
  readonly lines: number;
  /** Lines that were no system. */
  readonly failed: number;
  /** The first of them. */
  readonly errors?: readonly LineError[];
  /** In the order of the knowledge base. */
  readonly decisions: readonly DecisionSummary[];
  /** Open questions on which a pick depends, or whether its decision applies, in how many systems; most first, equals in the order of the document. */
  readonly dependsOn: readonly QuestionSummary[];
  /** Limits of the knowledge that systems go beyond, most first; absent if none does. */
  readonly notCovered?: readonly LimitSummary[];
}

export interface LimitSummary {
  /** As in the document: `data: search`. */
  readonly condition: string;
  /** What is not covered. */
  readonly what: string;
  readonly systems: number;
}

export interface DecisionSummary {
  readonly id: string;
  /** A status that never came up is absent; where it is undecided whether a decision applies, it is open. */
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
  /** Most often first, equals in the order of the decision; tied ones and those of several picks count each. */
  readonly recommended: readonly AlternativeSummary[];
}

export interface AlternativeSummary {
  readonly alternative: string;
  readonly systems: number;
}

export interface QuestionSummary {
  readonly question: string;
  readonly systems: number;
}

/** What comes of one line of many systems. */
export type LineOutcome = Readonly<{
  /** As the line gave it. */
  id?: string | number;
}> &
  (
    | Readonly<{ kind: 'verdicts'; decisions: readonly Verdict[] }>
    | Readonly<{ kind: 'advice'; advice: Advice }>
    | Readonly<{ kind: 'error'; error: LineError }>
  );

/** What is wrong with a line. */
export interface LineError {
  /** Where it was read, if there are several inputs. */
  readonly file?: string;
  /** From 1 on, in its input. */
  readonly line: number;
  readonly message: string;
  readonly hint?: string;
}
