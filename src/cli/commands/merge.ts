import { resolve } from 'node:path';
import { knownAnswers } from '../../common/answers.ts';
import { plain, shellWord, visible } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import type { MergeRequest, Person } from '../../engine/merge/common-ground.ts';
import { merge } from '../../engine/merge/merge.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Merged } from '../../model/merged.ts';
import { json } from '../../report/json.ts';
import { mergedText } from '../../report/merge/merged-text.ts';
import { namesIn } from '../../report/words/names.ts';
import { placeForAnswers, saveAnswers } from '../answers/answer-file.ts';
import { refusePinsAtOdds, remarkContradictions } from '../answers/answer-problems.ts';
import { answersInUse, sheetFrom } from '../answers/answers-in-use.ts';
import type { Context } from '../context.ts';
import { knowledgeToDecide } from '../knowledge-in-use.ts';
import type { AnswerOptions } from '../options.ts';
import { refuseStandardInputTwice, STANDARD_INPUT } from '../standard-input.ts';
import { PATIENCE, withProgress } from '../terminal/progress.ts';

export interface MergeOptions extends AnswerOptions {
  readonly files: readonly string[];
  readonly save?: string;
  readonly full?: boolean;
}

/** Combines the answers of several people; differences are not a failure: 0. */
export async function run(options: MergeOptions, context: Context): Promise<number> {
  refuseOddFiles(options);
  const knowledge = await knowledgeToDecide(options, context);
  const { save } = options;
  const path =
    save === undefined
      ? undefined
      : await placeForAnswers({ save }, () => 'name another file after --save');
  const request = await requestFrom(options, knowledge, context);
  const ended = await withProgress(merge(knowledge, request), context.stderr, PATIENCE);
  if ('exitCode' in ended) {
    context.remark('Interrupted\n');
    return ended.exitCode;
  }
  const { merged, sheet } = ended.value;
  refusePinsAtOdds(knowledge, sheet.pins);
  remarkNames(request, context);
  remarkContradictions(knowledge, knownAnswers(sheet), context);
  print(merged, { knowledge, options }, context);
  if (path !== undefined) {
    await saveAnswers(path, sheet, knowledge);
    const next = `arch-advisor ask --answers ${shellWord(path)}`;
    context.remark(`Saved to ${visible(path)}; to answer what is open, run ${next}\n`);
  }
  return 0;
}

function print(
  merged: Merged,
  { knowledge, options }: { readonly knowledge: KnowledgeBase; readonly options: MergeOptions },
  { print, style }: Context,
): void {
  const isFull = options.full === true;
  const view = { knowledge, names: namesIn(knowledge), style, isFull };
  print(options.json ? json(merged) : mergedText(merged, view));
}

function refuseOddFiles({ files, answers }: MergeOptions): void {
  const [first = ''] = files;
  if (files.length < 2) {
    throw new UserError(`Nothing to merge \`${first}\` with`, 'name at least two answer files');
  }
  refuseStandardInputTwice([...files, ...answers]);
  const paths = files.map((file) => resolve(file));
  const twice = files.find((_, index) => paths.indexOf(paths[index] ?? '') !== index);
  if (twice === undefined) return;
  throw new UserError(`\`${twice}\` is named twice`, 'name each file once');
}

/** The profile counts less than what people say; flags, and a file after --answers, count more. */
async function requestFrom(
  options: MergeOptions,
  knowledge: KnowledgeBase,
  context: Context,
): Promise<MergeRequest> {
  const under = await answersInUse(options, knowledge, context, ['profile']);
  const people: Person[] = [];
  for (const path of options.files) {
    const file = path === STANDARD_INPUT ? 'standard input' : path;
    people.push({ file, sheet: await sheetFrom(path, knowledge, context) });
  }
  const over = await answersInUse(options, knowledge, context, ['file', 'flags']);
  return { people, under, over };
}

/** Answers to different systems are seldom meant to be combined. */
function remarkNames({ people, over }: MergeRequest, { remark }: Context): void {
  for (const field of ['system', 'scope'] as const) {
    const names = new Set(people.flatMap(({ sheet }) => sheet[field] ?? []));
    if (names.size < 2 || over[field] !== undefined) continue;
    const list = [...names].map((name) => `\`${plain(name)}\``).join(', ');
    remark(`The files differ in ${field}: ${list}\n`);
  }
}
