import { decisionOf } from '../../common/comparison.ts';
import type { KnowledgeBase, Source } from '../../model/knowledge.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { Card } from '../../report/reading/card-text.ts';

/** A pattern with its decision, its combinations and its sources. */
export function patternCard(pattern: Pattern, knowledge: KnowledgeBase): Card {
  const { sources, combinations } = knowledge;
  const decision = decisionOf(pattern.id, knowledge);
  const { claims, evidence, types, useCases, mitigations, warningSigns, ...rest } = pattern;
  const said = [claims, evidence, types, useCases, mitigations, warningSigns];
  const all = [...said, rest.requires, rest.bringsUp, rest.examples].flat();
  const ids = new Set(all.flatMap((each) => each.sources));
  const cited = [...ids].flatMap((id): Source[] => {
    const source = sources.get(`${pattern.place.file}#${id}`);
    return source ? [source] : [];
  });
  const own = combinations.filter(({ when }) =>
    when.terms.some(
      ({ subject, choices }) => subject === decision?.id && choices.includes(pattern.id),
    ),
  );
  return { pattern, ...(decision && { decision }), combinations: own, sources: cited };
}
