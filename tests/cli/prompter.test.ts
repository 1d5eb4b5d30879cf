import { describe, expect, test } from 'vitest';
import type { Offer } from '../../src/cli/prompts/prompter.ts';
import { prompterFor } from '../../src/cli/prompts/prompter-for.ts';
import { keys } from '../support/terminal.ts';
import { type Typist, typist } from '../support/typed-context.ts';

const OFFERS: readonly Offer[] = [
  { value: 'a', label: 'Apples', group: 'Fruit', isPicked: true },
  { value: 'b', label: 'Bananas', group: 'Fruit', isPicked: true },
  { value: 'c', label: 'Carrots', group: 'Other', aliases: ['roots'] },
];

const drawn = (somebody: Typist) => prompterFor({}, somebody.context);
const spoken = (somebody: Typist) => prompterFor({ accessible: true }, somebody.context);

describe('a drawn prompt', () => {
  test('for several starts with what is picked, under its headings', async () => {
    const somebody = typist();
    const answer = (await drawn(somebody)).several('What?', OFFERS);
    await somebody.typeAfter('enter continue', keys.enter);
    expect(await answer).toEqual({ value: ['a', 'b'] });
    expect(somebody.printed()).toMatch(
      /What\?\n Fruit\n❯ \[x\] Apples\n {2}\[x\] Bananas\n Other\n/,
    );
  });

  test('for several picks and takes back with the space bar, and wants one at least', async () => {
    const somebody = typist();
    const answer = (await drawn(somebody)).several('What?', OFFERS);
    await somebody.typeAfter(
      'enter continue',
      `${keys.space}${keys.down}${keys.space}${keys.enter}`,
    );
    await somebody.typeAfter('! At least one choice', `${keys.down}${keys.space}${keys.enter}`);
    expect(await answer).toEqual({ value: ['c'] });
  });

  test('for one hands back what is pointed at', async () => {
    const somebody = typist();
    const answer = (await drawn(somebody)).one('Which?', OFFERS);
    await somebody.typeAfter('enter choose', `${keys.down}${keys.enter}`);
    expect(await answer).toEqual({ value: 'b' });
  });

  test('looks for words in labels, ids and aliases', async () => {
    for (const [typed, value] of [
      ['nana', 'b'],
      ['ROOT', 'c'],
    ] as const) {
      const somebody = typist();
      const answer = (await drawn(somebody)).found('Which?', OFFERS);
      await somebody.typeAfter('type to search', typed);
      await somebody.typeAfter(`Which? ${typed}`, keys.enter);
      expect(await answer).toEqual({ value });
    }
  });

  test('takes no for the usual answer', async () => {
    for (const [typed, value] of [
      ['', false],
      ['y', true],
    ] as const) {
      const somebody = typist();
      const answer = (await drawn(somebody)).agreed('Sure?');
      await somebody.typeAfter('Sure?', `${typed}${keys.enter}`);
      expect(await answer).toEqual({ value });
    }
  });

  test('fits a terminal of 40 by 10', async () => {
    const somebody = typist({ columns: 40, rows: 10 });
    const many = Array.from({ length: 30 }, (_, index) => ({ ...OFFERS[0], label: `L${index}` }));
    const answer = (await drawn(somebody)).several(
      'What do you want?',
      many.map((offer, index) => ({ value: String(index), ...offer, isPicked: true })),
    );
    await somebody.typeAfter('enter continue', keys.enter);
    const [first = ''] = somebody.printed().split('enter continue');
    expect(first.split('\n').length).toBeLessThan(10);
    for (const line of first.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    await answer;
  });

  test('ends with 130 on Ctrl-C, and where the terminal is closed', async () => {
    const leaving = typist();
    const left = (await drawn(leaving)).several('What?', OFFERS);
    await leaving.typeAfter('enter continue', keys.interrupt);
    expect(await left).toEqual({ exitCode: 130 });
    const closing = typist();
    const closed = (await drawn(closing)).one('Which?', OFFERS);
    await closing.typeAfter('enter choose', '');
    closing.close();
    expect(await closed).toEqual({ exitCode: 130 });
  });
});

describe('a prompt that is read line by line', () => {
  test('takes numbers and ranges, or what is picked already', async () => {
    for (const [typed, value] of [
      ['', ['a', 'b']],
      ['3', ['c']],
      ['1, 3', ['a', 'c']],
      ['1-2 3', ['a', 'b', 'c']],
    ] as const) {
      const somebody = typist();
      const answer = (await spoken(somebody)).several('What?', OFFERS);
      await somebody.typeAfter('(Enter: 1, 2): ', `${typed}\n`);
      expect(await answer).toEqual({ value });
      expect(somebody.printed()).toContain('\nWhat?\n\nFruit:\n1. Apples\n2. Bananas\nOther:\n3.');
    }
  });

  test('says what is wrong with a line, and asks again', async () => {
    for (const wrong of ['4', '0', '1-4', '2-1', 'x', '1,', '1-999999999999']) {
      const somebody = typist();
      const answer = (await spoken(somebody)).several('What?', OFFERS);
      await somebody.typeAfter('Enter: ', `${wrong}\n`);
      await somebody.typeAfter('Not accepted: enter a number from 1 to 3.', '2\n');
      expect(await answer).toEqual({ value: ['b'] });
    }
  });

  test('asks for one by its number, for a name in full, and for yes or no', async () => {
    const one = typist();
    const first = (await spoken(one)).one('Which?', OFFERS);
    await one.typeAfter('Number (Enter: 1): ', '2\n');
    expect(await first).toEqual({ value: 'b' });
    const named = typist();
    const found = (await spoken(named)).found('Which?', OFFERS);
    await named.typeAfter('Which? ', 'root\n');
    await named.typeAfter('Not accepted: nothing matches that name.', 'roots\n');
    expect(await found).toEqual({ value: 'c' });
    const sure = typist();
    const agreed = (await spoken(sure)).agreed('Sure?');
    await sure.typeAfter('(y or n, Enter: n): ', 'yes\n');
    expect(await agreed).toEqual({ value: true });
  });

  test('ends with 130 where the terminal is closed, and prints no escapes', async () => {
    const somebody = typist();
    const answer = (await spoken(somebody)).several('What?', OFFERS);
    await somebody.typeAfter('Enter: ', '');
    somebody.close();
    expect(await answer).toEqual({ exitCode: 130 });
  });
});

test('nothing that is offered commands the terminal', async () => {
  const evil = '\u009b2J\u202eX\u0007';
  const offers = [{ value: 'a', label: evil, group: evil, isPicked: true }];
  for (const prompter of [drawn, spoken]) {
    const somebody = typist();
    const answer = (await prompter(somebody)).several(evil, offers);
    await somebody.typeAfter('X', keys.enter);
    await answer;
    for (const commanding of evil.replace('2J', '').replace('X', '')) {
      expect(somebody.raw()).not.toContain(commanding);
    }
  }
});
