/** What can be done about a tie that no open question breaks. */
export function tieBreak(decision: string): string {
  return `arch-advisor flip ${decision} shows what would break the tie, --pin ${decision}=ALTERNATIVE decides it`;
}
