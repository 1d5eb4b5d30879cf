import { expect, test } from 'vitest';
import { isSamePick, mostAnswered, onlyTo } from './few-answers.ts';

function sheet(...questions: readonly string[]) {
  return new Map(questions.map((id) => [id, { choices: ['one'] }]));
}

test('the questions that most sheets answer come first, of equally many the earlier one', () => {
  const sheets = [sheet('late', 'often'), sheet('often', 'early'), sheet('often', 'rare')];
  const asked = mostAnswered(
    [...sheets, sheet('late', 'early')],
    ['early', 'late', 'never', 'often', 'rare'],
    3,
  );
  expect(asked).toEqual([
    { question: 'often', sheets: 3 },
    { question: 'early', sheets: 2 },
    { question: 'late', sheets: 2 },
  ]);
});

test('a question that no sheet answers is not among them', () => {
  expect(mostAnswered([sheet('some')], ['never', 'some'], 12)).toEqual([
    { question: 'some', sheets: 1 },
  ]);
});

test('answers to other questions are left out', () => {
  expect([...onlyTo(['b', 'd'], sheet('a', 'b', 'c')).keys()]).toEqual(['b']);
});

test('picks are the same in any order, and not with one more or less', () => {
  expect(isSamePick(['a', 'b'], ['b', 'a'])).toBe(true);
  expect(isSamePick(['a', 'b'], ['a'])).toBe(false);
  expect(isSamePick([], ['na'])).toBe(false);
});
