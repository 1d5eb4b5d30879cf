import { didYouMean } from '../../common/closest.ts';
import { countsOf } from '../../common/counts.ts';
import { UserError } from '../../common/user-error.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { ListItem } from '../../model/reading.ts';
import { json } from '../../report/json.ts';
import { plainQuestion } from '../../report/next/question-json.ts';
import { countsText, listingText } from '../../report/reading/listing-text.ts';
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
    patterns: ({ patterns, decisions }) => {
      const decidedIn = new Map(
        [...decisions.values()].flatMap(({ id, alternatives }) =>
          alternatives.map((each) => [each.id, id]),
        ),
      );
      return [...patterns.values()].map(({ id, name, aliases, summary, place }) => ({
        item: { id, name, about: summary[0]?.text ?? '' },
        data: {
          id,
          name,
          aliases,
          summary: summary.map(({ text }) => text),
          decision: decidedIn.get(id),
          ...place,
        },
      }));
    },
    decisions: ({ decisions }) =>
      [...decisions.values()].map(
        ({ place, aliases: _, appliesWhen, alternatives, ...decision }) => ({
          item: {
            id: decision.id,
            name: decision.title,
            about: decision.ask,
            parts: alternatives.map(({ id }) => id),
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
    questions: ({ questions }) =>
      [...questions.values()].map((question) => ({
        item: {
          id: question.id,
          name: question.several ? `${question.ask} (several)` : question.ask,
          about: '',
          parts: question.choices.map(({ id }) => id),
        },
        data: plainQuestion(question),
      })),
    qualities: ({ qualities }) =>
      [...qualities.values()].map(({ place, phrases: _, ...quality }) => ({
        item: { id: quality.id, name: quality.name, about: quality.definition },
        data: { ...quality, ...place },
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

/** Lists what can be named, with its ids; without a kind it counts. */
export async function run({ kind, ...options }: ListOptions, context: Context): Promise<number> {
  if (kind === undefined) {
    const counts = countsOf(await knowledgeInUse(options, context));
    context.print(options.json ? json({ counts }) : countsText(counts, context.style));
    return 0;
  }
  const read = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (read === undefined) {
    throw new UserError(
      `Unknown kind \`${kind}\``,
      didYouMean(kind, listKinds, `it is one of ${listKinds.join(', ')}`),
    );
  }
  const listed = await read(await knowledgeInUse(options, context));
  context.print(
    options.json
      ? json({ [kind]: listed.map(({ data }) => data) })
      : listingText(
          listed.map(({ item }) => item),
          kind,
          context.style,
        ),
  );
  return 0;
}
