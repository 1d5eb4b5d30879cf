import { ratingsOf } from '../common/ratings.ts';
import type { Decision } from '../model/decision.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';

const MOST_DRIVING = 5;

/** What decisions are made from, as it was written. */
export type Written = Pick<KnowledgeBase, 'qualities' | 'questions' | 'decisions' | 'patterns'>;

/** Siblings that no decision names are alternatives to each other: each family becomes a decision of its own. */
export function familyDecisions(written: Written, described: readonly Decision[]): Decision[] {
  const { qualities, questions, decisions, patterns } = written;
  const named = new Set(
    [...decisions.values()].flatMap(({ alternatives }) => alternatives.map(({ id }) => id)),
  );
  const taken = new Set([...described.map(({ id }) => id), ...questions.keys()]);
  return [...patterns.values()].flatMap((parent) => {
    const variants = parent.variants.filter(({ id }) => !named.has(id));
    if (variants.length < 2) return [];
    const id = freeId(parent.id, taken);
    taken.add(id);
    return [decisionOf(id, parent, { variants, qualities: [...qualities.keys()] })];
  });
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}

interface Family {
  readonly variants: readonly Pattern[];
  readonly qualities: readonly string[];
}

function decisionOf(id: string, parent: Pattern, { variants, qualities }: Family): Decision {
  const first = variants[0]?.id;
  return {
    id,
    title: parent.name,
    ask: `Which kind of ${parent.name}?`,
    aliases: parent.aliases,
    several: false,
    driving: mostDividing(variants, qualities),
    appliesWhen: [],
    ...(first !== undefined && { baseline: first }),
    alternatives: variants.map(({ id, name, aliases, place }) => ({ id, name, aliases, place })),
    place: parent.place,
  };
}

/** The qualities on which the variants differ most; of equals the earlier in `qualities.yaml`. */
function mostDividing(variants: readonly Pattern[], qualities: readonly string[]): string[] {
  const ratings = variants.map(({ claims }) => ratingsOf(claims));
  const spreadOf = (quality: string) => {
    const values = ratings.map((each) => each.get(quality)?.rating ?? 0);
    return Math.max(...values) - Math.min(...values);
  };
  return qualities
    .map((quality) => ({ quality, spread: spreadOf(quality) }))
    .filter(({ spread }) => spread > 0)
    .sort((a, b) => b.spread - a.spread)
    .slice(0, MOST_DRIVING)
    .map(({ quality }) => quality);
}
