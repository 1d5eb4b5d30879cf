import type { Verdict } from './verdict.ts';

/** How the decisions that are asked for stand while questions are still asked. */
export interface Outlook {
  /** In the order of the knowledge base. */
  readonly decisions: readonly Standing[];
  /** The questions without an answer that can still move one of them, the most informative first (docs/model.md, "The next question"). */
  readonly questions: readonly Prospect[];
}

export interface Standing extends Verdict {
  /** What the decision picks by itself, where that is not what is recommended; `lead`, `share` and `status` are about it. */
  readonly alone?: readonly string[];
  /** Where one is picked that is not proved: the next best, and by how many points it is behind now. */
  readonly lead?: { readonly over: string; readonly by: number };
  /** Thousandths of the completions in which what is picked is the pick, were it to apply; where it is open. */
  readonly share?: number;
  /** Thousandths of the completions in which it applies; where that is undecided. */
  readonly appliesShare?: number;
  /**
   * How likely it is to stay as it is, in thousandths, answers counting by how common they are; 1,000 only if that is
   * proved. It says when an interview may end, and nothing about a pick.
   */
  readonly chance?: number;
}

/** A question that may be asked. */
export interface Prospect {
  readonly question: string;
  /** How far asking it makes the outcomes less mixed, over all decisions, by its effort; from 0, in any unit. */
  readonly gain: number;
  /** The open decisions that it can move. */
  readonly decisions: readonly string[];
}

/** Why a question is asked: what it can still move, and what each answer would do. */
export interface Why {
  /** The open decisions that it can move. */
  readonly decisions: readonly string[];
  readonly choices: readonly WhyChoice[];
}

/** What changes when a choice is the answer; where several may be picked, when it is the only one. */
export interface WhyChoice extends Changed {
  readonly choice: string;
}

/** What an answer changes. */
export interface Changed {
  /** What is proved then, then what else turns; in the order of the knowledge base. Empty if nothing changes at once. */
  readonly changes: readonly WhyChange[];
  /** Decisions that stay open with the same pick, which becomes clearly more or less likely; the largest shift first. */
  readonly shifts: readonly WhyShift[];
}

/** The share of completions in which what the decision picks by itself is the pick, in thousandths. */
export interface WhyShift {
  readonly decision: string;
  readonly recommended: Verdict['recommended'];
  readonly before: number;
  readonly after: number;
}

/** Of a decision by itself. */
export interface WhyChange extends Pick<Verdict, 'status' | 'recommended' | 'applies'> {
  readonly decision: string;
  /** As it stands now. */
  readonly before: Pick<Verdict, 'status' | 'recommended' | 'applies'>;
}
