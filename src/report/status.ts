import type { DecisionAdvice } from '../model/advice.ts';
import type { Style } from './style.ts';

type Judged = Pick<DecisionAdvice, 'status' | 'pinned'>;

/** A status as a word with its sign. */
export function statusText({ status, pinned }: Judged, { glyphs, palette }: Style): string {
  switch (status) {
    case 'settled':
      return palette.plus(`${glyphs.settled} settled`);
    case 'open':
      return palette.caution(`${glyphs.open} open`);
    case 'tied':
      return palette.caution(`${glyphs.tied} tied`);
    case 'infeasible':
      return palette.minus(`${glyphs.infeasible} ${pinned ? 'ruled out' : 'nothing fits'}`);
    case 'not-applicable':
      return palette.faint('does not apply');
    default:
      return status satisfies never;
  }
}
