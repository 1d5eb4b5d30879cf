import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inFileOrder } from '../../src/interview/next-question.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Question } from '../../src/model/question.ts';
import { type Random, randomFrom } from '../support/engine-random-answers.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';
import { below, questionIn, type Step, someStep, until } from './interview-steps.ts';
import {
  compare,
  finalAt,
  finalIn,
  foundIn,
  isThat,
  keptIn,
  leaveUnfinished,
  type Progress,
  START,
} from './left-behind.ts';

/**
 * Holds interviews in a pseudo-terminal, kills them at random moments so that nothing can be tidied up, and looks at
 * what is on the disk: it must be whole, and hold all that the screen had shown to be done. The next life goes on with
 * it, beside what the dead one left. Numbers after the command are the seed, and how many times to kill.
 */
const SEED = Number(process.argv[2] ?? 1);
const KILLS = Number(process.argv[3] ?? 200);
/** Milliseconds from the start of the program to the kill, at most, where it is killed before anything is answered. */
const AFTER_START = 1_500;
/** Milliseconds from a key to what it does, before any was waited for. */
const USUAL_WAIT = 100;
const MOST_STEPS = 10;
/** What the interviews are about. */
const DECISIONS = ['database', 'caching', 'load-balancing'];
/** One of so many interviews that are gone on with is looked at again. */
const REVIEWS = 8;
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
  /** Killed at a moment that does not depend on what is on the screen. */
  early: number;
  /** Interviews that were gone on with, and those whose answers were looked at again. */
  resume: number;
  review: number;
  /** Interviews that came to their end. */
  ended: number;
  /** Answers and notes found on the disk, over all kills. */
  answers: number;
  notes: number;
  /** How often what was being done was on the disk, and how often it was not. */
  readonly steps: Record<Step['kind'], { kept: number; lost: number }>;
}

interface World {
  readonly knowledge: KnowledgeBase;
  /** Milliseconds from a key to what it does, of all that were waited for. */
  readonly waits: number[];
  readonly random: Random;
  readonly counts: Counts;
}

async function killAgainAndAgain(knowledge: KnowledgeBase): Promise<boolean> {
  const world: World = { knowledge, random: randomFrom(SEED), counts: noCounts(), waits: [] };
  const { counts } = world;
  const failures: string[] = [];
  let sure: Progress | undefined;
  while (counts.kills < KILLS) {
    const { kills } = counts;
    process.stderr.write(`\r${kills} of ${KILLS} kills, ${failures.length} failures `);
    try {
      sure = await oneLife(sure, world);
    } catch (error) {
      failures.push(`kill ${counts.kills}: ${error instanceof Error ? error.message : error}`);
      await rm(home, { recursive: true, force: true });
      await mkdir(home);
      sure = undefined;
      counts.kills = kills + 1;
    }
  }
  process.stderr.write('\n');
  print(resultText(world));
  print([`${failures.length} failures`, ...failures]);
  return failures.length === 0;
}

function noCounts(): Counts {
  const none = () => ({ kept: 0, lost: 0 });
  const begun = { start: none(), resume: none(), review: none() };
  const steps = { ...begun, answer: none(), edit: none(), note: none() };
  const sums = { kills: 0, early: 0, resume: 0, review: 0, ended: 0, answers: 0, notes: 0 };
  return { ...sums, steps };
}

function resultText({ counts, waits }: World): string[] {
  const { kills, early, resume, review, ended, answers, notes, steps } = counts;
  const done = Object.entries(steps).map(
    ([kind, { kept, lost }]) => `${kind} ${kept} of ${kept + lost}`,
  );
  return [
    `Seed ${SEED}: killed ${kills} times, ${early} of them before anything was answered`,
    `${resume} interviews gone on with, ${review} looked at again, ${ended} came to their end`,
    `${answers} answers and ${notes} notes on the disk after kills`,
    `Of what was being done these were on the disk already: ${done.join(', ')}`,
    `${Math.round(longestDelay({ waits }) / 2)} ms from a key to what it does, in the median`,
  ];
}

/** Starts or goes on, does something, and ends by being killed, or where there is nothing left to ask. */
async function oneLife(before: Progress | undefined, world: World): Promise<Progress | undefined> {
  const isResumed = (await keptIn(home)).length > 0;
  if (!isResumed && before !== undefined) throw new Error('the interview is gone');
  if (isResumed) await leaveUnfinished(home);
  const isReviewed = before?.toReview.length === 0 && below(world.random, REVIEWS) === 0;
  const args = isResumed ? resumed(isReviewed) : fresh(world.random);
  const terminal = openTerminal(['ask', ...args], home, SIZE);
  try {
    const step = beginning(before, isReviewed, world);
    const doing = await live(terminal, { ...(before && { sure: before }), step }, world);
    return doing && (await look(await killed(terminal), doing, world));
  } catch (error) {
    await killed(terminal);
    throw error;
  }
}

