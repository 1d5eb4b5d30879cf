import { knownAnswers } from '../../common/answers.ts';
import { visible } from '../../common/text.ts';
import { advise } from '../../engine/advice/advise.ts';
import type { Advice } from '../../model/advice.ts';
import { savedNames } from '../../report/formats/advice-names.ts';
import { type AdviceFormat, adviceFormats } from '../../report/formats/formats.ts';
import { type Names, namesIn } from '../../report/words/names.ts';
import { type FormatOptions, formatFor } from '../advice-format.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import type { Context } from '../context.ts';
import { knowledgeInUse, knowledgeToDecide } from '../knowledge-in-use.ts';
import { decisionsNamed } from '../names/decisions-named.ts';
import type { AnswerOptions } from '../options.ts';
import { type OutputOptions, outputFileFor, writeOutput } from '../output-file.ts';

interface ReportOptions extends AnswerOptions, OutputOptions, FormatOptions {
  readonly decisions: readonly string[];
  readonly from?: string;
}

/** Prints the whole advice as a document, or writes it to a file. */
export async function run(options: ReportOptions, context: Context): Promise<number> {
  const { output, from } = options;
  const format = formatFor(options, output === '-' ? undefined : output);
  const place = await outputFileFor(options, context);
  if ('exitCode' in place) {
    context.remark('Interrupted\n');
    return place.exitCode;
  }
  const file = place.value;
  const { advice, names } =
    from === undefined
      ? await newAdvice(options, context)
      : await oldAdvice(from, options, context);
  const text = adviceFormats[format](advice, names);
  if (file === undefined) {
    context.print(text);
    return 0;
  }
  writeOutput(file, asFile(text, format));
  context.remark(`Saved to ${visible(file.path)}\n`);
  return 0;
}

interface Reported {
  readonly advice: Advice;
  readonly names: Names;
}

async function newAdvice(options: ReportOptions, context: Context): Promise<Reported> {
  const knowledge = await knowledgeToDecide(options, context);
  const decisions = await decisionsNamed(options.decisions, knowledge, context);
  const sheet = await answersInUse(options, knowledge, context);
  const advice = advise(knowledge, { ...sheet, answers: knownAnswers(sheet), decisions });
  return { advice, names: namesIn(knowledge) };
}

/** Only this needs a schema. */
async function oldAdvice(
  from: string,
  options: ReportOptions,
  context: Context,
): Promise<Reported> {
  const { savedAdviceIn } = await import('../saved-advice.ts');
  const knowledge = await knowledgeInUse(options, context);
  const advice = await savedAdviceIn(from, { named: options.decisions, knowledge }, context);
  return { advice, names: savedNames(advice, namesIn(knowledge)) };
}

/** Without a byte order mark, Excel takes a CSV file for text in an older encoding; other spreadsheets skip the mark. */
const BYTE_ORDER_MARK = '\uFEFF';

function asFile(text: string, format: AdviceFormat): string {
  return format === 'csv' ? `${BYTE_ORDER_MARK}${text}` : text;
}
