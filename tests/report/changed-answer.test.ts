import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/model/question.ts';
import { changedAnswerText } from '../../src/report/flip/changed-answer.ts';
import { questionOf } from '../support/engine-builders.ts';

function textOn(question: Question, to: (string | string[])[], from?: string | string[]): string {
  const change = { question: question.id, to, ...(from !== undefined && { from }) };
  return changedAnswerText(change, question);
}

describe('levels of a measured quantity', () => {
  const plain = questionOf({ id: 'writes', choices: { few: {}, some: {}, many: {}, masses: {} } });
  const labels = ['Fewer than 100', '100 to 500', '500 to 9,000', '9,000 or more'];
  const writes: Question = {
    ...plain,
    unit: 'writes per second',
    choices: plain.choices.map((choice, index) => ({
      ...choice,
      label: labels[index] ?? '',
      band: { from: index },
    })),
  };

  test('that flip up to the upper end are told by the lowest', () => {
    expect(textOn(writes, ['some', 'many', 'masses'], 'few')).toBe(
      '"100 to 500 writes per second" or more',
    );
  });

  test('that flip down to the lower end are told by the highest, in whatever order', () => {
    expect(textOn(writes, ['many', 'some', 'few'], 'masses')).toBe(
      '"500 to 9,000 writes per second" or less',
    );
  });

  test('with one between them that does not flip are told one by one', () => {
    expect(textOn(writes, ['some', 'masses'], 'few')).toBe(
      '"100 to 500 writes per second" or "9,000 or more writes per second"',
    );
  });

  test('are told one by one where the largest stands first', () => {
    const falling = { ...writes, choices: writes.choices.toReversed() };
    expect(textOn(falling, ['some', 'few'], 'many')).toBe(
      '"100 to 500 writes per second" or "Fewer than 100 writes per second"',
    );
  });

  test('are told alone where only the last flips', () => {
    expect(textOn(writes, ['masses'])).toBe('"9,000 or more writes per second"');
  });
});

describe('choices without measure', () => {
  const work = questionOf({ id: 'work', choices: { games: {}, jobs: {}, streams: {} } });

  test('are told one by one, even up to the last', () => {
    expect(textOn(work, ['jobs', 'streams'], 'games')).toBe('"jobs" or "streams"');
  });
});

describe('several choices', () => {
  const data = questionOf({
    id: 'data',
    several: true,
    choices: { rows: {}, texts: {}, graphs: {} },
  });

  test('are told by what comes and goes', () => {
    expect(textOn(data, [['texts'], ['texts', 'graphs']], ['rows', 'texts'])).toBe(
      'without "rows", or with "graphs" in its place',
    );
    expect(textOn(data, [['rows', 'texts', 'graphs']], ['rows', 'texts'])).toBe('also "graphs"');
    expect(
      textOn(
        data,
        [
          ['rows', 'graphs'],
          ['texts', 'graphs'],
        ],
        ['rows', 'texts'],
      ),
    ).toBe('"graphs" instead of "texts" or "rows"');
  });

  test('are told as such where there were none, or nothing was answered', () => {
    expect(textOn(data, [['rows'], ['graphs']], ['none'])).toBe('"rows" or "graphs"');
    expect(textOn(data, [['none']])).toBe('"none"');
  });

  test('are told to go where none are left', () => {
    expect(textOn(data, [['none']], ['rows'])).toBe('without "rows"');
  });
});
