import type { Verdict } from './verdict.ts';

/** How the decisions that are asked for stand while questions are still asked. */
export interface Outlook {
  /** In the order of the knowledge base. */
  readonly decisions: readonly Standing[];
  /** The questions without an answer that can still move one of them, the most telling first (docs/model.md, "The next question"). */
  readonly questions: readonly Prospect[];
}

export interface Standing extends Verdict {
  /** Where one is picked that is not proved: the next best, and by how many points it is behind now. */
  readonly lead?: { readonly over: string; readonly by: number };
  /** Thousandths of the completions in which what is picked is the pick, were it to apply; where it is open. */
  readonly share?: number;
  /** Thousandths of the completions in which it applies; where that is undecided. */
  readonly appliesShare?: number;
}

/** A question that may be asked. */
export interface Prospect {
  readonly question: string;
  /** How far asking it makes the outcomes less mixed, over all decisions, by its effort; from 0, in any unit. */
  readonly gain: number;
  /** The open decisions that it can move. */
  readonly decisions: readonly string[];
}
