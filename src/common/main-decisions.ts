/** Whether a decision is a main one, and not a finer part of another. */
export function isMain({ below }: { readonly below?: string }): boolean {
  return below === undefined;
}

/** Decisions by id, each with the one that it is a finer part of. */
type Hierarchy = ReadonlyMap<string, { readonly below?: string }>;

export function mainDecisions(decisions: Hierarchy): string[] {
  return [...decisions].filter(([, each]) => isMain(each)).map(([id]) => id);
}

/** These decisions with all that are finer parts of them, in the order of the knowledge base; without any, all. */
export function withFiner(ids: readonly string[], decisions: Hierarchy): string[] {
  const wanted = new Set(ids.length === 0 ? decisions.keys() : ids);
  const isWanted = (id: string | undefined): boolean =>
    id !== undefined && (wanted.has(id) || isWanted(decisions.get(id)?.below));
  return [...decisions.keys()].filter(isWanted);
}

/** What a command has to name to be about these decisions: nothing if they are all of them, or all main ones. */
export function namedOf(ids: readonly string[], decisions: Hierarchy): readonly string[] {
  const given = ids.join();
  const isUsual = given === mainDecisions(decisions).join() || ids.length === decisions.size;
  return isUsual ? [] : ids;
}

/** What an interview is about: nothing is named where it is about all. */
export function scopeIn(ids: readonly string[], decisions: Hierarchy): readonly string[] {
  return ids.length === decisions.size ? [] : ids;
}
