import type { Citation } from '../model/advice.ts';
import type { References } from './references.ts';
import { withoutLabel } from './without-label.ts';

/** What a document says, without its label and its full stop, with the number of its place. */
export function citation(
  claim: Citation,
  { mark }: References,
  shortened: (text: string) => string = (text) => text,
): string {
  const text = shortened(withoutLabel(claim).replace(/[.;]$/, ''));
  return `${text}${claim.contested ? ' (contested)' : ''} ${mark(claim)}`;
}
