import { decisionOf } from '../../common/comparison.ts';
import type { KnowledgeBase, Source } from '../../model/knowledge.ts';
import type { Pattern } from '../../model/pattern.ts';
import type { Kind, Named } from '../../names/named.ts';
import { json } from '../../report/json.ts';
import { plainQuestion } from '../../report/next/question-json.ts';
import { type Card, cardText } from '../../report/reading/card-text.ts';
import { decisionCard } from '../../report/reading/decision-card.ts';
import { productCard } from '../../report/reading/product-card.ts';
import { profileCard } from '../../report/reading/profile-card.ts';
import { qualityCard } from '../../report/reading/quality-card.ts';
import { questionCard } from '../../report/reading/question-card.ts';
import type { SubjectView } from '../../report/reading/subject-view.ts';
import { namesIn } from '../../report/words/names.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse, usable } from '../knowledge-in-use.ts';
import { patternsNamed } from '../names/patterns-named.ts';
import { subjectNamed } from '../names/subject-named.ts';
import type { CommonOptions } from '../options.ts';

export interface ShowOptions extends CommonOptions {
  /** The words of one name. */
  readonly name: readonly string[];
  readonly full?: boolean;
  /** What was understood of its document, line by line. */
  readonly source?: boolean;
}

/** Shows one thing that has a name as a card. */
export async function run(
  { name: words, full, source, ...options }: ShowOptions,
  context: Context,
): Promise<number> {
  const name = words.join(' ');
  if (source) return showSource(name, options, context);
  const knowledge = await knowledgeInUse(options, context);
  const { kind, id } = knowledge.patterns.has(name)
    ? { kind: 'pattern' as const, id: name }
    : await subjectNamed(name, knowledge);
  const view = { names: namesIn(knowledge), style: context.style, isFull: full === true };
  const { data, text } = await cards[kind](id, knowledge, view);
  context.print(options.json ? json({ version: 1, ...data }) : text());
  return 0;
}

interface CardView extends SubjectView {
  /** Everything, instead of what fits a screen. */
  readonly isFull: boolean;
}

/** For programs and for people. */
interface Shown {
  readonly data: object;
  readonly text: () => string;
}

type Show = (id: Named['id'], knowledge: KnowledgeBase, view: CardView) => Shown | Promise<Shown>;

const cards: Readonly<Record<Kind, Show>> = {
  pattern: (id, knowledge, view) => {
    const card = cardOf(there(knowledge.patterns.get(id)), knowledge);
    return { data: card, text: () => cardText(card, view) };
  },
  decision: (id, knowledge, view) => {
    const decision = there(knowledge.decisions.get(id));
    return { data: { decision }, text: () => decisionCard(decision, knowledge, view) };
  },
  question: (id, knowledge, view) => {
    const question = there(knowledge.questions.get(id));
    return {
      data: { question: plainQuestion(question) },
      text: () => questionCard(question, knowledge, view),
    };
  },
  quality: (id, knowledge, view) => {
    const quality = there(knowledge.qualities.get(id));
    return { data: { quality }, text: () => qualityCard(quality, knowledge, view) };
  },
  profile: async (id, knowledge, view) => {
    const profile = there(knowledge.profiles.get(id));
    const { parseAnswerSheet } = await import('../../knowledge/answers/answer-sheet.ts');
    const file = { file: profile.place.file, text: profile.text };
    const sheet = parseAnswerSheet(file, knowledge);
    const { place, text: _, ...rest } = profile;
    const answers = Object.fromEntries(sheet.answers);
    return {
      data: { profile: { ...rest, answers, ...place } },
      text: () => profileCard(profile, sheet, view),
    };
  },
  product: showProduct,
};

/** Where it stands for one pattern or more, with the card of the usual one. */
async function showProduct(id: string, knowledge: KnowledgeBase, view: CardView): Promise<Shown> {
  const product = there(knowledge.products.get(id));
  const standings = product.standsFor.map((each) => {
    const decision = decisionOf(each, knowledge);
    return { id: each, ...(decision && { decision }) };
  });
  const [usual] = product.standsFor;
  const card = usual && cardOf(there(knowledge.patterns.get(usual)), knowledge);
  const mentions = card ? [] : await mentionsOf(product.name, knowledge);
  const head = () => productCard({ product, standings, mentions }, view);
  return {
    data: { product, ...card },
    text: () => (card ? `${head()}\n${cardText(card, view)}` : head()),
  };
}

async function mentionsOf(name: string, knowledge: KnowledgeBase): Promise<string[]> {
  const { search } = await import('../../search/search.ts');
  return search(name, knowledge, { isWhole: true })
    .filter(({ kind }) => kind === 'pattern')
    .map(({ label }) => label);
}

/** What was found by its name is there. */
function there<T>(item: T | undefined): T {
  if (item === undefined) throw new Error('An item found by name no longer exists');
  return item;
}

/** Prepared knowledge does not keep what was left out of documents, so that they are read. */
async function showSource(name: string, options: CommonOptions, context: Context): Promise<number> {
  const { loadWithLayers } = await import('../../knowledge/load.ts');
  const { printReadings, readingOf } = await import('../readings.ts');
  const paths = { knowledge: options.knowledge, add: options.addKnowledge };
  const loaded = await loadWithLayers(paths);
  const knowledge = usable(loaded, paths, context);
  const patterns = await patternsNamed([name], knowledge, context);
  const readings = patterns.map((pattern) => readingOf(pattern, loaded, knowledge));
  printReadings({ readings, knowledge }, options, context);
  return 0;
}

function cardOf(pattern: Pattern, knowledge: KnowledgeBase): Card {
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
