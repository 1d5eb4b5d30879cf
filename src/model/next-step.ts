import type { Interview } from './interview.ts';
import type { Why } from './why.ts';

/** Where an interview stands, for an interface that asks one question after the other. */
export interface NextStep {
  readonly interview: Interview;
  /** Where there is a question. */
  readonly why?: Why;
  /** How many questions can still matter and were not asked, that at hand included. */
  readonly remaining: number;
}
