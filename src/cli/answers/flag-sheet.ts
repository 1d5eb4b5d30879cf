import { grouped } from '../../common/lists.ts';
import { plain, shellWord } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import type { ReadAnswerSheet } from '../../knowledge/answers/answer-sheet.ts';
import {
  type Entry,
  oldIdsIn,
  readEntries,
  type Understood,
} from '../../knowledge/answers/entries.ts';
import { membersOf, subjectMeant } from '../../knowledge/answers/subjects.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { AnswerOptions } from '../options.ts';

/**
 * What `--set`, `--pin` and `--system` say. Several `--set` of a question add up where several choices may be picked, else
 * the last one counts; pins must agree.
 */
export function flagSheet(
  { set, pin, system }: Pick<AnswerOptions, 'set' | 'pin' | 'system'>,
  knowledge: KnowledgeBase,
): ReadAnswerSheet {
  const all = readEntries(knowledge, [...answerEntries(set, knowledge), ...pin.map(pinEntry)]);
  return {
    ...(system !== undefined && { system: plain(system) }),
    answers: new Map(
      all.flatMap((each) => (each.subject === 'question' ? [[each.id, each.answer]] : [])),
    ),
    pins: pinsIn(all),
    notes: new Map(),
    ...oldIdsIn(all),
  };
}

/** An empty value takes back what a weaker source says. */
function answerEntries(set: readonly string[], knowledge: KnowledgeBase): Entry[] {
  const flags = set.map((flag) => splitFlag('--set', 'question=choice', flag));
  const byQuestion = grouped(flags, ([id]) => subjectMeant(knowledge, 'question', id));
  return [...byQuestion].map(([id, own]): Entry => {
    const question = knowledge.questions.get(id);
    const [written, last] = own.at(-1) ?? ['', ''];
    const isOne = own.length < 2 || !question?.several;
    const raw = isOne ? last : own.flatMap(([, text]) => membersOf(question, text));
    return { subject: 'question', id: written, raw };
  });
}

function pinEntry(flag: string): Entry {
  const [id, text] = splitFlag('--pin', 'decision=alternative', flag);
  if (text === '') throw wrongShape('--pin', 'decision=alternative', flag);
  return { subject: 'decision', id, raw: text.split(',').map((each) => each.trim()) };
}

function splitFlag(name: string, shape: string, flag: string): [string, string] {
  const at = flag.indexOf('=');
  if (at > 0) return [flag.slice(0, at).trim(), flag.slice(at + 1).trim()];
  throw wrongShape(name, shape, flag);
}

function wrongShape(name: string, shape: string, flag: string): UserError {
  return new UserError(`\`${flag}\` after ${name} is not \`${shape}\``, `write ${name} ${shape}`);
}

/** Throws a `UserError` where two flags pin one decision differently. */
function pinsIn(all: readonly Understood[]): Map<string, readonly string[]> {
  const pins = new Map<string, readonly string[]>();
  for (const each of all) {
    if (each.subject !== 'decision') continue;
    const { id, pin } = each;
    const [before, now] = [(pins.get(id) ?? pin).join(','), pin.join(',')];
    if (before !== now) {
      throw new UserError(
        `\`${id}\` is pinned to \`${before}\` and to \`${now}\``,
        `keep one of --pin ${id}=${before} and --pin ${id}=${now}`,
      );
    }
    pins.set(id, pin);
  }
  return pins;
}

/** The flags that give the same knowledge, answers and pins again. */
export function answerFlags(options: Omit<AnswerOptions, 'system'>): string[] {
  const { set, answers, profile, pin, knowledge, addKnowledge } = options;
  const flag = (name: string) => (value: string) => `${name} ${shellWord(value)}`;
  return [
    ...knowledge.map(flag('--knowledge')),
    ...addKnowledge.map(flag('--add-knowledge')),
    ...(profile === undefined ? [] : [profile]).map(flag('--profile')),
    ...answers.map(flag('--answers')),
    ...pin.map(flag('--pin')),
    ...set.map(flag('--set')),
  ];
}
