import type { Status } from '../model/advice.ts';
import type { Style } from './style.ts';

/** A status as a word with its sign. */
export function statusText(status: Status, { glyphs, palette }: Style): string {
  switch (status) {
    case 'settled':
      return palette.plus(`${glyphs.settled} settled`);
    case 'open':
      return palette.caution(`${glyphs.open} open`);
    case 'tied':
      return palette.caution(`${glyphs.tied} tied`);
    case 'infeasible':
      return palette.minus(`${glyphs.infeasible} nothing fits`);
    case 'not-applicable':
      return palette.faint('not needed');
    default:
      return status satisfies never;
  }
}
