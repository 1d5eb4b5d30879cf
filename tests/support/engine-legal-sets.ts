import type { Question } from '../../src/model/question.ts';

/**
 * Every legal answer of a question, one by one (docs/model.md, "Objects"): a choice; or, where several may be picked, a
 * choice that stands alone (`none` is the empty set) or some of the others, up to the limit, of which none excludes another.
 */
export function legalSets({ choices, several, limit }: Question): string[][] {
  const alone = choices.filter(({ exclusive }) => exclusive || !several).map(({ id }) => [id]);
  if (!several) return alone;
  const others = choices.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  const most = limit ?? others.length;
  const excludes = new Map(choices.map(({ id, excludes: opposites = [] }) => [id, opposites]));
  const isPeaceful = (set: readonly string[]) =>
    !set.some((id) => set.some((other) => excludes.get(id)?.includes(other)));
  return [...alone, ...subsets(others, most).filter((set) => set.length > 0 && isPeaceful(set))];
}

function subsets(ids: readonly string[], most: number): string[][] {
  let sets: string[][] = [[]];
  for (const id of ids) {
    sets = sets.flatMap((set) => (set.length < most ? [set, [...set, id]] : [set]));
  }
  return sets;
}
