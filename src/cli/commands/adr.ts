import { knownAnswers } from '../../common/answers.ts';
import { shellWord } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import { json } from '../../report/json.ts';
import { indexPage } from '../../report/record/index-page.ts';
import { recordingText } from '../../report/record/recording-text.ts';
import { plainNames } from '../../report/words/names.ts';
import { remarkContradictions } from '../answers/answer-problems.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import { answerFlags } from '../answers/flag-sheet.ts';
import type { Context } from '../context.ts';
import { knowledgeToDecide } from '../knowledge-in-use.ts';
import { decisionsNamed } from '../names/decisions-named.ts';
import type { AnswerOptions } from '../options.ts';
import { type Convention, conventionAt, type Wanted } from '../records/convention.ts';
import { listRecords } from '../records/list-records.ts';
import {
  fromHere,
  type RecordOptions,
  recordDecisions,
  verifyWords,
} from '../records/record-decisions.ts';

export interface AdrOptions extends AnswerOptions, Wanted, RecordOptions {
  readonly decisions: readonly string[];
  readonly index?: boolean;
}

/** Writes decision records in the team's own convention; 1 if a decision that was named could not be recorded. */
export async function run(options: AdrOptions, context: Context): Promise<number> {
  const convention = conventionAt(process.cwd(), options);
  if (options.index) return printIndex(convention, options, context);
  const knowledge = await knowledgeToDecide(options, context);
  const named = await decisionsNamed(options.decisions, knowledge, context);
  const sheet = await answersInUse(options, knowledge, context);
  refuseNothing(sheet);
  remarkContradictions(knowledge, knownAnswers(sheet), context);
  const ended = await recordDecisions({ knowledge, sheet, named, convention, options }, context);
  if ('exitCode' in ended) {
    context.remark('Interrupted\n');
    return ended.exitCode;
  }
  const { value: recording } = ended;
  const view = {
    names: plainNames(knowledge),
    style: context.style,
    verify: verifyWords(fromHere(convention.folder), options),
    ask: ['arch-advisor', 'ask', ...named.map(shellWord), ...answerFlags(options)],
  };
  context.print(options.json ? json(recording) : recordingText(recording, view));
  return named.length > 0 && recording.notRecorded.length > 0 ? 1 : 0;
}

function refuseNothing({ answers, pins }: AnswerSheet): void {
  if (pins.size > 0 || [...answers.values()].some((answer) => answer !== null)) return;
  throw new UserError(
    'No question is answered, so there is nothing to record',
    'run `arch-advisor ask --save system.yaml`, then `arch-advisor adr --answers system.yaml`; --profile and --set answer questions too',
    3,
  );
}

/** A list of the records in the folder, of whichever tool. */
function printIndex(
  { folder }: Convention,
  { json: isJson }: AdrOptions,
  { print }: Context,
): number {
  const records = listRecords(folder);
  print(
    isJson
      ? json({ version: 1, folder: fromHere(folder), records })
      : indexPage(records, 'arch-advisor adr --index'),
  );
  return 0;
}
