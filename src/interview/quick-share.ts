/** With `--quick` alone: thousandths of the scenarios that a pick has to win for nothing more to be asked. */
export const QUICK_SHARE = 900;
