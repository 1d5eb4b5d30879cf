import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Question } from '../../src/model/question.ts';
import { keys, openTerminal, type Terminal } from '../support/terminal.ts';

const { knowledge } = await loadKnowledge({ knowledge: [], add: [] });
const questions = [...(knowledge?.questions.values() ?? [])];

test('an interview runs from the first prompt to advice and saved answers, and recommend prints the same', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arch-advisor-'));
  const asking = openTerminal(['ask'], folder);
  await asking.waitFor('What is the system called?');
  asking.type(`Test shop${keys.enter}`);
  const expected = await answerEverything(asking);
  const { output, exitCode } = await asking.exit;
  expect(exitCode).toBe(0);

  const file = join(folder, 'arch-advisor-answers.yaml');
  const saved = parse(await readFile(file, 'utf8'));
  expect(saved.system).toBe('Test shop');
  expect(saved.answers).toEqual(expected);

  const advice = output.slice(output.lastIndexOf('Saved in')).replace(/^.*\r\n\r\n/, '');
  expect(advice).toContain('Test shop');
  const recommending = openTerminal(['recommend', '--answers', file], folder);
  const recommended = await recommending.exit;
  expect(recommended.exitCode).toBe(0);
  expect(recommended.output).toBe(advice);
});

/** Takes the second choice of every question, and "I don't know" for every fifth; returns what should be saved. */
async function answerEverything(terminal: Terminal): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (let number = 1; number <= questions.length; number += 1) {
    const screen = await terminal.waitFor(`${number}/${questions.length} `);
    const question = questionOn(screen.slice(screen.lastIndexOf('? ')));
    await terminal.waitFor('navigate');
    const index = number % 5 === 0 ? question.choices.length : 1;
    terminal.type(`${keys.down.repeat(index)}${question.several ? keys.space : ''}${keys.enter}`);
    answers[question.id] = answerAt(question, index);
  }
  return answers;
}

function questionOn(screen: string): Question {
  const question = questions.find(({ ask }) => screen.includes(ask.slice(0, 30)));
  if (question === undefined) throw new Error(`No question known in:\n${screen}`);
  return question;
}

/** As the file has it; after the last choice stands "I don't know". */
function answerAt({ choices, several }: Question, index: number): unknown {
  const choice = choices[index]?.id;
  if (choice === undefined) return 'unknown';
  return several ? [choice] : choice;
}

test('Ctrl-C saves what is answered, says where, and ends with 130', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arch-advisor-'));
  const asking = openTerminal(['ask', 'database', '--save', 'mine.yaml'], folder);
  await asking.waitFor('What is the system called?');
  asking.type(keys.enter);
  await asking.waitFor("I don't know");
  asking.type(keys.enter);
  await asking.waitFor('2/');
  asking.type(keys.interrupt);
  const { output, exitCode } = await asking.exit;
  expect(exitCode).toBe(130);
  expect(output).toContain('arch-advisor ask database --answers mine.yaml');
  const saved = parse(await readFile(join(folder, 'mine.yaml'), 'utf8'));
  expect(Object.keys(saved.answers)).toHaveLength(1);
});

test('what flags answer is not asked', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arch-advisor-'));
  const given = questions.slice(1).flatMap(({ id }) => ['--set', `${id}=unknown`]);
  const asking = openTerminal(['ask', '--system', 'X', '--brief', ...given], folder);
  await asking.waitFor('1/1 ');
  await asking.waitFor("I don't know");
  asking.type(keys.enter);
  const { output, exitCode } = await asking.exit;
  expect(exitCode).toBe(0);
  expect(output).toContain('1 of 33 answers'.replace('33', String(questions.length)));
});

test('an answer is on disk as soon as it is given, whatever ends the program', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arch-advisor-'));
  const asking = openTerminal(['ask', 'caching', '--save', 'mine.yaml'], folder);
  await asking.waitFor('saved at once in mine.yaml');
  await asking.waitFor('What is the system called?');
  asking.type(`Shop${keys.enter}`);
  await asking.waitFor("I don't know");
  asking.type(keys.enter);
  await asking.waitFor('2/');
  asking.kill('SIGTERM');
  await asking.exit;
  const saved = parse(await readFile(join(folder, 'mine.yaml'), 'utf8'));
  expect(saved.system).toBe('Shop');
  expect(Object.keys(saved.answers)).toHaveLength(1);
});

test('answers of another system are not overwritten', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arch-advisor-'));
  const theirs = 'system: Other\nanswers: { teams: one }\n';
  await writeFile(join(folder, 'theirs.yaml'), theirs);
  const asking = openTerminal(['ask', '--save', 'theirs.yaml'], folder);
  const { output, exitCode } = await asking.exit;
  expect(exitCode).toBe(2);
  expect(output).toContain('`theirs.yaml` exists');
  expect(await readFile(join(folder, 'theirs.yaml'), 'utf8')).toBe(theirs);
});

test('a file that cannot be written is refused before the first question', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arch-advisor-'));
  const asking = openTerminal(['ask', '--save', 'nowhere/mine.yaml'], folder);
  const { output, exitCode } = await asking.exit;
  expect(exitCode).toBe(2);
  expect(output).toContain('cannot be written');
  expect(output).not.toContain('What is the system called?');
});
