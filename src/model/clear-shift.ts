/** How much likelier or less likely a pick becomes, in thousandths, to be told: what samples say by chance is less, as a rule. */
export const CLEAR_SHIFT = 50;

/** A question with more choices is told without shifts, as shares take time. */
export const MOST_WITH_SHIFTS = 8;
