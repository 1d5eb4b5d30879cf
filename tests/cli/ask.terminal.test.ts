import { writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Question } from '../../src/model/question.ts';
import { keys, openTerminal, pasted, type Terminal } from '../support/terminal.ts';

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 120_000 });

const { knowledge } = await loadKnowledge({ knowledge: [], add: [] });
const questions = [...(knowledge?.questions.values() ?? [])];
const NAME = 'What is the system called?';

function folder(): Promise<string> {
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
type Answering = (question: Question, number: number) => number | 'leave';

const second: Answering = (question) => Math.min(1, question.choices.length - 1);
const nothing: Answering = (question) => question.choices.length;

/** Answers one question after the other; `first` is the number of the one at hand. */
async function answerAll(terminal: Terminal, answering: Answering, first = 1): Promise<string[]> {
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
    await terminal.waitFor('q save, quit');
    const question = questionOn(terminal.output());
    asked.push(question.id);
    const index = answering(question, number);
    if (index === 'leave') return asked;
    pick(terminal, question, index);
  }
}

async function named(terminal: Terminal, name = ''): Promise<void> {
  await terminal.waitFor(NAME);
  terminal.type(`${name}${keys.enter}`);
}

/** What stands in the file of answers, by question. */
async function answersIn(place: string, name = 'arch-advisor-answers.yaml') {
  const { answers }: { answers: Record<string, unknown> } = parse(
    await readFile(join(place, name), 'utf8'),
  );
  return answers;
}

function kept(place: string): string {
  return join(place, '.local', 'state', 'arch-advisor', 'interviews');
}

