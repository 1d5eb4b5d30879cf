/** With `--quick` alone: the share of each outcome, in thousandths of the completions, from which on nothing more is asked. */
export const QUICK_SHARE = 920;
