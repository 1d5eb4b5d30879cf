import { writeFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { keys, openTerminal, type Terminal } from '../support/terminal.ts';

import {
  answerAll,
  answersIn,
  expectSameAfter,
  folder,
  kept,
  NAME,
  named,
  nothing,
  questions,
  second,
} from '../support/terminal-interview.ts';

describe('ask in a terminal', () => {
  test('what ends it counts, not what is typed after it', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], place);
    await asking.waitFor('q save');
    asking.type('ufqqu');
    const { output, exitCode } = await asking.exit;
    expect(exitCode).toBe(0);
    expect(output).toContain('Finished after 1 question');
    expect(Object.keys(await answersIn(place))).toHaveLength(1);
  });

  test('nothing is written where nothing was said', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching', '--set', 'teams=one', '--system', 'X'], place);
    await asking.waitFor('q save');
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
    const asking = openTerminal(['ask', 'caching', '--thorough'], place);
    await named(asking);
    const asked = await answerAll(asking, nothing);
    expect((await asking.exit).exitCode).toBe(0);
    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(Object.values(await answersIn(place)))).toEqual(new Set(['unknown']));
  });

  test('a note goes into the file of answers', async () => {
    const place = await folder();
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], place);
    await asking.waitFor('q save');
    asking.type('n');
    await asking.waitFor('esc cancel');
    asking.type(`asked Bob${keys.enter}`);
    await asking.waitFor('asked Bob');
    asking.type('u');
    await asking.waitFor('question 2 ');
    asking.type('f');
    await asking.exit;
    const { notes } = parse(await readFile(join(place, 'arch-advisor-answers.yaml'), 'utf8'));
    expect(Object.values(notes)).toEqual(['asked Bob']);
  });

  test('takes Escape and the key that comes with it for two', async () => {
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], await folder());
    await asking.waitFor('q save');
    asking.type('s');
    await asking.waitFor('Current status');
    asking.type(`${keys.escape}u`);
    await asking.waitFor('question 2 ');
    asking.type('q');
    expect((await asking.exit).exitCode).toBe(130);
  });

  test('what flags answer is not asked', async () => {
    const given = questions.slice(1).flatMap(({ id }) => ['--set', `${id}=unknown`]);
    const asking = openTerminal(
      ['ask', '--finer', '--thorough', '--system', 'X', '--brief', ...given],
      await folder(),
    );
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
    ['SIGTERM', (terminal: Terminal) => terminal.kill('SIGTERM'), 143],
  ])('by %s goes on with the same bytes as one that was not', (_, leave, code) =>
    expectSameAfter(leave, code),
  );

  test('from a review goes on with it, and is kept when it is left again at once', async () => {
    const place = await folder();
    const given = ['teams=one', 'writes=800', 'staleness=never'].flatMap((set) => ['--set', set]);
    const asking = openTerminal(
      ['ask', 'database', '--thorough', '--system', 'X', '--review', ...given],
      place,
    );
    const asked = await answerAll(asking, (_, number) => (number === 2 ? 'leave' : 0));
    asking.type('q');
    await asking.exit;
    for (const leave of ['q', keys.interrupt]) {
      const again = openTerminal(['ask', '--resume'], place);
      await again.waitFor('previous answer');
      again.type(leave);
      expect((await again.exit).output).toContain('Your answers are saved');
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

  test('says that it is at its end where it is, and asks nothing', async () => {
    const place = await folder();
    const asking = openTerminal(
      ['ask', 'undo-style', '--thorough', '--system', 'X', '--save', 'a.yaml'],
      place,
    );
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
    expect(going.output).toContain('Answers saved to b.yaml');
    expect(going.output).not.toContain('q save');
    expect(await readdir(kept(place))).toEqual([]);
  });
});

test('two interviews at once keep apart, and save apart', async () => {
  const place = await folder();
  const both = ['One', 'Two'].map((system) =>
    openTerminal(['ask', 'caching', '--thorough', '--system', system], place),
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
  expect((await going.exit).output).toMatch(/Two +1 of \d+ questions answered/);
  expect(await readdir(kept(place))).toHaveLength(1);
});

describe('a terminal', () => {
  test('may change its size in the middle', async () => {
    const asking = openTerminal(['ask', 'caching', '--system', 'X'], await folder());
    await asking.waitFor('q save');
    asking.resize({ columns: 50, rows: 12 });
    await asking.waitFor('question 1 ');
    asking.resize({ columns: 120, rows: 40 });
    await asking.waitFor('question 1 ');
    await asking.waitFor('of 1 decided');
    asking.type('u');
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
      asking.type(`99${keys.enter}`);
      await asking.waitFor('enter a number from 1 to');
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
    await asking.waitFor('q save');
    asking.type(`${keys.down.repeat(index)}${keys.space}${keys.enter}`);
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
