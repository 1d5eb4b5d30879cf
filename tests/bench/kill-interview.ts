import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import type { Question } from '../../src/model/question.ts';
import { type Random, randomFrom } from '../support/engine-random-answers.ts';
import { keys, openTerminal, type Terminal } from '../support/terminal.ts';
import { compare, finalIn, finalSheet, keptIn, type Memory, sheetOnDisk } from './left-behind.ts';
import { drawn } from './random-sheets.ts';

/**
 * Holds interviews in a pseudo-terminal, kills them at random moments so that nothing can be tidied up, and looks at
 * what is on the disk: it must be whole, and hold each answer whose next question was on the screen. The next life goes
 * on with it. Numbers after the command are the seed, and how many times to kill.
 */
const SEED = Number(process.argv[2] ?? 1);
const KILLS = Number(process.argv[3] ?? 200);
/** Milliseconds from the start of the program to the kill, at most, where it is killed before anything is answered. */
const AFTER_START = 1_500;
const LONGEST_WAIT = 30_000;
/** Milliseconds between two looks at the screen. */
const GLANCE = 2;
/** Milliseconds from an answer to the next question, before any was waited for. */
const USUAL_WAIT = 100;
const MOST_KEYS = 6;
const SIZE = { columns: 200, rows: 40 };

const { knowledge } = await loadKnowledge({ knowledge: [], add: [] });
if (knowledge === undefined) throw new Error('The built-in knowledge is unreadable');
const home = await mkdtemp(join(tmpdir(), 'arch-advisor-'));
try {
  process.exitCode = (await killAgainAndAgain(knowledge)) ? 0 : 1;
} finally {
  await rm(home, { recursive: true, force: true });
}

interface Counts {
  kills: number;
  /** Killed before a question was on the screen. */
  early: number;
  /** The answer that was being given was on the disk, or was not. */
  kept: number;
  lost: number;
  /** Answers found on the disk, over all kills. */
  answers: number;
  /** Interviews that were gone on with. */
  resumed: number;
  /** Interviews that came to their end. */
  ended: number;
}

async function killAgainAndAgain(knowledge: KnowledgeBase): Promise<boolean> {
  const random = randomFrom(SEED);
  const counts = { kills: 0, early: 0, kept: 0, lost: 0, answers: 0, resumed: 0, ended: 0 };
  const waits: number[] = [];
  const failures: string[] = [];
  let memory: Memory = { sure: new Map() };
  while (counts.kills < KILLS) {
    const { kills } = counts;
    process.stderr.write(`\r${kills} of ${KILLS} kills, ${failures.length} failures `);
    try {
      memory = await oneLife(memory, { knowledge, random, counts, waits });
    } catch (error) {
      failures.push(`kill ${counts.kills}: ${error instanceof Error ? error.message : error}`);
      await rm(home, { recursive: true, force: true });
      await mkdir(home);
      memory = { sure: new Map() };
      counts.kills = kills + 1;
    }
  }
  process.stderr.write('\n');
  print(
    `Seed ${SEED}: killed ${counts.kills} times, ${counts.early} of them before a question was asked`,
  );
  print(`${counts.resumed} interviews gone on with, ${counts.ended} came to their end`);
  print(
    `${counts.answers} answers on the disk after kills; of those being given ${counts.kept} were kept, ${counts.lost} were not`,
  );
  print(
    `${Math.round(longestDelay({ waits }) / 2)} ms from an answer to the next question, in the median`,
  );
  print(`${failures.length} failures`);
  for (const failure of failures) print(failure);
  return failures.length === 0;
}

interface World {
  readonly knowledge: KnowledgeBase;
  /** Milliseconds from an answer to the next question, of all that were waited for. */
  readonly waits: number[];
  readonly random: Random;
  readonly counts: Counts;
}

/** Starts or goes on, answers some questions, and ends by being killed, or where there is nothing left to ask. */
async function oneLife(before: Memory, world: World): Promise<Memory> {
  const isResumed = (await keptIn(home)).length > 0;
  if (!isResumed && before.sure.size > 0) throw new Error('the interview is gone');
  const terminal = openTerminal(isResumed ? ['ask', '--resume'] : fresh(world.random), home, SIZE);
  try {
    const memory: Memory = { sure: new Map(before.sure) };
    const isKilled = await live(terminal, { memory, isResumed }, world);
    return isKilled ? await look(await killed(terminal), memory, world) : { sure: new Map() };
  } catch (error) {
    await killed(terminal);
    throw error;
  }
}

/** Everything that it had printed. */
async function killed(terminal: Terminal): Promise<string> {
  terminal.kill('SIGKILL');
  return (await terminal.exit).output;
}

/** True when it is time to kill; false where the interview came to its end, and was looked at. */
async function live(
  terminal: Terminal,
  { memory, isResumed }: { readonly memory: Memory; readonly isResumed: boolean },
  world: World,
): Promise<boolean> {
  const { random, counts } = world;
  if (below(random, 10) === 0) {
    await setTimeout(below(random, AFTER_START));
    counts.early += 1;
  } else if (await answerSome(terminal, memory, world)) {
    if (isResumed) counts.resumed += 1;
  } else {
    await checkEnd(terminal, memory, world);
    return false;
  }
  counts.kills += 1;
  return true;
}

