import { expect, test } from 'vitest';
import { knownAnswers } from '../../src/common/answers.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import type { Advice } from '../../src/model/advice.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { drawingFrom } from '../support/random-sheets.ts';
import { adviceFor, advised, isAccepted } from './advised.ts';
import { readSet } from './panel-set.ts';

const RANDOM_SHEETS = 1_000;
/** Every so many random sheets one leaves questions open, which takes far longer than a complete one. */
const OPEN_EVERY = 10;

const knowledge = await builtInKnowledge();
const panel = (await readSet({})).map((system) => advised(system, knowledge));

test('all 80 sheets of the panel are accepted', () => {
  expect(panel).toHaveLength(80);
  const refused = panel.filter((each) => !isAccepted(each));
  expect(refused.map(({ of }) => of.id)).toEqual([]);
});

test('the picks recommended for the systems of the panel go together', () => {
  const conflicts = panel
    .filter(isAccepted)
    .flatMap(({ of, given }) => conflictsIn(of.id, given.advice));
  expect(conflicts).toEqual([]);
});

test('the picks recommended for the profiles go together', () => {
  const conflicts = [...knowledge.profiles.values()].flatMap(({ id, text }) => {
    const sheet = parseAnswerSheet({ file: id, text }, knowledge);
    return conflictsIn(id, adviceFor(knownAnswers(sheet), knowledge));
  });
  expect(conflicts).toEqual([]);
});

test('the picks recommended for 1,000 random sheets go together', () => {
  const { partial, random } = drawingFrom(knowledge, 15);
  const conflicts = Array.from({ length: RANDOM_SHEETS }, (_, index) => {
    const answers = partial(index % OPEN_EVERY === 0 ? 0.3 + 0.7 * random() : 1);
    return conflictsIn(`sheet ${index}`, adviceFor(answers, knowledge));
  });
  expect(conflicts.flat()).toEqual([]);
});

/** What is wrong with the recommendation, a line for each conflict. */
function conflictsIn(id: string, { conflicts }: Advice): string[] {
  return conflicts.map(({ condition }) => `${id}: ${condition}`);
}
