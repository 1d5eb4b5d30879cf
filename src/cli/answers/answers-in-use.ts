import { didYouMean } from '../../common/closest.ts';
import { addAll } from '../../common/lists.ts';
import { UserError } from '../../common/user-error.ts';
import type { ReadAnswerSheet } from '../../knowledge/answers/answer-sheet.ts';
import { preparedSheet } from '../../knowledge/answers/prepared-sheets.ts';
import type { TextFile } from '../../knowledge/read/text-file.ts';
import type { Answer, AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase, ProfileFile } from '../../model/knowledge.ts';
import { lookUp } from '../../names/look-up.ts';
import { isRecord } from '../../records/record-mark.ts';
import type { Context } from '../context.ts';
import type { AnswerOptions } from '../options.ts';
import { refuseStandardInputTwice, textFrom } from '../standard-input.ts';
import { refusePinsAtOdds, remarkOldIds } from './answer-problems.ts';
import { flagSheet } from './flag-sheet.ts';

/**
 * Where answers come from, the weakest first. A command with answers of its own, such as the lines of `batch`, lays those
 * between the sources that it names.
 */
const SOURCES = ['profile', 'file', 'flags'] as const;

type Source = (typeof SOURCES)[number];

/** Everything that the options say about the system: `--set` over `--answers` over `--profile`, per question. */
export async function answersInUse(
  options: AnswerOptions,
  knowledge: KnowledgeBase,
  context: Context,
  sources: readonly Source[] = SOURCES,
): Promise<AnswerSheet> {
  const sheets: ReadAnswerSheet[] = [];
  for (const source of SOURCES) {
    if (sources.includes(source)) {
      addAll(sheets, await readers[source](options, knowledge, context));
    }
  }
  for (const sheet of sheets) remarkOldIds(sheet, context);
  const sheet = combined(sheets);
  refusePinsAtOdds(knowledge, sheet.pins);
  return sheet;
}

type Reader = (
  options: AnswerOptions,
  knowledge: KnowledgeBase,
  context: Context,
) => Promise<readonly ReadAnswerSheet[]> | readonly ReadAnswerSheet[];

/** What each source says, the weakest first; nothing where it is not given. */
const readers: Readonly<Record<Source, Reader>> = {
  profile: async ({ profile }, knowledge) =>
    profile === undefined ? [] : [await profileSheet(profile, knowledge)],
  file: async ({ answers }, knowledge, context) => {
    refuseStandardInputTwice(answers);
    const sheets: ReadAnswerSheet[] = [];
    for (const path of answers) sheets.push(await fileSheet(path, knowledge, context));
    return sheets;
  },
  flags: (options, knowledge) => [flagSheet(options, knowledge)],
};

/** Several sources as one, the weakest first: what the last one says of a question, a decision or the system counts. */
export function combined(sheets: readonly AnswerSheet[]): AnswerSheet {
  const answers = new Map<string, Answer | null>();
  const pins = new Map<string, readonly string[]>();
  const notes = new Map<string, string>();
  let names: Pick<AnswerSheet, 'system' | 'scope'> = {};
  for (const sheet of sheets) {
    const { system = names.system, scope = names.scope } = sheet;
    names = { ...(system !== undefined && { system }), ...(scope !== undefined && { scope }) };
    for (const [id, answer] of sheet.answers) answers.set(id, answer);
    for (const [id, pin] of sheet.pins) pins.set(id, pin);
    for (const [id, note] of sheet.notes) notes.set(id, note);
  }
  return { ...names, answers, pins, notes };
}

async function profileSheet(name: string, knowledge: KnowledgeBase): Promise<ReadAnswerSheet> {
  const { id, place, text } = profileNamed(name, knowledge);
  return preparedSheet(id, knowledge) ?? sheetIn({ file: place.file, text }, knowledge);
}

/** By its id in any spelling, or by a part of it that no other has. Throws a `UserError`. */
function profileNamed(name: string, knowledge: KnowledgeBase): ProfileFile {
  const { profiles } = knowledge;
  const own = profiles.get(name);
  if (own) return own;
  const parts = [...profiles.values()].filter(({ id }) => id.split('-').includes(name));
  const [named] = lookUp(name, ['profile'], knowledge);
  const found = (named && profiles.get(named.id)) ?? (parts.length === 1 ? parts[0] : undefined);
  if (found) return found;
  const [first] = parts;
  const all = '`arch-advisor list profiles` lists them all';
  const hint = first ? `did you mean \`${first.id}\`?` : didYouMean(name, profiles.keys(), all);
  throw new UserError(`Unknown profile \`${name}\``, hint);
}

/** Reads one answer file, `-` for standard input, and says which ids in it are old. */
export async function sheetFrom(
  path: string,
  knowledge: KnowledgeBase,
  context: Context,
): Promise<AnswerSheet> {
  const sheet = await fileSheet(path, knowledge, context);
  remarkOldIds(sheet, context);
  return sheet;
}

async function fileSheet(
  path: string,
  knowledge: KnowledgeBase,
  context: Context,
): Promise<ReadAnswerSheet> {
  return sheetIn(await textFrom(path, context), knowledge);
}

/** A decision record is a file of answers too. The readers are loaded only where there is something to read. */
async function sheetIn(source: TextFile, knowledge: KnowledgeBase): Promise<ReadAnswerSheet> {
  if (isRecord(source.text)) {
    const { recordSheet } = await import('./record-sheet.ts');
    return recordSheet(source, knowledge);
  }
  const { parseAnswerSheet } = await import('../../knowledge/answers/answer-sheet.ts');
  return parseAnswerSheet(source, knowledge);
}
