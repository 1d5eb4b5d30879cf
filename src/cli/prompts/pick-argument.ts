import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse } from '../knowledge-in-use.ts';
import type { CommonOptions } from '../options.ts';
import type { Ended } from '../terminal/progress.ts';
import type { Offer } from './prompter.ts';
import { prompterFor } from './prompter-for.ts';

/** What an argument names. */
export type Subject = 'decision' | 'pattern';

/** Lets the user search for the subject of a command; returns its id. */
export async function pickedArgument(
  subject: Subject,
  options: CommonOptions,
  context: Context,
): Promise<Ended<string>> {
  // The command itself says what is wrong with the knowledge.
  const knowledge = await knowledgeInUse(options, { ...context, remark: () => undefined });
  const prompter = await prompterFor(options, context);
  return prompter.found(`Which ${subject}?`, offersOf(subject, knowledge));
}

function offersOf(subject: Subject, { decisions, patterns }: KnowledgeBase): Offer[] {
  switch (subject) {
    case 'decision':
      return [...decisions.values()].map(({ id, title, aliases }) => ({
        ...{ value: id, label: title, aliases },
      }));
    case 'pattern':
      return [...patterns.values()].map(({ id, name, aliases }) => ({
        ...{ value: id, label: name, aliases },
      }));
    default:
      return subject satisfies never;
  }
}
