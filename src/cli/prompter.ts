import inquirer from 'inquirer';
import { type Question, UNKNOWN } from '../model/question.ts';
import { paragraph } from '../report/layout.ts';
import type { Style } from '../report/style.ts';
import type { Context } from './context.ts';

/** Columns that the sign before a question takes. */
const PREFIX = 2;

/** Asks a person, one question after the other. Every method throws `Interrupted` on Ctrl-C. */
export interface Prompter {
  readonly text: (message: string) => Promise<string>;
  /** The ids of the chosen choices; null for "I don't know". */
  readonly question: (question: Question, position: string) => Promise<readonly string[] | null>;
}

const USUAL_ROWS = 24;
/** What a question needs besides its choices: itself, its explanation, and the line of keys. */
const ROWS_AROUND = 9;
const FEWEST_CHOICES = 4;

/** The person has ended the interview. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** A prompter on the terminal; it draws on standard error, so that standard output holds the result alone. */
export function terminalPrompter({ stdin, stderr, promptStyle: style }: Context): Prompter {
  const prompt = inquirer.createPromptModule({
    input: stdin as NodeJS.ReadStream,
    output: stderr as NodeJS.WriteStream,
  });
  return {
    text: async (message) => {
      const { answer } = await orInterrupted(prompt([{ type: 'input', name: 'answer', message }]));
      return answer;
    },
    question: async (question, position) => {
      const common = {
        name: 'answer',
        message: messageOf(question, position, style),
        choices: choicesOf(question),
        loop: false,
        pageSize: Math.max(FEWEST_CHOICES, (stderr.rows ?? USUAL_ROWS) - ROWS_AROUND),
        theme: { style: { message: nameWhenDone(question.id) } },
      } as const;
      const validate = (chosen: Chosen) => objection(question, chosen) ?? true;
      const { answer } = question.several
        ? await orInterrupted(
            prompt([
              { ...common, type: 'checkbox', validate, shortcuts: { all: null, invert: null } },
            ]),
          )
        : await orInterrupted(prompt([{ ...common, type: 'select' }]));
      const choices: readonly string[] = typeof answer === 'string' ? [answer] : answer;
      return choices.includes(UNKNOWN) ? null : choices;
    },
  };
}

function orInterrupted<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    throw error instanceof Error && error.name === 'ExitPromptError' ? new Interrupted() : error;
  });
}

/** The question, and below it the line that explains it, wrapped between words. */
function messageOf({ ask, help }: Question, position: string, { palette, width }: Style): string {
  const [first = '', ...rest] = paragraph(`${palette.faint(position)} ${ask}`, width - PREFIX);
  const more = rest.map((line) => `${' '.repeat(PREFIX)}${line}`);
  return [first, ...more, ...paragraph(palette.faint(help), width - PREFIX, PREFIX), ''].join('\n');
}

function choicesOf({ choices }: Question) {
  const own = choices.map(({ id, label }) => ({ value: id, name: label, short: label }));
  return [...own, { value: UNKNOWN, name: "I don't know", short: "I don't know" }];
}

/** Once answered, the explanation has done its work. */
function nameWhenDone(name: string) {
  return (text: string, status: string) => (status === 'done' ? name : text);
}

type Chosen = readonly { readonly value: string }[];

/** What speaks against a set of choices; undefined where nothing does. */
function objection({ choices, limit }: Question, chosen: Chosen): string | undefined {
  const ids = chosen.map(({ value }) => value);
  if (ids.length === 0) return 'Pick with the space bar what holds, or the last line';
  const alone = choices.find(({ id, exclusive }) => exclusive && ids.includes(id))?.label;
  const single = ids.includes(UNKNOWN) ? "I don't know" : alone;
  if (ids.length > 1 && single !== undefined) return `"${single}" stands alone`;
  return limit !== undefined && ids.length > limit ? `At most ${limit}` : undefined;
}
