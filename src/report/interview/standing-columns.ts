import type { Style } from '../style.ts';
import { MARGIN } from './limited.ts';

/** How wide the parts of a line on a decision are, each with the blanks behind it. */
export interface StandingColumns {
  readonly title: number;
  readonly lead: number;
  readonly share: number;
  readonly status: number;
  /** The status stands there as a word, too. */
  readonly isWide: boolean;
}

const SHARE = 7;
/** The widest share is `< 1 %`. */
export const LONGEST_SHARE = 5;
const WIDE = 60;
const STATUS = 15;
const GLYPH = 3;
const WIDEST_TITLE = 25;

/** With so many columns before the line. */
export function standingColumns({ width }: Pick<Style, 'width'>, before: number): StandingColumns {
  const isWide = width >= WIDE;
  const status = isWide ? STATUS : GLYPH;
  const title = Math.min(WIDEST_TITLE, Math.floor(width / 3));
  const lead = width - 2 * MARGIN - before - title - status - SHARE;
  return { title, lead, share: SHARE, status, isWide };
}
