import { buffer } from 'node:stream/consumers';
import { readAnswerText, readPin } from '../knowledge/answer.ts';
import { parseAnswerSheet } from '../knowledge/answer-sheet.ts';
import { didYouMean } from '../knowledge/closest.ts';
import { decodeText } from '../knowledge/decode-text.ts';
import { readText } from '../knowledge/load.ts';
import type { Answer, AnswerSheet, Answers } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { plain } from '../model/plain.ts';
import { UserError } from '../model/user-error.ts';
import type { Context } from './context.ts';
import type { AnswerOptions } from './options.ts';

/** Everything that the options say about the system: `--set` over `--answers` over `--profile`, per question. */
export async function answersInUse(
  options: AnswerOptions,
  knowledge: KnowledgeBase,
  context: Context,
): Promise<AnswerSheet> {
  const profile = options.profile === undefined ? [] : [profileSheet(options.profile, knowledge)];
  const file =
    options.answers === undefined ? [] : [await fileSheet(options.answers, knowledge, context)];
  const flags = flagSheet(options, knowledge);
  const sheets = [...profile, ...file, flags];
  const system = sheets.findLast((sheet) => sheet.system !== undefined)?.system;
  const scope = sheets.findLast((sheet) => sheet.scope !== undefined)?.scope;
  return {
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    answers: new Map(sheets.flatMap(({ answers }) => [...answers])),
    pins: new Map(sheets.flatMap(({ pins }) => [...pins])),
    notes: new Map(sheets.flatMap(({ notes }) => [...notes])),
  };
}

/** Only what is known: an `unknown` hides an answer of a weaker source, and is no answer itself. */
export function knownAnswers({ answers }: AnswerSheet): Answers {
  return new Map([...answers].flatMap(([id, answer]) => (answer === null ? [] : [[id, answer]])));
}

function profileSheet(name: string, knowledge: KnowledgeBase): AnswerSheet {
  const profile = knowledge.profiles.get(name);
  if (profile === undefined) {
    const hint = didYouMean(
      name,
      knowledge.profiles.keys(),
      '`arch-advisor list profiles` names them all',
    );
    throw new UserError(`Unknown profile \`${name}\``, hint);
  }
  return parseAnswerSheet({ file: profile.place.file, text: profile.text }, knowledge);
}

async function fileSheet(
  path: string,
  knowledge: KnowledgeBase,
  { stdin }: Context,
): Promise<AnswerSheet> {
  const source =
    path === '-' ? decodeText('standard input', await buffer(stdin)) : await readText(path);
  return parseAnswerSheet(source, knowledge);
}

function flagSheet({ set, pin, system }: AnswerOptions, knowledge: KnowledgeBase): AnswerSheet {
  const answers = set.map((flag): [string, Answer | null] => {
    const [id, value] = splitFlag('--set', 'question=choice', flag);
    return [id, readAnswerText(knowledge, id, value)];
  });
  const pins = pin.map((flag): [string, readonly string[]] => {
    const [id, value] = splitFlag('--pin', 'decision=alternative', flag);
    return [
      id,
      readPin(
        knowledge,
        id,
        value.split(',').map((each) => each.trim()),
      ),
    ];
  });
  return {
    ...(system !== undefined && { system: plain(system) }),
    answers: new Map(answers),
    pins: new Map(pins),
    notes: new Map(),
  };
}

function splitFlag(name: string, shape: string, flag: string): [string, string] {
  const at = flag.indexOf('=');
  if (at > 0 && at < flag.length - 1) return [flag.slice(0, at).trim(), flag.slice(at + 1).trim()];
  throw new UserError(`\`${flag}\` after ${name} is not \`${shape}\``, `write ${name} ${shape}`);
}
