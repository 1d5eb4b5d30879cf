import type { KnowledgeBase } from '../model/knowledge.ts';

/**
 * A knowledge base that can also read answers meant for another one: with the questions, choices, decisions and
 * alternatives that only the other has behind its own. For reading only; what is read has to be sifted.
 */
export function withIdsOf(own: KnowledgeBase, other: KnowledgeBase): KnowledgeBase {
  if (own === other) return own;
  const questions = joined(own.questions, other.questions, (mine, theirs) => ({
    ...mine,
    choices: [...mine.choices, ...missing(mine.choices, theirs.choices)],
  }));
  const decisions = joined(own.decisions, other.decisions, (mine, theirs) => ({
    ...mine,
    alternatives: [...mine.alternatives, ...missing(mine.alternatives, theirs.alternatives)],
  }));
  return { ...own, questions, decisions, renamed: [...own.renamed, ...other.renamed] };
}

function joined<T>(
  own: ReadonlyMap<string, T>,
  other: ReadonlyMap<string, T>,
  join: (mine: T, theirs: T) => T,
): Map<string, T> {
  const both = [...own].map(([id, mine]): [string, T] => {
    const theirs = other.get(id);
    return [id, theirs === undefined ? mine : join(mine, theirs)];
  });
  return new Map([...both, ...[...other].filter(([id]) => !own.has(id))]);
}

function missing<T extends { readonly id: string }>(own: readonly T[], other: readonly T[]): T[] {
  return other.filter(({ id }) => own.every((each) => each.id !== id));
}
