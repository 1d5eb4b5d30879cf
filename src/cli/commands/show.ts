import type { KnowledgeBase, Source } from '../../model/knowledge.ts';
import type { Pattern } from '../../model/pattern.ts';
import { json } from '../../report/json.ts';
import { type Card, cardText } from '../../report/reading/card-text.ts';
import { namesIn } from '../../report/words/names.ts';
import type { Context } from '../context.ts';
import { findPattern, knowledgeInUse } from '../knowledge-in-use.ts';
import type { CommonOptions } from '../options.ts';

export interface ShowOptions extends CommonOptions {
  readonly pattern: string;
  readonly full?: boolean;
}

/** Shows one pattern as a card. */
export async function run(
  { pattern: name, full, ...options }: ShowOptions,
  context: Context,
): Promise<number> {
  const knowledge = await knowledgeInUse(options, context);
  const card = cardOf(findPattern(knowledge, name), knowledge);
  const view = { names: namesIn(knowledge), style: context.style, isFull: full === true };
  context.print(options.json ? json({ version: 1, ...card }) : cardText(card, view));
  return 0;
}

function cardOf(pattern: Pattern, { decisions, sources, combinations }: KnowledgeBase): Card {
  const decision = [...decisions.values()].find(({ alternatives }) =>
    alternatives.some(({ id }) => id === pattern.id),
  );
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
