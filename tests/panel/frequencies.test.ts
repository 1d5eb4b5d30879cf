import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { advised, isAccepted } from './advised.ts';
import { countedHalf, frequenciesText, measuringHalf } from './frequencies.ts';
import { readSet } from './panel-set.ts';

test('the frequencies are those of one half of the systems, and the other half is left alone', async () => {
  const [knowledge, systems] = await Promise.all([builtInKnowledge(), readSet({})]);
  const [counted, measuring] = [countedHalf(systems), measuringHalf(systems)];
  expect([counted.length, measuring.length]).toEqual([40, 40]);
  expect(counted.filter((each) => measuring.includes(each))).toEqual([]);
  const sheets = counted.map((each) => advised(each, knowledge)).filter(isAccepted);
  const text = frequenciesText(
    sheets.map(({ given }) => given.answers),
    [...knowledge.questions.values()],
  );
  const file = readFileSync(new URL('../../knowledge/questions.yaml', import.meta.url), 'utf8');
  expect(file.slice(file.indexOf('\nfrequencies:\n') + 1).trim()).toBe(text.trim());
});
