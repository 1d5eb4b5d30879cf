import { createInterface } from 'node:readline';
import { plain } from '../../common/text.ts';
import type { Context } from '../context.ts';
import type { Ended } from '../terminal/progress.ts';
import { stopOn } from '../terminal/stop.ts';
import { INTERRUPTED, type Offer, type Prompter } from './prompter.ts';

/** Asks line by line: nothing is drawn twice, so that it can be read aloud. */
export function linePrompter(context: Context): Prompter {
  const ask = <T>(question: LineQuestion<T>) => answerTo(question, context);
  return {
    several: (message, offers) => ask(severalOf(message, offers)),
    one: (message, offers) => ask(oneOf(message, offers)),
    found: (message, offers) => ask(foundIn(message, offers)),
    agreed: (message) =>
      ask({
        text: '',
        prompt: `${plain(message)} (y or n, Enter: n): `,
        read: (line) => YES_OR_NO.get(line.toLowerCase()),
        objection: 'type y or n',
      }),
  };
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ['y', true],
  ['yes', true],
  ['n', false],
  ['no', false],
  ['', false],
]);

interface LineQuestion<T> {
  /** What is printed once. */
  readonly text: string;
  readonly prompt: string;
  /** Undefined if a line is not an answer. */
  readonly read: (line: string) => T | undefined;
  readonly objection: string;
}

async function answerTo<T>(
  { text, prompt, read, objection }: LineQuestion<T>,
  { stdin, stderr }: Context,
): Promise<Ended<T>> {
  const stop = stopOn(stderr);
  const lines = createInterface({ input: stdin, output: stderr, terminal: false });
  stderr.write(text);
  lines.setPrompt(prompt);
  const value = await new Promise<T | undefined>((resolve) => {
    const close = () => lines.close();
    stop.signal.addEventListener('abort', close);
    lines.on('close', () => resolve(undefined));
    lines.on('line', (line) => {
      const answer = read(line.trim());
      if (answer === undefined) {
        stderr.write(`Not accepted: ${objection}.\n`);
        lines.prompt();
      } else {
        resolve(answer);
        lines.close();
      }
    });
    lines.prompt();
  });
  stop.release();
  return value === undefined ? { exitCode: stop.exitCode() || INTERRUPTED } : { value };
}

function severalOf(message: string, offers: readonly Offer[]): LineQuestion<string[]> {
  const picked = offers.flatMap(({ isPicked }, index) => (isPicked ? [index + 1] : []));
  return {
    text: listText(message, offers),
    prompt: `Numbers, separated by commas (Enter: ${inShort(picked)}): `,
    read: (line) => {
      const numbers = line === '' ? picked : numbersIn(line, offers.length);
      const values = numbers.flatMap((number) => offers[number - 1]?.value ?? []);
      return values.length === numbers.length && values.length > 0
        ? [...new Set(values)]
        : undefined;
    },
    objection: numbersGo(offers),
  };
}

function oneOf(message: string, offers: readonly Offer[]): LineQuestion<string> {
  return {
    text: listText(message, offers),
    prompt: 'Number (Enter: 1): ',
    read: (line) => offers[(line === '' ? 1 : Number(line)) - 1]?.value,
    objection: numbersGo(offers),
  };
}

/** A list would be too long to be read aloud. */
function foundIn(message: string, offers: readonly Offer[]): LineQuestion<string> {
  return {
    text: '',
    prompt: `${plain(message)} `,
    read: (line) => {
      const wanted = line.toLowerCase();
      const isMeant = ({ value, label, aliases = [] }: Offer) =>
        [value, label, ...aliases].some((text) => text.toLowerCase() === wanted);
      return offers.find(isMeant)?.value;
    },
    objection: 'nothing matches that name',
  };
}

function listText(message: string, offers: readonly Offer[]): string {
  const lines = offers.flatMap(({ label, group }, index) => {
    const line = `${index + 1}. ${plain(label)}`;
    return group === undefined || group === offers[index - 1]?.group
      ? [line]
      : [`${plain(group)}:`, line];
  });
  return ['', plain(message), '', ...lines, ''].map((line) => `${line}\n`).join('');
}

/** `1, 3-5`; 0 stands for anything that is not the number of a line. */
function numbersIn(line: string, most: number): number[] {
  return line.split(/[\s,]+/).flatMap((part) => {
    const [from = 0, to = from] = /^\d+(-\d+)?$/.test(part) ? part.split('-').map(Number) : [];
    const isRange = from >= 1 && from <= to && to <= most;
    return isRange ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [0];
  });
}

/** Numbers that follow each other as a range: `1-11`. */
function inShort(numbers: readonly number[]): string {
  const [first = 0, ...others] = numbers;
  const isRange = others.length > 1 && others.every((each, index) => each === first + index + 1);
  return isRange ? `${first}-${others.at(-1)}` : numbers.join(', ');
}

function numbersGo(offers: readonly Offer[]): string {
  return `enter a number from 1 to ${offers.length}`;
}