describe('ask in a terminal', () => {
  test('runs from the first question to advice and saved answers, and recommend prints the same', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'database', 'caching'], place);
    await named(asking, 'Test shop');
    const asked = await answerAll(asking, second);
    const { output, exitCode } = await asking.exit;
    expect(exitCode).toBe(0);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThan(questions.length);
    expect(Object.keys(await answersIn(place)).sort()).toEqual(asked.toSorted());
    expect(await readdir(kept(place))).toEqual([]);
    const again = ['recommend', 'database', 'caching', '--answers', 'arch-advisor-answers.yaml'];
    const recommended = await openTerminal(again, place).exit;
    const [advice = ''] = recommended.output.split('\r\nNext, with the same answers');
    expect(advice).toContain('Test shop');
    expect(output).toContain(advice);
    const after = output.slice(output.indexOf(advice) + advice.length);
    expect(after).toMatch(/All 2 decisions are settled after \d+ questions;/);
    expect(after).toContain('Your answers: arch-advisor-answers.yaml');
    expect(after.replace(/ \\\s+/g, ' ')).toContain(`  arch-advisor ${again.join(' ')}\r\n`);
  });

  test('what is pasted fills a text, and picks nothing', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching'], place);
    await asking.waitFor(NAME);
    asking.type(pasted('Test\r\nshop\r1\r'));
    await asking.waitFor('Test shop 1');
    asking.type(keys.enter);
    await asking.waitFor('question 1 ');
    await asking.waitFor('q save, quit');
    asking.type(pasted('1\r2\rq'));
    await asking.waitFor('nothing can be pasted here');
    asking.type('nx');
    await asking.waitFor('x');
    asking.type(`${pasted('y\nz')}${keys.enter}`);
    await asking.waitFor('xy z');
    asking.type('f');
    expect((await asking.exit).exitCode).toBe(0);
    const { system, answers, notes } = parse(
      await readFile(join(place, 'arch-advisor-answers.yaml'), 'utf8'),
    );
    expect({ system, answers }).toEqual({ system: 'Test shop 1', answers: {} });
    expect(Object.values(notes)).toEqual(['xy z']);
  });

  test('what ends it counts, not what is typed after it', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], place);
    await asking.waitFor('q save, quit');
    asking.type(`${keys.enter}fqqu`);
    const { output, exitCode } = await asking.exit;
    expect(exitCode).toBe(0);
    expect(output).toContain('Finished after 1 question');
    expect(Object.keys(await answersIn(place))).toHaveLength(1);
  });

  test('nothing is written where nothing was said', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching', '--set', 'teams=one', '--system', 'X'], place);
    await asking.waitFor('q save, quit');
    asking.type('f');
    const { output, exitCode } = await asking.exit;
    expect(exitCode).toBe(0);
    expect(output).toContain('no file was written');
    expect(output).toMatch(/ {2}arch-advisor ask caching --set teams=one/);
    expect(await readdir(place)).toEqual(['.local']);
    expect(await readdir(kept(place))).toEqual([]);
  });

  test('unknown to everything ends with what is open, and asks nothing twice', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching'], place);
    await named(asking);
    const asked = await answerAll(asking, nothing);
    expect((await asking.exit).exitCode).toBe(0);
    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(Object.values(await answersIn(place)))).toEqual(new Set(['unknown']));
  });

  test('back and edit change an answer, and lose no later one', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'database'], place);
    await named(asking);
    const asked = await answerAll(asking, (question, number) =>
      number === 4 ? 'leave' : second(question, number),
    );
    asking.type('b');
    await asking.waitFor('answered before');
    asking.type(`${keys.up}${keys.down}e`);
    await asking.waitFor('Your answers');
    asking.type(`1${keys.enter}`);
    await asking.waitFor('answered before');
    asking.type(`u`);
    await asking.waitFor('question 4 ');
    asking.type('f');
    expect((await asking.exit).exitCode).toBe(0);
    const answers = await answersIn(place);
    expect(Object.keys(answers).sort()).toEqual(asked.slice(0, 3).sort());
    expect(answers[asked[0] ?? '']).toBe('unknown');
    expect(answers[asked[1] ?? '']).not.toBe('unknown');
  });

  test('a note goes into the file of answers', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], place);
    await asking.waitFor('q save, quit');
    asking.type('n');
    await asking.waitFor('esc cancel');
    asking.type(`asked Bob${keys.enter}`);
    await asking.waitFor('asked Bob');
    asking.type(keys.enter);
    await asking.waitFor('question 2 ');
    asking.type('f');
    await asking.exit;
    const { notes } = parse(await readFile(join(place, 'arch-advisor-answers.yaml'), 'utf8'));
    expect(Object.values(notes)).toEqual(['asked Bob']);
  });

  test('goes on after Ctrl-Z with what was being typed', async () => {
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], await folder());
    await asking.waitFor('q save, quit');
    asking.type('nhalf');
    await asking.waitFor('half');
    asking.type(keys.suspend);
    await asking.waitFor('\u001b[?25h');
    // Told to go on again and again, as it may not have stopped yet.
    const goingOn = setInterval(() => asking.kill('SIGCONT'), 50);
    onTestFinished(() => clearInterval(goingOn));
    await asking.waitFor('half');
    asking.type(` a note${keys.enter}`);
    await asking.waitFor('half a note');
    await asking.waitFor('question 1 ');
    asking.type('q');
    expect((await asking.exit).exitCode).toBe(130);
  });

  test('takes Escape and the key that comes with it for two', async () => {
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], await folder());
    await asking.waitFor('q save, quit');
    asking.type('s');
    await asking.waitFor('How it stands');
    asking.type(`${keys.escape}${keys.enter}`);
    await asking.waitFor('question 2 ');
    asking.type('q');
    expect((await asking.exit).exitCode).toBe(130);
  });

  test('tells why it asks, and how all stands', async () => {
    const asking = openTerminal(['ask', 'database', 'caching', '--system', 'X'], await folder());
    await asking.waitFor('q save, quit');
    asking.type('?');
    await asking.waitFor('Why: it can still change');
    asking.type('s');
    await asking.waitFor('Caching');
    asking.type(`${keys.escape}`);
    await asking.waitFor('question 1 ');
    asking.type(keys.interrupt);
    expect((await asking.exit).exitCode).toBe(130);
  });

  test('what flags answer is not asked', async () => {
    const given = questions.slice(1).flatMap(({ id }) => ['--set', `${id}=unknown`]);
    const asking = openTerminal(['ask', '--system', 'X', '--brief', ...given], await folder());
    const asked = await answerAll(asking, second);
    expect((await asking.exit).exitCode).toBe(0);
    expect(asked).toEqual([questions[0]?.id]);
  });

  test('--review goes through what is given', async () => {
    const place = await folder();
    const given = ['--set', 'teams=one', '--set', 'writes=800'];
    const asking = openTerminal(['ask', 'database', '--system', 'X', '--review', ...given], place);
    const asked = await answerAll(asking, (_, number) => (number === 3 ? 'leave' : 0));
    asking.type('f');
    await asking.exit;
    expect(asked.slice(0, 2).sort()).toEqual(['teams', 'writes']);
    expect(Object.keys(await answersIn(place)).sort()).toEqual(['teams', 'writes']);
  });
});

