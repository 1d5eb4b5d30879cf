import { relative } from 'node:path';
import { knownAnswers } from '../../common/answers.ts';
import { mainDecisions } from '../../common/main-decisions.ts';
import { shellWord, visible } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import { advise } from '../../engine/advice/advise.ts';
import { infoAt } from '../../knowledge/files.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { NotRecorded, Recording } from '../../model/record.ts';
import { notRecorded } from '../../records/recordable.ts';
import { answerFlags } from '../answers/flag-sheet.ts';
import type { Context } from '../context.ts';
import { makeFolder } from '../make-folder.ts';
import { type CommonOptions, NOT_GIVEN } from '../options.ts';
import { type Ended, PATIENCE, withProgress } from '../terminal/progress.ts';
import { codeOf, removeUnfinished } from '../whole-file.ts';
import { type Convention, repositoryOf } from './convention.ts';
import { draftRecords } from './draft-records.ts';
import { withFolderLock } from './folder-lock.ts';
import { type Draft, plannedRecords, writeRecords } from './write-records.ts';

/** Decisions to be recorded, and how. */
export interface ToRecord {
  readonly knowledge: KnowledgeBase;
  readonly sheet: AnswerSheet;
  /** Those that are named; without any, the main ones. */
  readonly named: readonly string[];
  readonly convention: Convention;
  readonly options: RecordOptions;
}

export interface RecordOptions extends CommonOptions {
  readonly status?: 'proposed' | 'accepted';
  readonly dryRun?: boolean;
  readonly renew?: boolean;
}

/** Decides, and writes a record of each decision that has a pick. Throws a `UserError`. */
export async function recordDecisions(
  request: ToRecord,
  { stderr }: Pick<Context, 'stderr'>,
): Promise<Ended<Recording>> {
  const { knowledge, sheet, named, convention, options } = request;
  const decisions = named.length > 0 ? named : mainDecisions(knowledge.decisions);
  const advice = advise(knowledge, { ...sheet, answers: knownAnswers(sheet), decisions });
  const left = advice.decisions.flatMap((each) => notRecorded(each, named.length > 0) ?? []);
  const isLeft = (id: string) => left.some(({ decision }) => decision === id);
  const date = today();
  const drafting = draftRecords({
    ...{ knowledge, sheet, date, format: convention.format },
    advice: { ...advice, decisions: advice.decisions.filter(({ id }) => !isLeft(id)) },
    status: options.status ?? 'proposed',
    verifyCommand: verifyWords(inProject(convention.folder), options).join(' '),
  });
  const ended = await withProgress(drafting, stderr, PATIENCE);
  if ('exitCode' in ended) return ended;
  return { value: await recordingOf(ended.value, left, { ...request, date }) };
}

/** The command that decides the records in a folder again, with the same knowledge and what is true then. */
export function verifyWords(folder: string, { knowledge, addKnowledge }: CommonOptions): string[] {
  const flags = answerFlags({ ...NOT_GIVEN, knowledge, addKnowledge });
  return ['arch-advisor', 'verify', shellWord(folder), ...flags];
}

/** A path as a command takes it from the root of its repository: what is written is read by others, elsewhere. */
function inProject(path: string): string {
  const root = repositoryOf(path);
  return root === undefined ? fromHere(path) : relative(root, path) || '.';
}

/** A path as a command takes it from the current folder. */
export function fromHere(path: string): string {
  const here = process.cwd();
  const way = relative(here, path) || '.';
  const isNear = !way.startsWith('..') || repositoryOf(here) === repositoryOf(path);
  return isNear ? way : path;
}

/** Of the place where the user is, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** No folder is made, and none locked, where nothing is to be written. */
async function recordingOf(
  drafts: readonly Draft[],
  left: readonly NotRecorded[],
  { knowledge, convention, options, date }: ToRecord & { readonly date: string },
): Promise<Recording> {
  const { folder, format, from } = convention;
  const { dryRun, renew = false } = options;
  const writing = { folder, knowledge, date, renew };
  if (!dryRun && drafts.length > 0) makeRecordFolder(folder);
  const result =
    dryRun || drafts.length === 0
      ? plannedRecords(drafts, writing)
      : await withFolderLock(folder, () => {
          removeUnfinished(folder);
          return writeRecords(drafts, writing);
        });
  return {
    version: 1,
    knowledge: { version: knowledge.version, sha256: knowledge.sha256 },
    folder: fromHere(folder),
    format,
    ...(from !== undefined && { convention: from }),
    ...(dryRun && { dryRun }),
    ...result,
    notRecorded: left,
  };
}

/** Others may read what is in it. */
const USUAL = 0o777;

/** Throws a `UserError`, also where a link leads nowhere. */
function makeRecordFolder(folder: string): void {
  try {
    makeFolder(folder, USUAL);
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    throw new UserError(
      `The folder \`${visible(folder)}\` cannot be made (${code})`,
      'name another one after --dir',
    );
  }
  if (infoAt(folder).isDirectory()) return;
  throw new UserError(`\`${folder}\` is not a folder`, 'name a folder after --dir');
}
