import { didYouMean } from '../../common/closest.ts';
import { decisionOf } from '../../common/comparison.ts';
import { countsOf } from '../../common/counts.ts';
import { UserError } from '../../common/user-error.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { ListItem } from '../../model/reading.ts';
import { spellingKey } from '../../names/spelling.ts';
import { json } from '../../report/json.ts';
import { plainQuestion } from '../../report/next/question-json.ts';
import { countsText, listingText } from '../../report/reading/listing-text.ts';
import { questionItem } from '../../report/reading/question-item.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse } from '../knowledge-in-use.ts';
import type { CommonOptions } from '../options.ts';

export interface ListOptions extends CommonOptions {
  /** Without one, how much there is of each. */
  readonly kind?: string;
}

/** What is listed, for people and for programs. */
interface Listed {
  readonly item: ListItem;
  readonly data: object;
}

const kinds: Readonly<Record<string, (knowledge: KnowledgeBase) => Listed[] | Promise<Listed[]>>> =
  {
    patterns: (knowledge) =>
      [...knowledge.patterns.values()].map(({ id, name, aliases, summary, place }) => {
        const decision = decisionOf(id, knowledge);
        return {
          item: { id, name, about: summary[0]?.text ?? '', group: decision?.title ?? NO_DECISION },
          data: {
            ...{ id, name, aliases, summary: summary.map(({ text }) => text) },
            ...{ decision: decision?.id, ...place },
          },
        };
      }),
    decisions: ({ decisions }) =>
      [...decisions.values()].map(
        ({ place, aliases: _, appliesWhen, alternatives, ...decision }) => ({
          item: {
            id: decision.id,
            name: decision.title,
            about: decision.ask,
            parts: alternatives.map(({ id }) => ({ id, about: '' })),
          },
          data: {
            ...decision,
            name: decision.title,
            alternatives: alternatives.map(({ id, name }) => ({ id, name })),
            appliesWhen: appliesWhen.map(({ text }) => text),
            ...place,
          },
        }),
      ),
    questions: ({ questions, groups }) =>
      [...questions.values()].map((question) => ({
        item: questionItem(question, groups),
        data: plainQuestion(question),
      })),
    qualities: ({ qualities }) =>
      [...qualities.values()].map(({ place, phrases: _, ...quality }) => ({
        item: { id: quality.id, name: quality.name, about: quality.definition },
        data: { ...quality, ...place },
      })),
    products: (knowledge) =>
      [...knowledge.products.values()].map(({ place, ...product }) => ({
        item: {
          id: product.id,
          name: product.name,
          about: product.about,
          parts: product.standsFor.map((id) => ({ id, about: '' })),
        },
        data: { ...product, ...place },
      })),
    profiles: async (knowledge) => {
      const { parseAnswerSheet } = await import('../../knowledge/answers/answer-sheet.ts');
      return [...knowledge.profiles.values()].map(({ id, text, place }) => {
        const { system, answers } = parseAnswerSheet({ file: place.file, text }, knowledge);
        const name = system ?? id;
        return {
          item: { id, name, about: `${answers.size} answers` },
          data: { id, name, answers: answers.size, ...place },
        };
      });
    },
  };

/** The kinds of things that can be listed. */
const listKinds: readonly string[] = Object.keys(kinds);

const ANSWERS =
  'In an answer file, below answers: the id of a question, a colon and the id of a choice, a list such as [a, b] where several may be picked, a number where its choices are ranges, or unknown.';

const NO_DECISION = 'No alternative of any decision';

/** The items of the groups that are named, in that order; the others, which stand together already, behind them. */
function inGroups(items: readonly ListItem[], groups: readonly string[]): readonly ListItem[] {
  const places = groups.length + 1;
  const placeOf = ({ group = '' }: ListItem) => (groups.indexOf(group) + places) % places;
  return items.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Lists what can be named, with its ids; without a kind it counts. */
export async function run({ kind, ...options }: ListOptions, context: Context): Promise<number> {
  if (kind === undefined) {
    const counts = countsOf(await knowledgeInUse(options, context));
    context.print(options.json ? json({ counts }) : countsText(counts, context.style));
    return 0;
  }
  const named = kindNamed(kind);
  const knowledge = await knowledgeInUse(options, context);
  const listed = await (kinds[named]?.(knowledge) ?? []);
  context.print(
    options.json
      ? json({ [named]: listed.map(({ data }) => data) })
      : listingText(
          inGroups(
            listed.map(({ item }) => item),
            named === 'patterns' ? [...knowledge.decisions.values()].map(({ title }) => title) : [],
          ),
          named,
          context.style,
          named === 'questions' ? ANSWERS : '',
        ),
  );
  return 0;
}

/** In the singular or plural, and with other words around it. Throws a `UserError`. */
function kindNamed(kind: string): string {
  const words = [kind, ...kind.split(/\s+/)].map(spellingKey);
  const named = listKinds.find((each) => words.includes(spellingKey(each)));
  if (named !== undefined) return named;
  throw new UserError(
    `Unknown kind \`${kind}\``,
    didYouMean(kind, listKinds, `choose one of ${listKinds.join(', ')}`),
  );
}
