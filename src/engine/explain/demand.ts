/** What a set that passes a test has to have: the gains of its items come to what is needed. */
export interface Demand {
  readonly needed: number;
  /** Of each item by its place; none is below 0. */
  readonly gains: readonly number[];
}

/** One of some items. */
function oneOf(places: readonly number[], size: number): Demand {
  const gains = Array.from({ length: size }, (_, place) => Number(places.includes(place)));
  return { needed: 1, gains };
}

/** One of the items that a set lacks which fails still when it has grown as far as it can. */
export function grownDemand(
  set: readonly number[],
  size: number,
  holds: (set: readonly number[]) => boolean,
): Demand {
  const all = Array.from({ length: size }, (_, place) => place);
  const grown = [...set];
  for (const place of all) {
    if (!grown.includes(place) && !holds([...grown, place])) grown.push(place);
  }
  return oneOf(
    all.filter((place) => !grown.includes(place)),
    size,
  );
}
