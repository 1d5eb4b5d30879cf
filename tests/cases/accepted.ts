/** What the notes of a case accept beside what was chosen, by case and decision point; reported apart. */
export const ACCEPTED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // Affinity was only an optimisation there.
  c47: { load_balancing: ['lb_not_sticky'] },
  // The application uses plain transactions of one distributed database.
  c54: { distributed_transactions: ['local_acid'] },
};
