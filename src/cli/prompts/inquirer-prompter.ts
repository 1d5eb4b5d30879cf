import { AbortPromptError, ExitPromptError, Separator } from '@inquirer/core';
import inquirer from 'inquirer';
import { smallest } from '../../common/lists.ts';
import { plain } from '../../common/text.ts';
import { TICKED, UNTICKED } from '../../report/interview/choices.ts';
import { count } from '../../report/words/numbers.ts';
import type { Context } from '../context.ts';
import { prepareKeys } from '../terminal/keys.ts';
import type { Ended } from '../terminal/progress.ts';
import { stopOn } from '../terminal/stop.ts';
import { INTERRUPTED, type Offer, type Prompter } from './prompter.ts';

/** Asks with the prompts of inquirer, drawn on standard error. */
export function inquirerPrompter(context: Context): Prompter {
  const { palette, glyphs } = context.promptStyle;
  const theme = themeOf(context);
  const listed = (offers: readonly Offer[], ...keys: readonly string[]) => {
    const isCut = choicesOf(offers, context).length > pageSize(context);
    const hints = [...(isCut ? ['up, down for more'] : []), ...keys];
    const keysHelpTip = () => palette.faint(` ${hints.join(` ${glyphs.separator} `)}`);
    return {
      pageSize: pageSize(context),
      theme: { ...theme, style: { ...theme.style, keysHelpTip } },
    };
  };
  const choices = (offers: readonly Offer[]) => choicesOf(offers, context);
  const ask = (question: Question) => answerTo(question, context);
  return {
    several: async (message, offers) => {
      const look = { ...listed(offers, 'space pick', 'a all', 'enter continue'), loop: false };
      const rest = { required: true, shortcuts: { all: 'a', invert: null } };
      const question = { type: 'checkbox', message, choices: choices(offers) } as const;
      return as(await ask({ ...question, ...rest, ...look }), (value) =>
        [value].flat().map(String),
      );
    },
    one: async (message, offers) => {
      const look = { ...listed(offers, 'enter choose'), loop: false };
      const question = { type: 'select', message, choices: choices(offers) } as const;
      return as(await ask({ ...question, ...look }), String);
    },
    found: async (message, offers) => {
      const look = listed(offers, 'type to search', 'enter choose');
      const source = (term = '') => choices(withWords(offers, term));
      return as(await ask({ type: 'search', message, source, ...look }), String);
    },
    agreed: async (message) =>
      as(await ask({ type: 'confirm', message, default: false, theme }), Boolean),
  };
}

/** Inquirer does not say of what type an answer is. */
function as<T>(ended: Ended<unknown>, read: (value: unknown) => T): Ended<T> {
  return 'value' in ended ? { value: read(ended.value) } : ended;
}

interface Question extends Readonly<Record<string, unknown>> {
  readonly type: 'checkbox' | 'select' | 'search' | 'confirm';
  readonly message: string;
}

async function answerTo(question: Question, context: Context): Promise<Ended<unknown>> {
  const { stdin, stderr } = context;
  const stop = stopOn(stderr);
  const closed = new AbortController();
  const onClose = () => closed.abort();
  stdin.once('end', onClose);
  prepareKeys(stdin);
  const prompt = inquirer.createPromptModule({
    ...{ input: stdin as NodeJS.ReadStream, output: stderr as NodeJS.WriteStream },
    signal: AbortSignal.any([stop.signal, closed.signal]),
    clearPromptOnDone: true,
  });
  try {
    const named = { ...question, message: plain(question.message), name: 'value' as const };
    const { value } = await prompt([named]);
    return { value };
  } catch (error) {
    if (!(error instanceof ExitPromptError || error instanceof AbortPromptError)) throw error;
    return { exitCode: stop.exitCode() || INTERRUPTED };
  } finally {
    stdin.removeListener('end', onClose);
    stop.release();
  }
}

/** Lines of the message, of the keys and of what may be wrong. */
const AROUND = 5;
const FEWEST = 3;
const USUAL_ROWS = 24;

function pageSize({ stderr }: Context): number {
  return Math.max(FEWEST, (stderr.rows || USUAL_ROWS) - AROUND);
}

function choicesOf(offers: readonly Offer[], { promptStyle }: Context) {
  return offers.flatMap(({ value, label, group, isPicked = false }, index) => {
    const choice = { value, name: plain(label), checked: isPicked };
    if (group === undefined || group === offers[index - 1]?.group) return [choice];
    return [new Separator(promptStyle.palette.faint(plain(group))), choice];
  });
}

/** Those first that begin with the words, and of these the shortest. */
function withWords(offers: readonly Offer[], term: string): Offer[] {
  const wanted = term.trim().toLowerCase();
  const textsOf = ({ value, label, aliases = [] }: Offer) =>
    [label, value, ...aliases].map((text) => text.toLowerCase());
  const rank = (offer: Offer) => {
    const starting = textsOf(offer).filter((text) => text.startsWith(wanted));
    return Math.min(LAST, smallest(starting.map(({ length }) => length)));
  };
  if (wanted === '') return [...offers];
  return offers
    .filter((offer) => textsOf(offer).some((text) => text.includes(wanted)))
    .map((offer) => ({ offer, rank: rank(offer) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ offer }) => offer);
}

/** The rank of what does not begin with the words. */
const LAST = Number.MAX_SAFE_INTEGER;

/** The colours of this program, and no others. */
function themeOf({ promptStyle: { palette, glyphs } }: Context) {
  const { strong, faint, caution } = palette;
  return {
    prefix: { idle: '', done: '' },
    icon: { cursor: glyphs.cursor, checked: ` ${TICKED}`, unchecked: ` ${UNTICKED}` },
    style: {
      answer: same,
      message: strong,
      error: (text: string) => caution(`! ${text}`),
      defaultAnswer: (text: string) => faint(`(${text})`),
      help: faint,
      highlight: strong,
      key: same,
      disabled: faint,
      description: faint,
      searchTerm: same,
      renderSelectedChoices: (choices: readonly unknown[]) => count(choices.length, 'choice'),
    },
  };
}

const same = (text: string) => text;