describe('an interview that is left', () => {
  test.each([
    ['Ctrl-C', (terminal: Terminal) => terminal.type(keys.interrupt), 130],
    ['q', (terminal: Terminal) => terminal.type('q'), 130],
    ['SIGTERM', (terminal: Terminal) => terminal.kill('SIGTERM'), 143],
  ])('by %s goes on with the same bytes as one that was not', async (_, leave, code) => {
    const whole = await folder();
    const steady = openTerminal(['ask', 'database', '--system', 'Shop'], whole);
    await answerAll(steady, second);
    const expected = await steady.exit;

    const place = await folder();
    const leaving = openTerminal(['ask', 'database', '--system', 'Shop'], place);
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
  });

  test('from a review goes on with it, and is kept when it is left again at once', async () => {
    const place = await folder();
    const given = ['teams=one', 'writes=800', 'staleness=never'].flatMap((set) => ['--set', set]);
    const asking = openTerminal(['ask', 'database', '--system', 'X', '--review', ...given], place);
    const asked = await answerAll(asking, (_, number) => (number === 2 ? 'leave' : 0));
    asking.type('q');
    await asking.exit;
    for (const leave of ['q', keys.interrupt]) {
      const again = openTerminal(['ask', '--resume'], place);
      await again.waitFor('answered before');
      again.type(leave);
      expect((await again.exit).output).toContain('Your answers are kept');
    }
    const going = openTerminal(['ask', '--resume'], place);
    const more = await answerAll(going, (_, number) => (number === 4 ? 'leave' : 0), 2);
    going.type('f');
    await going.exit;
    expect([...asked.slice(0, 1), ...more.slice(0, 2)].toSorted()).toEqual([
      'staleness',
      'teams',
      'writes',
    ]);
  });

  test('is told to be at its end where it is, and asks nothing', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'undo-style', '--system', 'X', '--save', 'a.yaml'], place);
    await answerAll(asking, (question, number) => {
      writeFileSync(join(place, 'a.yaml'), 'answers: {}\n');
      return second(question, number);
    });
    const { output, exitCode } = await asking.exit;
    expect(exitCode).toBe(2);
    expect(output).toContain('`a.yaml` exists');
    const [name = ''] = await readdir(kept(place));
    const resumed = ['ask', '--resume', join(kept(place), name), '--save', 'b.yaml'];
    const going = await openTerminal(resumed, place).exit;
    expect(going.exitCode).toBe(0);
    expect(going.output).toContain('Your answers: b.yaml');
    expect(going.output).not.toContain('q save');
    expect(await readdir(kept(place))).toEqual([]);
  });

  test('by SIGHUP keeps every answer', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching', '--system', 'Shop'], place);
    await answerAll(asking, (question, number) =>
      number === 3 ? 'leave' : second(question, number),
    );
    asking.kill('SIGHUP');
    expect((await asking.exit).exitCode).toBe(129);
    const [name = ''] = (await readdir(kept(place))).filter((each) => each.endsWith('.yaml'));
    expect(Object.keys(await answersIn(kept(place), name))).toHaveLength(2);
  });
});

test('two interviews at once keep apart, and save apart', async () => {
  const place = await folder();
  const both = ['One', 'Two'].map((system) =>
    openTerminal(['ask', 'caching', '--system', system], place),
  );
  await Promise.all(both.map((each) => answerAll(each, second)));
  const codes = await Promise.all(both.map(async ({ exit }) => (await exit).exitCode));
  expect(codes).toEqual([0, 0]);
  const names = ['arch-advisor-answers.yaml', 'arch-advisor-answers-2.yaml'];
  const systems = await Promise.all(
    names.map(async (name) => parse(await readFile(join(place, name), 'utf8')).system),
  );
  expect(systems.toSorted()).toEqual(['One', 'Two']);
});

test('of several that were left the last is gone on with, and the others are counted', async () => {
  const place = await folder();
  for (const system of ['One', 'Two']) {
    const asking = openTerminal(['ask', 'caching', '--system', system], place);
    await answerAll(asking, (question, number) =>
      number === 2 ? 'leave' : second(question, number),
    );
    asking.type('q');
    await asking.exit;
  }
  const going = openTerminal(['ask', '--resume'], place);
  await going.waitFor('1 other interview is kept in');
  await going.waitFor('question 2 ');
  going.type('f');
  expect((await going.exit).output).toContain('Two ·');
  expect(await readdir(kept(place))).toHaveLength(1);
});

