import type { KnowledgeBase, Source } from '../../model/knowledge.ts';
import type { Pattern } from '../../model/pattern.ts';
import { json } from '../../report/json.ts';
import { type Card, cardText } from '../../report/reading/card-text.ts';
import { namesIn } from '../../report/words/names.ts';
import type { Context } from '../context.ts';
import { findPattern, knowledgeInUse, usable } from '../knowledge-in-use.ts';
import type { CommonOptions } from '../options.ts';

export interface ShowOptions extends CommonOptions {
  readonly pattern: string;
  readonly full?: boolean;
  /** What was understood of its document, line by line. */
  readonly source?: boolean;
}

/** Shows one pattern as a card. */
export async function run(
  { pattern: name, full, source, ...options }: ShowOptions,
  context: Context,
): Promise<number> {
  if (source) return showSource(name, options, context);
  const knowledge = await knowledgeInUse(options, context);
  const card = cardOf(findPattern(knowledge, name), knowledge);
  const view = { names: namesIn(knowledge), style: context.style, isFull: full === true };
  context.print(options.json ? json({ version: 1, ...card }) : cardText(card, view));
  return 0;
}

/** Prepared knowledge does not keep what was left out of documents, so that they are read. */
async function showSource(name: string, options: CommonOptions, context: Context): Promise<number> {
  const { loadWithLayers } = await import('../../knowledge/load.ts');
  const { printReadings, readingOf } = await import('../readings.ts');
  const paths = { knowledge: options.knowledge, add: options.addKnowledge };
  const loaded = await loadWithLayers(paths);
  const knowledge = usable(loaded, paths, context);
  const readings = [readingOf(findPattern(knowledge, name), loaded, knowledge)];
  printReadings({ readings, knowledge }, options, context);
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
