import { decisionOf } from '../../common/comparison.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Kind, Named } from '../../names/named.ts';
import { plainQuestion } from '../../report/next/question-json.ts';
import { cardText } from '../../report/reading/card-text.ts';
import { decisionCard } from '../../report/reading/decision-card.ts';
import { productCard } from '../../report/reading/product-card.ts';
import { profileCard } from '../../report/reading/profile-card.ts';
import { qualityCard } from '../../report/reading/quality-card.ts';
import { questionCard } from '../../report/reading/question-card.ts';
import type { SubjectView } from '../../report/reading/subject-view.ts';
import { patternCard } from './pattern-card.ts';
import { subjectNamed } from './subject-named.ts';

/** The card of the one thing that a name means, for programs and for people. Throws a `UserError`. */
export async function shownSubject(
  name: string,
  knowledge: KnowledgeBase,
  view: CardView,
): Promise<Shown> {
  const { kind, id } = await subjectNamed(name, knowledge);
  return cards[kind](id, knowledge, view);
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
    const card = patternCard(there(knowledge.patterns.get(id)), knowledge);
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
  const card = usual && patternCard(there(knowledge.patterns.get(usual)), knowledge);
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
