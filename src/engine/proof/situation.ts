import type { Earlier } from './applies.ts';
import type { Codes, Sheet } from './codes.ts';
import type { WinningSheets } from './winning-sheets.ts';

/** What a decision is judged with. */
export interface Situation {
  readonly codes: Codes;
  readonly sheet: Sheet;
  readonly earlier: Earlier;
  readonly winning: WinningSheets;
  /** What was found out, by condition: several decisions may wait for the same. */
  readonly knownToApply: Map<string, { readonly applies: boolean | undefined }>;
  /** `dependsOn` by looking at completions, where there are not too many; else by its bound. */
  readonly isExact: boolean;
}
