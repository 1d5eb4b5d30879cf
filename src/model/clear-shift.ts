/** How much the share of a pick has to change, in thousandths, to be shown. */
export const CLEAR_SHIFT = 50;

/** A question with more choices is shown without shifts, as shares take time. */
export const MOST_WITH_SHIFTS = 8;
