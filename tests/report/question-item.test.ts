import { expect, test } from 'vitest';
import { questionItem } from '../../src/report/reading/question-item.ts';
import { questionOf } from '../support/engine-builders.ts';

test.each([
  [undefined, '(or a number)'],
  ['GB', '(or a number of GB)'],
  ['%', '(or a percentage)'],
])('a question measured in %s says what number answers it', (unit, said) => {
  const plain = questionOf({ id: 'size', choices: { small: {}, large: {} } });
  const choices = plain.choices.map((choice, from) => ({ ...choice, band: { from } }));
  const question = { ...plain, choices, ...(unit !== undefined && { unit }) };
  expect(questionItem(question, []).name).toContain(said);
});
