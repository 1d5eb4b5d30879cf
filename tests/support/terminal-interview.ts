import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { Question } from '../../src/model/question.ts';
import { builtInKnowledge } from './loaded-knowledge.ts';
import { keys, openTerminal, type Terminal } from './terminal.ts';

const { questions: all } = await builtInKnowledge();
export const questions = [...all.values()];
export const NAME = 'What is the system called?';

export function folder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'arch-advisor-'));
}

/** The question that was drawn last. */
function questionOn(output: string): Question {
  const flat = output.replace(/\s+/g, ' ');
  const places = questions.map((question) => ({ question, at: flat.lastIndexOf(question.ask) }));
  const [last] = places.toSorted((a, b) => b.at - a.at);
  if (last === undefined || last.at === -1) throw new Error(`No question known in:\n${output}`);
  return last.question;
}

/** Points at a choice, counted from 0, and picks it; behind the last one it is not known. */
function pick(terminal: Terminal, question: Question, index: number): void {
  terminal.type(keys.down.repeat(index));
  if (question.several && index < question.choices.length) terminal.type(keys.space);
  terminal.type(keys.enter);
}

/** What is done with each question; the interview ends by itself, or where it is left. */
export type Answering = (question: Question, number: number) => number | 'leave';

export const second: Answering = (question) => Math.min(1, question.choices.length - 1);
export const nothing: Answering = (question) => question.choices.length;

/** Answers one question after the other; `first` is the number of the one at hand. */
export async function answerAll(
  terminal: Terminal,
  answering: Answering,
  first = 1,
): Promise<string[]> {
  const asked: string[] = [];
  for (let number = first; ; number += 1) {
    const isOver = await Promise.race([
      terminal.waitFor(`question ${number} `).then(
        () => false,
        () => true,
      ),
      terminal.exit.then(() => true),
    ]);
    if (isOver) return asked;
    await terminal.waitFor('q save');
    const question = questionOn(terminal.output());
    asked.push(question.id);
    const index = answering(question, number);
    if (index === 'leave') return asked;
    pick(terminal, question, index);
  }
}

export async function named(terminal: Terminal, name = ''): Promise<void> {
  await terminal.waitFor(NAME);
  terminal.type(`${name}${keys.enter}`);
}

/** What stands in the file of answers, by question. */
export async function answersIn(place: string, name = 'arch-advisor-answers.yaml') {
  const { answers }: { answers: Record<string, unknown> } = parse(
    await readFile(join(place, name), 'utf8'),
  );
  return answers;
}

export function kept(place: string): string {
  return join(place, '.local', 'state', 'arch-advisor', 'interviews');
}

/** An interview that is left, and gone on with, ends with the same bytes as one that was not. */
export async function expectSameAfter(
  leave: (terminal: Terminal) => void,
  code: number,
): Promise<void> {
  const whole = await folder();
  const steady = openTerminal(['ask', 'database', '--thorough', '--system', 'Shop'], whole);
  await answerAll(steady, second);
  const expected = await steady.exit;

  const place = await folder();
  const leaving = openTerminal(['ask', 'database', '--thorough', '--system', 'Shop'], place);
  await answerAll(leaving, (question, number) =>
    number === 3 ? 'leave' : second(question, number),
  );
  leave(leaving);
  const left = await leaving.exit;
  expect(left.exitCode).toBe(code);
  const [name = ''] = await readdir(kept(place));
  expect(left.output).toContain(name);
  expect(left.output).toContain('\u001b[?25h');

  const going = openTerminal(['ask', '--resume'], place);
  await answerAll(going, second, 3);
  const gone = await going.exit;
  expect(gone.exitCode).toBe(0);
  expect(await readFile(join(place, 'arch-advisor-answers.yaml'), 'utf8')).toBe(
    await readFile(join(whole, 'arch-advisor-answers.yaml'), 'utf8'),
  );
  const advice = ({ output }: { output: string }) => output.slice(output.indexOf('Shop ·'));
  expect(advice(gone)).toBe(advice(expected));
  expect(await readdir(kept(place))).toEqual([]);
}
