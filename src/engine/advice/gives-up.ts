import { type Rating, ratingsOf } from '../../common/ratings.ts';
import type { Sacrifice } from '../../model/advice.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Mitigation, Pattern } from '../../model/pattern.ts';
import { citationOf } from './contributions.ts';

/**
 * The driving qualities on which a pick is below another alternative that could have been picked, in their order: for
 * each the one that does best. Where several may be picked, what each technique costs against not having it.
 */
export function givesUp(
  decision: Decision,
  recommended: readonly string[],
  {
    standing,
    knowledge,
  }: { readonly standing: readonly string[]; readonly knowledge: KnowledgeBase },
): Sacrifice[] {
  const picks = recommended.flatMap((id) => knowledge.patterns.get(id) ?? []);
  const others = standing
    .filter((id) => !recommended.includes(id))
    .flatMap((id) => knowledge.patterns.get(id) ?? []);
  const rivals = decision.several ? [undefined] : others;
  return decision.driving.flatMap((quality) =>
    picks.flatMap((pick) => sacrifice(quality, pick, { rivals, knowledge })),
  );
}

interface Field {
  /** Undefined stands for not having a technique. */
  readonly rivals: readonly (Pattern | undefined)[];
  readonly knowledge: KnowledgeBase;
}

function sacrifice(quality: string, pick: Pattern, { rivals, knowledge }: Field): Sacrifice[] {
  if (!knowledge.qualities.has(quality)) return [];
  const own = ratingsOf(pick.claims).get(quality);
  const [best] = rivals
    .map((rival) => ({ rival, rating: ratingsOf(rival?.claims ?? []).get(quality) }))
    .sort((a, b) => height(b.rating) - height(a.rating));
  if (best === undefined || height(best.rating) <= height(own)) return [];
  const cost = own?.claims.find(({ effects }) =>
    effects.some((each) => each.quality === quality && each.value < 0),
  );
  const claim = cost ?? best.rating?.claims[0];
  const mitigation = pick.mitigations.find(({ qualities }) => qualities.includes(quality));
  if (claim === undefined) return [];
  return [
    {
      quality,
      ...(best.rival && { than: best.rival.id }),
      claimOf: cost ? pick.id : (best.rival?.id ?? pick.id),
      ...citationOf(claim),
      ...(mitigation && { mitigation: afterLabel(mitigation) }),
    },
  ];
}

/** Without the label, which names the quality. */
function afterLabel({ text, label }: Mitigation): string {
  return label === undefined ? text : text.slice(label.length + 1).trim() || text;
}

function height(rating: Rating | undefined): number {
  return rating?.rating ?? 0;
}
