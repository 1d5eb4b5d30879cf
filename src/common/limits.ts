/** The most choices a question may have, including `none`: sets of them are stored as the bits of one number. */
export const MOST_CHOICES = 30;

/** More alternatives than this are not weighed against each other: sets of them are kept as the bits of one number. */
export const MOST_ALTERNATIVES = 30;

/** How much the share of a pick has to change, in thousandths, to be shown. */
export const CLEAR_SHIFT = 50;

/** A question with more choices is shown without shifts, as shares take time. */
export const MOST_WITH_SHIFTS = 8;
