/** With `--quick` alone: thousandths of the scenarios that have to come to the same for nothing more to be asked. */
export const QUICK_SHARE = 920;
