import type { Understood } from '../../knowledge/answers/entries.ts';
import type { Answer, AnswerSheet, Answers, Pins } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { answersInUse, profileInUse, sheetFrom } from '../answers/answers-in-use.ts';
import type { Context } from '../context.ts';
import type { AnswerOptions } from '../options.ts';
import type { LineRead } from './read-line.ts';

/** What holds for every line: flags lie over it, a file and a profile under it. */
export interface Layers {
  readonly under: readonly AnswerSheet[];
  readonly over: AnswerSheet;
}

/** Reads the answer options. Throws a `UserError`. */
export async function layersFrom(
  options: AnswerOptions,
  knowledge: KnowledgeBase,
  context: Context,
): Promise<Layers> {
  const { profile: _, answers, ...flags } = options;
  const weakest = await profileInUse(options, knowledge, context);
  const weak = answers === undefined ? [] : [await sheetFrom(answers, knowledge, context)];
  return { under: [weakest, ...weak], over: await answersInUse(flags, knowledge, context) };
}

/** What is known of one system. */
export interface SystemSheet extends Pick<AnswerSheet, 'system' | 'scope'> {
  readonly answers: Answers;
  readonly pins: Pins;
}

/** Puts a line between the layers, question by question. */
export function layered({ under, over }: Layers) {
  const common = new Map(under.flatMap(({ answers }) => [...answers]));
  const pinned = new Map(under.flatMap(({ pins }) => [...pins]));
  const nameIn = (field: 'system' | 'scope', line: LineRead) =>
    over[field] ?? line[field] ?? under.findLast((sheet) => sheet[field] !== undefined)?.[field];
  const [base, top] = [known(common), [...over.answers]];

  return (line: LineRead, understood: readonly Understood[]): SystemSheet => {
    const answers = new Map(base);
    const pins = new Map(pinned);
    for (const each of understood) {
      if (each.subject === 'question') answer(answers, each.id, each.answer);
      else pins.set(each.id, each.pin);
    }
    for (const [id, said] of top) answer(answers, id, said);
    for (const [id, pin] of over.pins) pins.set(id, pin);
    const system = nameIn('system', line);
    const scope = nameIn('scope', line);
    return {
      ...(system !== undefined && { system }),
      ...(scope !== undefined && { scope }),
      ...{ answers, pins },
    };
  };
}

function known(answers: AnswerSheet['answers']): Map<string, Answer> {
  const base = new Map<string, Answer>();
  for (const [id, said] of answers) answer(base, id, said);
  return base;
}

/** `unknown` hides what a weaker layer says, and is no answer itself. */
function answer(answers: Map<string, Answer>, id: string, said: Answer | null): void {
  if (said === null) answers.delete(id);
  else answers.set(id, said);
}