test('an interview in use is not gone on with', async () => {
  const place = await folder();
  const asking = openTerminal(['ask', 'caching', '--system', 'Shop'], place);
  await asking.waitFor('q save, quit');
  const { output, exitCode } = await openTerminal(['ask', '--resume'], place).exit;
  expect(exitCode).toBe(2);
  expect(output).toContain('in use');
  asking.type(keys.interrupt);
  await asking.exit;
});

describe('a terminal', () => {
  test('of 40 by 10 holds each question', async () => {
    const small = { columns: 40, rows: 10 };
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], await folder(), small);
    for (let number = 1; number < 5; number += 1) {
      await asking.waitFor(`question ${number} `);
      await asking.waitFor('f q');
      asking.type('u');
    }
    asking.type(keys.interrupt);
    expect((await asking.exit).exitCode).toBe(130);
  });

  test('may change its size in the middle', async () => {
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], await folder());
    await asking.waitFor('q save, quit');
    asking.resize({ columns: 50, rows: 12 });
    await asking.waitFor('question 1 ');
    asking.resize({ columns: 120, rows: 40 });
    await asking.waitFor('question 1 ');
    await asking.waitFor('Caching');
    asking.type(keys.enter);
    await asking.waitFor('question 2 ');
    asking.type(keys.interrupt);
    expect((await asking.exit).exitCode).toBe(130);
  });

  test('that cannot draw is asked line by line, as --accessible and ACCESSIBLE=1 ask', async () => {
    const ways: [string[], Record<string, string>][] = [
      [['--accessible'], {}],
      [[], { ACCESSIBLE: '1' }],
      [[], { TERM: 'dumb' }],
    ];
    for (const [flags, env] of ways) {
      const place = await folder();
      const asking = openTerminal(['ask', 'caching', ...flags], place, { env });
      await asking.waitFor(NAME);
      asking.type(`Shop${keys.enter}`);
      await asking.waitFor('q save and quit');
      asking.type(`9${keys.enter}`);
      await asking.waitFor('the numbers go from 1 to');
      asking.type(`1${keys.enter}`);
      await asking.waitFor('uestion 2');
      asking.type(`b${keys.enter}`);
      await asking.waitFor('uestion 1');
      asking.type(`u${keys.enter}`);
      await asking.waitFor('uestion 2');
      asking.type(`?${keys.enter}`);
      await asking.waitFor('can still change');
      asking.type(`f${keys.enter}`);
      const { output, exitCode } = await asking.exit;
      expect(exitCode).toBe(0);
      expect(Object.values(await answersIn(place))).toEqual(['unknown']);
      expect(output).not.toContain('\u001b');
    }
  });
});

test('two that begin with one file lose nothing that the other said', async () => {
  const place = await folder();
  await writeFile(join(place, 'a.yaml'), 'system: X\nanswers: { teams: one }\n');
  const flags = ['ask', 'caching', '--answers', 'a.yaml', '--save', 'a.yaml'];
  const both = [openTerminal(flags, place), openTerminal(flags, place)];
  for (const [index, asking] of both.entries()) {
    await asking.waitFor('q save, quit');
    asking.type(`${keys.down.repeat(index)}${keys.enter}`);
    await asking.waitFor('question 2 ');
  }
  const codes: number[] = [];
  for (const asking of both) {
    asking.type('f');
    codes.push((await asking.exit).exitCode);
  }
  expect(codes).toEqual([0, 2]);
  expect(both[1]?.output()).toContain('`a.yaml` has changed since its answers were read');
  expect((await readdir(kept(place))).filter((name) => name.endsWith('.yaml'))).toHaveLength(1);
});

test('answers of another system are not overwritten', async () => {
  const place = await folder();
  const theirs = 'system: Other\nanswers: { teams: one }\n';
  await writeFile(join(place, 'theirs.yaml'), theirs);
  const { output, exitCode } = await openTerminal(['ask', '--save', 'theirs.yaml'], place).exit;
  expect(exitCode).toBe(2);
  expect(output).toContain('`theirs.yaml` exists');
  expect(await readFile(join(place, 'theirs.yaml'), 'utf8')).toBe(theirs);
});

test('a file that cannot be written is refused before the first question', async () => {
  const { output, exitCode } = await openTerminal(
    ['ask', '--save', 'nowhere/mine.yaml'],
    await folder(),
  ).exit;
  expect(exitCode).toBe(2);
  expect(output).toContain('cannot be written');
  expect(output).not.toContain(NAME);
});
