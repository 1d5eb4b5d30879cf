import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { until } from '../bench/interview-steps.ts';
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
    const asking = openTerminal(['ask', 'database', 'caching', '--thorough'], place);
    await named(asking, 'Test shop');
    const asked = await answerAll(asking, second);
    const { output, exitCode } = await asking.exit;
    expect(exitCode).toBe(0);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThan(questions.length);
    expect(Object.keys(await answersIn(place)).sort()).toEqual(asked.toSorted());
    expect(await readdir(kept(place))).toEqual([]);
    const again = ['recommend', 'database', 'caching', '--answers', 'arch-advisor-answers.yaml'];
    const recommended = await openTerminal([...again, '--brief'], place).exit;
    const [advice = ''] = recommended.output.split('\r\nNext, with the same answers');
    expect(advice).toContain('Test shop');
    expect(output).toContain(advice);
    const after = output.slice(output.indexOf(advice) + advice.length);
    expect(after).toMatch(/All 2 decisions are settled after \d+ questions;/);
    expect(after).toContain('Answers saved to arch-advisor-answers.yaml');
    expect(after.replace(/ \\\s+/g, ' ')).toContain(`  arch-advisor ${again.join(' ')}\r\n`);
  });

  test('ends once its picks are likely, shows them, and goes on as long as somebody wants to', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], place);
    const answers = async (first: number, end: string) => {
      for (let number = first; ; number += 1) {
        const shown = (output: string) =>
          output.includes(end) || output.includes(`question ${number} `);
        await until(asking, shown);
        if (asking.output().includes(end)) return number;
        asking.type(`2${keys.space}${keys.enter}`);
      }
    };
    const next = await answers(1, '\u276f Done');
    expect(asking.output()).toMatch(/Caching +\S.*likely/);
    expect(asking.output()).toContain('1 pick is likely.');
    expect(await readdir(kept(place))).toHaveLength(1);
    asking.type(`${keys.down}${keys.enter}`);
    expect(await answers(next, 'Answers saved to')).toBeGreaterThan(next);
    const { output, exitCode } = await asking.exit;
    expect(exitCode).toBe(0);
    expect(output).toMatch(/Caching is (settled|tied) after/);
    expect(await readdir(kept(place))).toEqual([]);
  });

  test('what is pasted fills a text, and picks nothing', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching'], place);
    await asking.waitFor(NAME);
    asking.type(pasted('Test\r\nshop\r1\r'));
    await asking.waitFor('Test shop 1');
    asking.type(keys.enter);
    await asking.waitFor('question 1 ');
    await asking.waitFor('q save');
    asking.type(pasted('1\r2\rq'));
    await asking.waitFor('pasting is not possible here');
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
    await asking.waitFor('q save');
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
    await asking.waitFor('previous answer');
    asking.type(`${keys.up}${keys.down}e`);
    await asking.waitFor('Your answers');
    asking.type(`1${keys.enter}`);
    await asking.waitFor('previous answer');
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
    await asking.waitFor('q save');
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
    await asking.waitFor('q save');
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
    await asking.waitFor('q save');
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
    await asking.waitFor('q save');
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

test('two that go on with one interview lose nothing: the second goes on in a copy, and says so', async () => {
  const place = await folder();
  const asking = openTerminal(['ask', 'caching', '--thorough', '--system', 'Shop'], place);
  await asking.waitFor('q save');
  asking.type('u');
  await asking.waitFor('question 2 ');
  asking.type('q');
  await asking.exit;
  const both = [openTerminal(['ask', '--resume'], place), openTerminal(['ask', '--resume'], place)];
  for (const [index, each] of both.entries()) {
    await each.waitFor('question 2 ');
    await each.waitFor('q save');
    each.type(`${keys.down.repeat(index)}${keys.enter}`);
    await each.waitFor('question 3 ');
  }
  const outputs: string[] = [];
  for (const each of both) {
    each.type('q');
    const { output, exitCode } = await each.exit;
    expect(exitCode).toBe(130);
    outputs.push(output);
  }
  expect(outputs[0]).not.toContain('in a copy');
  expect(outputs[1]).toContain('your interview continued in a copy');
  const names = await readdir(kept(place));
  expect(names).toHaveLength(2);
  const answers = await Promise.all(names.map((name) => answersIn(kept(place), name)));
  for (const each of answers) expect(Object.keys(each)).toHaveLength(2);
  expect(answers[0]).not.toEqual(answers[1]);
});

describe('without decisions', () => {
  test('it is asked first what is to be decided, and only that is asked about', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', '--system', 'Shop'], place, { columns: 40, rows: 10 });
    await asking.waitFor('What do you want to decide?');
    await asking.waitFor('enter continue');
    asking.type(`a${keys.up}`);
    await asking.waitFor('enter continue');
    asking.type(`a${keys.down.repeat(8)}${keys.space}${keys.enter}`);
    await asking.waitFor('of 1 decided');
    asking.type('s');
    await asking.waitFor('Caching');
    asking.type(keys.interrupt);
    const { output, exitCode } = await asking.exit;
    expect(exitCode).toBe(130);
    expect(output).toContain('No questions were answered, so nothing was saved');
  });

  test('Ctrl-C at this question keeps nothing, and leaves the terminal as it was', async () => {
    const place = await folder();
    const asking = openTerminal(['ask'], place);
    await asking.waitFor('enter continue');
    asking.type(keys.interrupt);
    const { output, exitCode } = await asking.exit;
    expect(exitCode).toBe(130);
    expect(output).toContain('No questions were answered, so nothing was saved');
    expect(output.lastIndexOf('\u001b[?25h')).toBeGreaterThan(output.lastIndexOf('\u001b[?25l'));
    expect(await readdir(place)).toEqual([]);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('so does %s', async (signal, code) => {
    const asking = openTerminal(['ask'], await folder());
    await asking.waitFor('enter continue');
    asking.kill(signal);
    expect((await asking.exit).exitCode).toBe(code);
  });
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

describe('answers of another system', () => {
  const THEIRS = 'system: Other\nanswers: { teams: one }\n';

  async function answering(typed: string) {
    const place = await folder();
    await writeFile(join(place, 'theirs.yaml'), THEIRS);
    const asking = openTerminal(
      ['ask', 'caching', '--system', 'X', '--save', 'theirs.yaml'],
      place,
    );
    await asking.waitFor('theirs.yaml already exists. Replace it at the end?');
    asking.type(`${typed}${keys.enter}`);
    return { asking, saved: () => readFile(join(place, 'theirs.yaml'), 'utf8') };
  }

  test('are not overwritten unless somebody agrees', async () => {
    for (const typed of ['', 'n']) {
      const { asking, saved } = await answering(typed);
      const { output, exitCode } = await asking.exit;
      expect(exitCode).toBe(2);
      expect(output).toContain('`theirs.yaml` exists');
      expect(await saved()).toBe(THEIRS);
    }
  });

  test('are overwritten at the end, and not before, where somebody does', async () => {
    const { asking, saved } = await answering('y');
    await asking.waitFor('q save');
    asking.type('u');
    await asking.waitFor('question 2 ');
    expect(await saved()).toBe(THEIRS);
    asking.type('f');
    expect((await asking.exit).exitCode).toBe(0);
    expect(await saved()).toContain('system: X');
  });
});

describe('a command without what it is about', () => {
  test('lets somebody look for it', async () => {
    const asking = openTerminal(['show'], await folder());
    await asking.waitFor('Which pattern?');
    asking.type('orchestration');
    await asking.waitFor('\u276f Orchestration');
    asking.type(keys.enter);
    const { output, exitCode } = await asking.exit;
    expect(exitCode).toBe(0);
    expect(output).toContain('knowledge/patterns/');
  });

  test('asks for all that is missing', async () => {
    const asking = openTerminal(['compare', '--ascii'], await folder());
    const pick = async (id: string, label: string) => {
      await asking.waitFor('Which pattern?');
      asking.type(id);
      await asking.waitFor(`Which pattern? ${id}`);
      await asking.waitFor(`> ${label}`);
      asking.type(keys.enter);
    };
    await pick('round-robin', 'Round robin');
    await asking.waitFor('Which pattern? Round robin');
    await pick('least-loaded', 'Least loaded');
    const { output, exitCode } = await asking.exit;
    expect(exitCode).toBe(0);
    expect(output).toContain('Least loaded');
  });

  test('is left with Ctrl-C', async () => {
    const asking = openTerminal(['flip'], await folder());
    await asking.waitFor('Which decision?');
    asking.type(keys.interrupt);
    expect((await asking.exit).exitCode).toBe(130);
  });
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
