import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse } from '../knowledge-in-use.ts';
import type { AmbiguousName } from '../names/ambiguous-name.ts';
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

interface Asking {
  readonly options: CommonOptions;
  readonly context: Context;
}

/** Lets somebody say what an argument with several meanings stands for; the words of the command with that in its place. */
export async function pickedMeaning(
  { argument, candidates }: AmbiguousName,
  words: readonly string[],
  { options, context }: Asking,
): Promise<Ended<readonly string[]> | undefined> {
  const place = placeOf(argument, words);
  if (place === undefined) return undefined;
  const prompter = await prompterFor(options, context);
  const offers = candidates.map(({ typed, label, kind }) => ({
    value: typed,
    label: `${label} (${kind})`,
  }));
  const picked = await prompter.one(`What do you mean by "${argument}"?`, offers);
  if ('exitCode' in picked) return picked;
  const [start, end] = place;
  return { value: [...words.slice(0, start), ...picked.value.split(' '), ...words.slice(end)] };
}

/** Where an argument stands among the words, of which it may take several. */
function placeOf(argument: string, words: readonly string[]): [number, number] | undefined {
  for (let start = 0; start < words.length; start += 1) {
    for (let end = start + 1; end <= words.length; end += 1) {
      if (words.slice(start, end).join(' ') === argument) return [start, end];
    }
  }
  return undefined;
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
