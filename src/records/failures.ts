import type { Outcome, VerifiedRecord } from '../model/verification.ts';

const FAILS = {
  unchanged: 'never',
  'certainty-changed': 'strict',
  'pick-changed': 'always',
  'not-decidable': 'always',
  edited: 'always',
} as const satisfies Record<Outcome, string>;

/** Whether verifying fails because of a record; never because of one that is known. */
export function failsOn(
  { outcome, known }: Pick<VerifiedRecord, 'outcome' | 'known'>,
  { strict }: { readonly strict: boolean },
): boolean {
  const fails = FAILS[outcome];
  return known !== true && (fails === 'always' || (fails === 'strict' && strict));
}

/** Whether there is something to report about a record. */
export function isFinding({ outcome }: Pick<VerifiedRecord, 'outcome'>): boolean {
  return outcome !== 'unchanged';
}
