import { didYouMean } from '../../common/closest.ts';
import { UserError } from '../../common/user-error.ts';
import type { ReadAnswerSheet } from '../../knowledge/answers/answer-sheet.ts';
import { preparedSheet } from '../../knowledge/answers/prepared-sheets.ts';
import type { TextFile } from '../../knowledge/read/text-file.ts';
import type { Answer, AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Context } from '../context.ts';
import { type AnswerOptions, NOT_GIVEN } from '../options.ts';
import { textFrom } from '../standard-input.ts';
import { refusePinsAtOdds, remarkFormer } from './answer-problems.ts';
import { flagSheet } from './flag-sheet.ts';

/** Everything that the options say about the system: `--set` over `--answers` over `--profile`, per question. */
export async function answersInUse(
  options: AnswerOptions,
  knowledge: KnowledgeBase,
  context: Context,
): Promise<AnswerSheet> {
  const profile =
    options.profile === undefined ? [] : [await profileSheet(options.profile, knowledge)];
  const file =
    options.answers === undefined ? [] : [await fileSheet(options.answers, knowledge, context)];
  const flags = flagSheet(options, knowledge);
  const sheets = [...profile, ...file, flags];
  for (const sheet of sheets) remarkFormer(sheet, context);
  const sheet = combined(sheets);
  refusePinsAtOdds(knowledge, sheet.pins);
  return sheet;
}

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

/** What the profile says alone; nothing where there is none. */
export function profileInUse(
  { profile }: Pick<AnswerOptions, 'profile'>,
  knowledge: KnowledgeBase,
  context: Context,
): Promise<AnswerSheet> {
  const options = { ...NOT_GIVEN, ...(profile !== undefined && { profile }) };
  return answersInUse(options, knowledge, context);
}

async function profileSheet(name: string, knowledge: KnowledgeBase): Promise<ReadAnswerSheet> {
  const profile = knowledge.profiles.get(name);
  if (profile === undefined) {
    const hint = didYouMean(
      name,
      knowledge.profiles.keys(),
      '`arch-advisor list profiles` names them all',
    );
    throw new UserError(`Unknown profile \`${name}\``, hint);
  }
  return (
    preparedSheet(name, knowledge) ??
    sheetIn({ file: profile.place.file, text: profile.text }, knowledge)
  );
}

/** Reads one answer file, `-` for standard input, and says which ids in it have another name today. */
export async function sheetFrom(
  path: string,
  knowledge: KnowledgeBase,
  context: Context,
): Promise<AnswerSheet> {
  const sheet = await fileSheet(path, knowledge, context);
  remarkFormer(sheet, context);
  return sheet;
}

async function fileSheet(
  path: string,
  knowledge: KnowledgeBase,
  context: Context,
): Promise<ReadAnswerSheet> {
  return sheetIn(await textFrom(path, context), knowledge);
}

/** The reader of YAML is loaded only where there is some to read. */
async function sheetIn(source: TextFile, knowledge: KnowledgeBase): Promise<ReadAnswerSheet> {
  const { parseAnswerSheet } = await import('../../knowledge/answers/answer-sheet.ts');
  return parseAnswerSheet(source, knowledge);
}
