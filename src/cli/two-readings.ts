import { buffer } from 'node:stream/consumers';
import type { DiffRequest, Reading } from '../engine/diff/diff.ts';
import { parseAnswerSheet } from '../knowledge/answer-sheet.ts';
import { decodeText } from '../knowledge/decode-text.ts';
import type { TextFile } from '../knowledge/layer.ts';
import { readText } from '../knowledge/load.ts';
import { withIdsOf } from '../knowledge/with-ids-of.ts';
import type { AnswerSheet } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { UserError } from '../model/user-error.ts';
import type { Context } from './context.ts';
import { flagSheet } from './flag-sheet.ts';
import type { CommonOptions } from './options.ts';
import { refusePinsAtOdds } from './refuse-pins-at-odds.ts';

export interface DiffOptions extends CommonOptions {
  readonly old: string;
  readonly new?: string;
  readonly set: readonly string[];
  readonly pin: readonly string[];
  readonly fromKnowledge: readonly string[];
}

/** OLD and NEW as each of two knowledge bases reads them; an id that one of them knows is no error. */
export async function twoReadings(
  options: DiffOptions,
  [older, newer]: readonly [KnowledgeBase, KnowledgeBase],
  context: Context,
): Promise<DiffRequest> {
  const files = { old: options.old, new: options.new ?? options.old };
  const old = await sourceOf(files.old, context);
  const texts = { old, new: options.new === undefined ? old : await sourceOf(files.new, context) };
  const read = (own: KnowledgeBase, other: KnowledgeBase): Reading =>
    readingOf({ own, vocabulary: withIdsOf(own, other), texts, options });
  const after = read(newer, older);
  const before = older === newer ? after : underOlder(() => read(older, newer));
  return { older: before, newer: after, files };
}

async function sourceOf(path: string, { stdin }: Context): Promise<TextFile> {
  return path === '-' ? decodeText('standard input', await buffer(stdin)) : readText(path);
}

interface Sources {
  readonly own: KnowledgeBase;
  readonly vocabulary: KnowledgeBase;
  readonly texts: { readonly old: TextFile; readonly new: TextFile };
  readonly options: DiffOptions;
}

function readingOf({ own, vocabulary, texts, options }: Sources): Reading {
  const old = parseAnswerSheet(texts.old, vocabulary);
  const now = texts.new === texts.old ? old : parseAnswerSheet(texts.new, vocabulary);
  const changed = flagSheet(options, vocabulary);
  const both = onTop(now, changed);
  for (const { pins } of [old, both]) refusePinsAtOdds(own, pins);
  return { knowledge: own, old, new: both };
}

function onTop(sheet: AnswerSheet, { answers, pins }: AnswerSheet): AnswerSheet {
  return {
    ...sheet,
    answers: new Map([...sheet.answers, ...answers]),
    pins: new Map([...sheet.pins, ...pins]),
  };
}

/** Says that it is the older knowledge which cannot read the answers: the newer one could. */
function underOlder(read: () => Reading): Reading {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${error.message}, as the older knowledge reads it`, error.hint);
  }
}