function fresh(random: Random): string[] {
  const order = below(random, 4) === 0 ? ['--order', 'file'] : [];
  return ['ask', '--system', 'Shop', ...order];
}

/** True when it is time to kill; false where the interview is at its end. */
async function answerSome(terminal: Terminal, memory: Memory, world: World): Promise<boolean> {
  const { random, knowledge } = world;
  let at = await questionAfter(terminal, undefined, knowledge);
  for (let left = below(random, MOST_KEYS); at !== undefined; left -= 1) {
    if (memory.sure.has(at.id)) throw new Error(`\`${at.id}\` is asked again`);
    const { answer, typed } = someAnswer(at, random);
    memory.pending = { question: at.id, answer };
    terminal.type(typed);
    if (left <= 0) {
      await setTimeout(random() * longestDelay(world));
      return true;
    }
    const start = Date.now();
    at = await questionAfter(terminal, at, knowledge);
    world.waits.push(Date.now() - start);
    confirm(memory);
  }
  return false;
}

/** A kill comes before the answer is on the disk about as often as after it. */
function longestDelay({ waits }: Pick<World, 'waits'>): number {
  const middle = waits.toSorted((a, b) => a - b)[Math.trunc(waits.length / 2)];
  return 2 * (middle ?? USUAL_WAIT);
}

function confirm(memory: Memory): void {
  const { pending, sure } = memory;
  if (pending !== undefined) sure.set(pending.question, pending.answer);
  delete memory.pending;
}

/** Keys that answer a question in one go, and what they say. */
function someAnswer({ choices, several, limit = 3 }: Question, random: Random) {
  if (below(random, 5) === 0) return { answer: null, typed: 'u' };
  const reachable = choices.slice(0, 9);
  const free = reachable.filter(({ exclusive }) => !exclusive);
  const picked = several
    ? drawn(free, 1 + below(random, Math.min(limit, free.length)), random)
    : drawn(reachable, 1, random);
  const typed = picked.map((each) => `${choices.indexOf(each) + 1}${several ? keys.space : ''}`);
  const ids = choices.filter((each) => picked.includes(each)).map(({ id }) => id);
  return { answer: { choices: ids }, typed: `${typed.join('')}${keys.enter}` };
}

/** The question on the screen, as soon as it is another one; undefined when the program has ended. */
async function questionAfter(
  terminal: Terminal,
  before: Question | undefined,
  knowledge: KnowledgeBase,
): Promise<Question | undefined> {
  let isOver = false;
  void terminal.exit.then(() => {
    isOver = true;
  });
  for (const start = Date.now(); Date.now() - start < LONGEST_WAIT; await setTimeout(GLANCE)) {
    const shown = questionIn(terminal.output(), knowledge);
    if (shown !== undefined && shown !== before) return shown;
    if (isOver) return undefined;
  }
  throw new Error(`no question after \`${before?.id}\` in:\n${terminal.output().slice(-3_000)}`);
}

/** The one that was drawn last. */
function questionIn(output: string, { questions }: KnowledgeBase): Question | undefined {
  const text = stripVTControlCharacters(output);
  const places = [...questions.values()].map((question) => ({
    question,
    place: text.lastIndexOf(question.ask.slice(0, 30)),
  }));
  const last = places.toSorted((a, b) => b.place - a.place)[0];
  return last === undefined || last.place === -1 ? undefined : last.question;
}

/** Reads what a killed program has left; throws where it is not what it must be. */
async function look(output: string, memory: Memory, world: World): Promise<Memory> {
  const { knowledge, counts } = world;
  const shown = questionIn(output, knowledge);
  if (memory.pending && shown && shown.id !== memory.pending.question) confirm(memory);
  const sheet = await sheetOnDisk(home, memory, knowledge);
  compare(sheet, memory);
  const { pending } = memory;
  if (pending) counts[sheet?.answers.has(pending.question) ? 'kept' : 'lost'] += 1;
  counts.answers += sheet?.answers.size ?? 0;
  const isOver = (await keptIn(home)).length === 0;
  if (isOver) await clearFinal();
  return { sure: new Map(isOver ? [] : sheet?.answers) };
}

/** Of an interview that came to its end by itself. */
async function checkEnd(terminal: Terminal, memory: Memory, world: World): Promise<void> {
  const { exitCode, output } = await terminal.exit;
  if (exitCode !== 0) throw new Error(`it ended with ${exitCode}:\n${output.slice(-2_000)}`);
  confirm(memory);
  const kept = await keptIn(home);
  const [name] = await finalIn(home);
  if (kept.length > 0 || name === undefined) throw new Error('it ended without its answers');
  compare(await finalSheet(join(home, name), world.knowledge), memory);
  world.counts.ended += 1;
  await clearFinal();
}

async function clearFinal(): Promise<void> {
  for (const name of await finalIn(home)) await rm(join(home, name));
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
