import { UserError } from '../../common/user-error.ts';
import type { DiffRequest, Reading } from '../../engine/diff/diff.ts';
import { parseAnswerSheet, type ReadAnswerSheet } from '../../knowledge/answers/answer-sheet.ts';
import { withIdsOf } from '../../knowledge/answers/older-knowledge.ts';
import type { TextFile } from '../../knowledge/read/text-file.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Context } from '../context.ts';
import type { CommonOptions } from '../options.ts';
import { textFrom } from '../standard-input.ts';
import { refusePinsAtOdds, remarkOldIds } from './answer-problems.ts';
import { combined } from './answers-in-use.ts';
import { flagSheet } from './flag-sheet.ts';

export interface DiffOptions extends CommonOptions {
  readonly old: string;
  readonly new?: string;
  readonly set: readonly string[];
  readonly pin: readonly string[];
  readonly fromKnowledge: readonly string[];
}

/** OLD and NEW as each of two knowledge bases reads them; an id that only one of them knows is accepted. */
export async function twoReadings(
  options: DiffOptions,
  [older, newer]: readonly [KnowledgeBase, KnowledgeBase],
  context: Context,
): Promise<DiffRequest> {
  const files = { old: options.old, new: options.new ?? options.old };
  const old = await textFrom(files.old, context);
  const texts = { old, new: options.new === undefined ? old : await textFrom(files.new, context) };
  const sheetsFor = (own: KnowledgeBase, other: KnowledgeBase) =>
    readSheets(withIdsOf(own, other), texts, options);
  const sheets = sheetsFor(newer, older);
  for (const sheet of new Set(Object.values(sheets))) remarkOldIds(sheet, context);
  const after = readingOf(newer, sheets);
  const before =
    older === newer ? after : underOlder(() => readingOf(older, sheetsFor(older, newer)));
  return { older: before, newer: after, files };
}

interface Texts {
  readonly old: TextFile;
  readonly new: TextFile;
}

/** What is read by itself; without a second file, one sheet stands for both. */
type Sheets = Readonly<Record<'old' | 'now' | 'flags', ReadAnswerSheet>>;

function readSheets(vocabulary: KnowledgeBase, texts: Texts, options: DiffOptions): Sheets {
  const old = parseAnswerSheet(texts.old, vocabulary);
  const now = texts.new === texts.old ? old : parseAnswerSheet(texts.new, vocabulary);
  return { old, now, flags: flagSheet(options, vocabulary) };
}

function readingOf(knowledge: KnowledgeBase, { old, now, flags }: Sheets): Reading {
  const changed = combined([now, flags]);
  for (const { pins } of [old, changed]) refusePinsAtOdds(knowledge, pins);
  return { knowledge, old, new: changed };
}

/** Says that it is the older knowledge which cannot read the answers: the newer one could. */
function underOlder(read: () => Reading): Reading {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${error.message}, according to the older knowledge`, error.hint);
  }
}
