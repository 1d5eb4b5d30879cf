import { createHash } from 'node:crypto';
import { knownAnswers } from '../../common/answers.ts';
import { UserError } from '../../common/user-error.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Verification, VerifiedRecord } from '../../model/verification.ts';
import { findingKey, findingsIn, type KnownFinding, withBaseline } from '../../records/baseline.ts';
import { failsOn } from '../../records/failures.ts';
import { type VerifyFormat, verifyFormats } from '../../report/verify/formats.ts';
import { goneText, writtenText } from '../../report/verify/remarks.ts';
import { verificationSummary } from '../../report/verify/text.ts';
import type { VerifyView } from '../../report/verify/verify-view.ts';
import { remarkContradictions } from '../answers/answer-problems.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import { answerFlags } from '../answers/flag-sheet.ts';
import type { Context } from '../context.ts';
import { knowledgeToDecide } from '../knowledge-in-use.ts';
import { type AnswerOptions, NOT_GIVEN } from '../options.ts';
import { baselineIn, refuseOtherFile, writeBaseline } from '../records/baseline-file.ts';
import { readRecordFolder } from '../records/record-folder.ts';
import { namesWithRecords } from '../records/recorded-names.ts';
import { remarkOthers } from '../records/records-about.ts';
import { type FoundRecord, recordsFound } from '../records/records-found.ts';
import { mayBeAbout, verifyRecords } from '../records/verify-records.ts';
import { PATIENCE, withProgress } from '../terminal/progress.ts';

export interface VerifyOptions extends AnswerOptions {
  readonly folder?: string;
  readonly strict?: boolean;
  readonly format?: VerifyFormat;
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

/** Decides the records of a folder again; 1 if one fails: see `failsOn`. */
export async function run(options: VerifyOptions, context: Context): Promise<number> {
  const known = knownFindings(options);
  const folder = options.folder ?? (await usualFolder());
  const found = recordsFound(readRecordFolder(folder));
  refuseNone(found, folder);
  const knowledge = await knowledgeToDecide(options, context);
  const facts = await answersInUse(options, knowledge, context);
  remarkContradictions(knowledge, knownAnswers(facts), context);
  remarkOthers(found, { folder, facts }, context);
  const task = verifyRecords(found, { knowledge, facts });
  const ended = await withProgress(task, context.stderr, PATIENCE);
  if ('exitCode' in ended) {
    context.remark('Interrupted\n');
    return ended.exitCode;
  }
  const verification = compared(ended.value, { known, options }, context);
  const strict = options.strict === true;
  const fails = (record: VerifiedRecord) => failsOn(record, { strict });
  print(verification, { found, knowledge, facts, options, fails }, context);
  return verification.records.some(fails) ? 1 : 0;
}

/** Where the project keeps its records. */
async function usualFolder(): Promise<string> {
  const { conventionAt } = await import('../records/convention.ts');
  return conventionAt(process.cwd(), {}).folder;
}

/** To be read before anything takes time. Throws a `UserError`. */
function knownFindings({
  baseline,
  writeBaseline: written,
}: VerifyOptions): readonly KnownFinding[] {
  if (written !== undefined) refuseOtherFile(written);
  return baseline === undefined ? [] : baselineIn(baseline);
}

/** A record counts even if it is not decided again. Throws a `UserError` if there is none. */
function refuseNone(found: readonly FoundRecord[], folder: string): void {
  const isOther = (each: FoundRecord) =>
    each.kind === 'skipped' && ['other-tool', 'link'].includes(each.skipped.because);
  if (!found.every(isOther)) return;
  const others =
    found.length === 0 ? 'no Markdown file' : 'no Markdown file that `adr` has written';
  throw new UserError(
    `There are no records in \`${folder}\`, as it has ${others}`,
    'name the folder of the records; `arch-advisor adr` writes them',
  );
}

interface Known {
  readonly known: readonly KnownFinding[];
  readonly options: VerifyOptions;
}

/** Marks known findings; those that are written to a baseline are known from then on. */
function compared(
  verification: Verification,
  { known, options: { baseline, writeBaseline: written } }: Known,
  { remark }: Context,
): Verification {
  const { records } = verification;
  if (written !== undefined) {
    const findings = findingsIn(records);
    writeBaseline(written, records);
    remark(writtenText(findings.length, written));
    return { ...verification, records: withBaseline(records, findings).records };
  }
  const marked = withBaseline(records, known);
  if (baseline !== undefined && marked.gone.length > 0) remark(goneText(marked.gone, baseline));
  return { ...verification, records: marked.records };
}

interface Printed extends Pick<VerifyView, 'fails'> {
  readonly found: readonly FoundRecord[];
  readonly knowledge: KnowledgeBase;
  readonly facts: AnswerSheet;
  readonly options: VerifyOptions;
}

function print(verification: Verification, printed: Printed, context: Context): void {
  const { found, knowledge, options, fails } = printed;
  const { folder, json } = options;
  const format = options.format ?? (json ? 'json' : 'text');
  const view = {
    ...{ knowledge, fails, fingerprint, style: context.style },
    names: namesWithRecords(found, knowledge),
    flagsFor: (record: VerifiedRecord) => flagsFor(record, printed),
    ...(folder !== undefined && { folder }),
  };
  context.print(verifyFormats[format](verification, view));
  if (format === 'github' || format === 'sarif') {
    context.remark(`${verificationSummary(verification)}\n`);
  }
}

/** A record gives its own answers again; a profile would be weaker than they are, and stands for all of them. */
function flagsFor({ file }: VerifiedRecord, { found, facts, options }: Printed): string[] {
  const { knowledge, addKnowledge, profile, answers } = options;
  const own = found.find((each) => each.kind === 'usable' && each.head.file === file);
  const isOther = own?.kind === 'usable' && !mayBeAbout(own.record, facts);
  if (isOther) return answerFlags({ ...NOT_GIVEN, knowledge, addKnowledge, answers: [file] });
  return answerFlags({ ...options, answers: profile === undefined ? [file, ...answers] : answers });
}

function fingerprint(record: VerifiedRecord): string {
  return createHash('sha256').update(findingKey(record)).digest('hex');
}
