import type { Verdict } from './verdict.ts';

/** Why a question is asked: what it can still move, and what each answer would do. */
export interface Why {
  /** The open decisions that it can move. */
  readonly decisions: readonly string[];
  readonly choices: readonly WhyChoice[];
}

/** What changes when a choice is the answer; where several may be picked, when it is the only one. */
export interface WhyChoice {
  readonly choice: string;
  /** What is proved then, then what else turns; in the order of the knowledge base. Empty where nothing changes at once. */
  readonly changes: readonly WhyChange[];
  /** Decisions that stay open with the same pick, which becomes clearly more or less likely; the largest shift first. */
  readonly shifts: readonly WhyShift[];
}

/** The share of completions in which what is picked is the pick, in thousandths. */
export interface WhyShift {
  readonly decision: string;
  readonly recommended: Verdict['recommended'];
  readonly before: number;
  readonly after: number;
}

export interface WhyChange extends Pick<Verdict, 'status' | 'recommended' | 'applies'> {
  readonly decision: string;
  /** As it stands now. */
  readonly before: Pick<Verdict, 'status' | 'recommended' | 'applies'>;
}