function fresh(random: Random): string[] {
  const order = below(random, 4) === 0 ? ['--order', 'file'] : [];
  return [...DECISIONS, '--thorough', '--system', 'Shop', ...order];
}

function resumed(isReviewed: boolean): string[] {
  return ['--resume', ...(isReviewed ? ['--review'] : [])];
}

/** Done as soon as a question is on the screen. */
function beginning(before: Progress | undefined, isReviewed: boolean, { knowledge }: World): Step {
  const isShown = (output: string) => questionIn(output, knowledge) !== undefined;
  if (before === undefined) return { kind: 'start', pending: START, isShown };
  if (!isReviewed) return { kind: 'resume', pending: before, isShown };
  const toReview = inFileOrder([...before.answers.keys()], knowledge);
  return { kind: 'review', pending: { ...before, toReview }, isShown };
}

/** What is done when the program is killed, and what the screen had shown to be done before; nothing at first. */
interface Doing {
  readonly sure?: Progress;
  readonly step: Step;
}

/** What is to be killed; undefined where the interview came to its end, and was looked at. */
async function live(terminal: Terminal, first: Doing, world: World): Promise<Doing | undefined> {
  const { random, knowledge, counts } = world;
  if (below(random, 10) === 0) {
    await setTimeout(below(random, AFTER_START));
    counts.early += 1;
    return first;
  }
  let { step } = first;
  for (let left = below(random, MOST_STEPS); ; left -= 1) {
    const start = Date.now();
    if (!(await until(terminal, step.isShown))) return checkEnd(terminal, step.pending, world);
    const sure = step.pending;
    if (step === first.step) countBeginning(step, counts);
    else world.waits.push(Date.now() - start);
    const at = nextQuestion(terminal, sure, knowledge);
    step = await someStep({ terminal, knowledge, at, sure }, random);
    if (left > 0) continue;
    await setTimeout(random() * longestDelay(world));
    return { sure, step };
  }
}

/** A kill comes before something is on the disk about as often as after it. */
function longestDelay({ waits }: Pick<World, 'waits'>): number {
  const middle = waits.toSorted((a, b) => a - b)[Math.trunc(waits.length / 2)];
  return 2 * (middle ?? USUAL_WAIT);
}

function countBeginning({ kind }: Step, counts: Counts): void {
  if (kind === 'resume' || kind === 'review') counts[kind] += 1;
}

function nextQuestion(
  terminal: Terminal,
  { answers, toReview }: Progress,
  knowledge: KnowledgeBase,
): Question {
  const at = questionIn(terminal.output(), knowledge);
  if (at === undefined) throw new Error('no question is on the screen');
  const [review] = toReview;
  const isExpected = review === undefined ? !answers.has(at.id) : at.id === review;
  if (!isExpected) throw new Error(`\`${at.id}\` is asked, and not ${review ?? 'something new'}`);
  return at;
}

/** Everything that it had printed. */
async function killed(terminal: Terminal): Promise<string> {
  terminal.kill('SIGKILL');
  return (await terminal.exit).output;
}

/** Reads what a killed program has left; throws where it is not what it must be. What to go on with, if there is anything. */
async function look(
  output: string,
  { sure, step }: Doing,
  { knowledge, counts }: World,
): Promise<Progress | undefined> {
  const { kind, pending } = step;
  const isDone = step.isShown(output);
  const found = await foundIn(home, knowledge);
  compare(found, isDone ? { sure: pending } : { ...(sure && { sure }), pending });
  const isKept = found !== undefined && isThat(found, pending);
  counts.kills += 1;
  counts.answers += found?.answers.size ?? 0;
  counts.notes += found?.notes.size ?? 0;
  if (!isDone) counts.steps[kind][isKept ? 'kept' : 'lost'] += 1;
  await clearFinal();
  if ((await keptIn(home)).length === 0) return undefined;
  return isKept ? pending : sure;
}

/** Of an interview that came to its end by itself. */
async function checkEnd(terminal: Terminal, sure: Progress, world: World): Promise<undefined> {
  const { exitCode, output } = await terminal.exit;
  if (exitCode !== 0) throw new Error(`it ended with ${exitCode}:\n${output.slice(-2_000)}`);
  const kept = await keptIn(home);
  const [name] = await finalIn(home);
  if (kept.length > 0 || name === undefined) throw new Error('it ended without its answers');
  compare(await finalAt(join(home, name), world.knowledge), { sure });
  world.counts.ended += 1;
  await clearFinal();
}

async function clearFinal(): Promise<void> {
  for (const name of await finalIn(home)) await rm(join(home, name));
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
