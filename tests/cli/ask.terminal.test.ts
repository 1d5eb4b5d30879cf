import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { keys, openTerminal, pasted } from '../support/terminal.ts';

import {
  answerAll,
  answersIn,
  expectSameAfter,
  folder,
  kept,
  NAME,
  named,
  questions,
  second,
} from '../support/terminal-interview.ts';

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

  test('what is pasted as keys is drawn a few times, not once a character', async () => {
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], await folder());
    await asking.waitFor('q save, quit');
    asking.type('n');
    await asking.waitFor('Your note');
    const before = asking.output().length;
    const text = 'seven letters and a blank '.repeat(100);
    asking.type(`${text}the end`);
    await asking.waitFor('end');
    expect(asking.output().length - before).toBeLessThan(40 * text.length);
    asking.type(`${keys.enter}q`);
    expect((await asking.exit).exitCode).toBe(130);
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
});

describe('an interview that is left', () => {
  test('by q goes on with the same bytes as one that was not', () =>
    expectSameAfter((terminal) => terminal.type('q'), 130));

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

describe('a text that is half typed is kept', () => {
  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ])('on %s', async (signal, code) => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching', '--system', 'Shop'], place);
    await asking.waitFor('q save, quit');
    asking.type('nhalf a no');
    await asking.waitFor('half a no');
    asking.kill(signal);
    expect((await asking.exit).exitCode).toBe(code);
    expect(await keptIn(place)).toMatchObject({ notes: expect.anything() });
    expect(Object.values((await keptIn(place)).notes)).toEqual(['half a no']);
  });

  test('as the name of the system, on Ctrl-C', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching'], place);
    await asking.waitFor(NAME);
    asking.type('Half a sh');
    await asking.waitFor('Half a sh');
    asking.type(keys.interrupt);
    expect((await asking.exit).exitCode).toBe(130);
    expect(await keptIn(place)).toMatchObject({ system: 'Half a sh' });
  });

  test('but not what was given up with Escape', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching', '--system', 'Shop'], place);
    await asking.waitFor('q save, quit');
    asking.type('nhalf a no');
    await asking.waitFor('half a no');
    asking.type(keys.escape);
    await asking.waitFor('question 1 ');
    asking.kill('SIGTERM');
    expect((await asking.exit).exitCode).toBe(143);
    expect(await readdir(kept(place))).toEqual([]);
  });

  async function keptIn(place: string) {
    const [name = ''] = (await readdir(kept(place))).filter((each) => each.endsWith('.yaml'));
    return parse(await readFile(join(kept(place), name), 'utf8'));
  }
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
});

test('answers of another system are not overwritten', async () => {
  const place = await folder();
  const theirs = 'system: Other\nanswers: { teams: one }\n';
  await writeFile(join(place, 'theirs.yaml'), theirs);
  const { output, exitCode } = await openTerminal(
    ['ask', 'caching', '--save', 'theirs.yaml'],
    place,
  ).exit;
  expect(exitCode).toBe(2);
  expect(output).toContain('`theirs.yaml` exists');
  expect(await readFile(join(place, 'theirs.yaml'), 'utf8')).toBe(theirs);
});

test('a file that cannot be written is refused before the first question', async () => {
  const { output, exitCode } = await openTerminal(
    ['ask', 'caching', '--save', 'nowhere/mine.yaml'],
    await folder(),
  ).exit;
  expect(exitCode).toBe(2);
  expect(output).toContain('cannot be written');
  expect(output).not.toContain(NAME);
});
