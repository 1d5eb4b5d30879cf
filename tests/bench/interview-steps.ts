import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { isOpposite } from '../../src/common/exclusive-choices.ts';
import type { Answer } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Choice, Question } from '../../src/model/question.ts';
import type { Random } from '../support/engine-random-answers.ts';
import { compatible, drawn } from '../support/random-sheets.ts';
import { keys, type Terminal } from '../support/terminal.ts';
import type { Progress } from './left-behind.ts';

/** An interview on a terminal, at a question. */
export interface Asked {
  readonly terminal: Terminal;
  readonly knowledge: KnowledgeBase;
  readonly at: Question;
  /** What has been done so far. */
  readonly sure: Progress;
}

/** Something that is being done: its last key has been sent, or the program been started. */
export interface Step {
  readonly kind: 'start' | 'resume' | 'review' | 'answer' | 'edit' | 'note';
  /** What it makes of what has been done so far. */
  readonly pending: Progress;
  /** Whether what is printed shows that it is done. */
  readonly isShown: (output: string) => boolean;
}

const LONGEST_WAIT = 30_000;
/** Milliseconds between two looks at the screen. */
const GLANCE = 2;
const MOST_BACK = 3;
/** Where a line is nearly full, less is said of the key. */
const LAST_KEY = 'q save';

/** Answers mostly; now and then changes an answer given before, or writes a note. */
export function someStep(asked: Asked, random: Random): Promise<Step> | Step {
  const drawn = below(random, 5);
  if (drawn === 0) return noted(asked, random);
  return drawn === 1 ? edited(asked, random) : answered(asked, random);
}

function answered({ terminal, knowledge, at, sure }: Asked, random: Random): Step {
  const { answer, typed } = someAnswer(at, sure.answers.get(at.id)?.choices ?? [], random);
  terminal.type(typed);
  const { answers, asked, toReview } = sure;
  return {
    kind: 'answer',
    pending: {
      ...sure,
      answers: new Map(answers).set(at.id, answer),
      asked: asked.includes(at.id) ? asked : [...asked, at.id],
      toReview: toReview.filter((id) => id !== at.id),
    },
    isShown: (output) => (questionIn(output, knowledge) ?? at).id !== at.id,
  };
}

/** Goes back, if there is anything to go back to. */
async function edited(asked: Asked, random: Random): Promise<Step> {
  const { terminal, knowledge, sure } = asked;
  let { at } = asked;
  for (let left = 1 + below(random, MOST_BACK); left > 0; left -= 1) {
    const before = knowledge.questions.get(idBefore(at.id, sure) ?? '');
    if (before === undefined) break;
    terminal.type('b');
    await until(terminal, (output) => questionIn(output, knowledge) === before);
    at = before;
  }
  const step = answered({ ...asked, at }, random);
  return at === asked.at ? step : { ...step, kind: 'edit' };
}

function idBefore(id: string, { asked }: Progress): string | undefined {
  const place = asked.indexOf(id);
  return place === -1 ? asked.at(-1) : asked[place - 1];
}

async function noted({ terminal, at, sure }: Asked, random: Random): Promise<Step> {
  const text = `note${String(below(random, 1e6)).padStart(6, '0')}`;
  const before = terminal.output().length;
  const has = (words: string) => (output: string) =>
    stripVTControlCharacters(output.slice(before)).includes(words);
  terminal.type('n');
  await until(terminal, has('remember about your answer'));
  // What was noted before is there to be changed.
  const old = sure.notes.get(at.id) ?? '';
  terminal.type(`${'\u007f'.repeat(old.length)}${text}`);
  await until(terminal, has(text));
  terminal.type(keys.enter);
  return {
    kind: 'note',
    pending: { ...sure, notes: new Map(sure.notes).set(at.id, text) },
    isShown: has(`Your note: ${text}`),
  };
}

/** Keys that answer a question in one go, and what they say. */
function someAnswer(
  question: Question,
  ticked: readonly string[],
  random: Random,
): { readonly answer: Answer | null; readonly typed: string } {
  const { choices, several, limit = 3 } = question;
  if (below(random, 5) === 0) return { answer: null, typed: 'u' };
  const reachable = choices.slice(0, 9);
  const free = reachable.filter(({ exclusive }) => !exclusive);
  const drawnFree = drawn(free, 1 + below(random, Math.min(limit, free.length)), random);
  const kept = compatible(
    choices,
    drawnFree.map(({ id }) => id),
  );
  const picked = several ? free.filter(({ id }) => kept.includes(id)) : drawn(reachable, 1, random);
  const isPressed = (each: Choice) => {
    if (!several || !ticked.includes(each.id)) return picked.includes(each);
    return !picked.includes(each) && !picked.some((one) => isOpposite(one, each));
  };
  const typed = reachable.flatMap((each, place) =>
    isPressed(each) ? [`${place + 1}${several ? keys.space : ''}`] : [],
  );
  const ids = choices.filter((each) => picked.includes(each)).map(({ id }) => id);
  return { answer: { choices: ids }, typed: `${typed.join('')}${keys.enter}` };
}

/** True as soon as it holds of what is printed; false where the program has ended before. */
export async function until(
  terminal: Terminal,
  holds: (output: string) => boolean,
): Promise<boolean> {
  let isOver = false;
  void terminal.exit.then(() => {
    isOver = true;
  });
  for (const start = Date.now(); Date.now() - start < LONGEST_WAIT; await setTimeout(GLANCE)) {
    if (holds(terminal.output())) return true;
    if (isOver) return false;
  }
  throw new Error(`nothing happens after:\n${terminal.output().slice(-3_000)}`);
}

/** The one that was drawn last, with its keys; the advice at the end names questions as well. */
export function questionIn(output: string, { questions }: KnowledgeBase): Question | undefined {
  const all = stripVTControlCharacters(output);
  const text = all.slice(0, Math.max(0, all.lastIndexOf(LAST_KEY)));
  const places = [...questions.values()].map((question) => ({
    question,
    place: text.lastIndexOf(question.ask.slice(0, 30)),
  }));
  const last = places.toSorted((a, b) => b.place - a.place)[0];
  return last === undefined || last.place === -1 ? undefined : last.question;
}

export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}
