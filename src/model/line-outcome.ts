import type { Advice } from './advice.ts';
import type { Verdict } from './verdict.ts';

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
