import { json } from '../../report/json.ts';
import { cardText } from '../../report/reading/card-text.ts';
import { namesIn } from '../../report/words/names.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse, usable } from '../knowledge-in-use.ts';
import { patternCard } from '../names/pattern-card.ts';
import type { CommonOptions } from '../options.ts';

export interface ShowOptions extends CommonOptions {
  /** The words of one name. */
  readonly name: readonly string[];
  readonly full?: boolean;
  /** What was understood of its document, line by line. */
  readonly source?: boolean;
}

/** Shows one thing that has a name as a card; what is needed for other things than patterns is loaded only for them. */
export async function run(
  { name: words, full, source, ...options }: ShowOptions,
  context: Context,
): Promise<number> {
  const name = words.join(' ');
  if (source) return showSource(name, options, context);
  const knowledge = await knowledgeInUse(options, context);
  const view = { names: namesIn(knowledge), style: context.style, isFull: full === true };
  const pattern = knowledge.patterns.get(name);
  const card = pattern && patternCard(pattern, knowledge);
  const { data, text } = card
    ? { data: card, text: () => cardText(card, view) }
    : await (await import('../names/shown-subject.ts')).shownSubject(name, knowledge, view);
  context.print(options.json ? json({ version: 1, ...data }) : text());
  return 0;
}

/** Prepared knowledge does not keep what was left out of documents, so that they are read. */
async function showSource(name: string, options: CommonOptions, context: Context): Promise<number> {
  const { loadWithLayers } = await import('../../knowledge/load.ts');
  const { printReadings, readingOf } = await import('../readings.ts');
  const paths = { knowledge: options.knowledge, add: options.addKnowledge };
  const loaded = await loadWithLayers(paths);
  const knowledge = usable(loaded, paths, context);
  const { patternsNamed } = await import('../names/patterns-named.ts');
  const patterns = await patternsNamed([name], knowledge, context);
  const readings = patterns.map((pattern) => readingOf(pattern, loaded, knowledge));
  printReadings({ readings, knowledge }, options, context);
  return 0;
}
