import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import type { Answers } from '../../src/model/answers.ts';
import { givenAnswers } from '../support/given-answers.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { drawingFrom } from '../support/random-sheets.ts';

const SHEETS = new URL('./answers/', import.meta.url);
const RANDOM_SHEETS = 1_000;
/** Every so many random sheets one leaves questions open, which takes far longer than a complete one. */
const OPEN_EVERY = 10;

const knowledge = await builtInKnowledge();
const panel = await Promise.all((await readdir(SHEETS)).sort().map(readSheet));

test('all 80 sheets of the panel are accepted', () => {
  expect(panel).toHaveLength(80);
  expect(panel.flatMap(({ id, refused }) => (refused === undefined ? [] : [id]))).toEqual([]);
});

test('the picks recommended for the systems of the panel go together', () => {
  const conflicts = panel.flatMap(({ id, answers }) => (answers ? conflictsOn(id, answers) : []));
  expect(conflicts).toEqual([]);
});

test('the picks recommended for the profiles go together', () => {
  const conflicts = [...knowledge.profiles.values()].flatMap(({ id, text }) =>
    conflictsOn(id, answersIn(text, id)),
  );
  expect(conflicts).toEqual([]);
});

test('the picks recommended for 1,000 random sheets go together', () => {
  const { partial, random } = drawingFrom(knowledge, 15);
  const conflicts = Array.from({ length: RANDOM_SHEETS }, (_, index) =>
    conflictsOn(`sheet ${index}`, partial(index % OPEN_EVERY === 0 ? 0.3 + 0.7 * random() : 1)),
  );
  expect(conflicts.flat()).toEqual([]);
});

interface PanelSheet {
  readonly id: string;
  readonly answers?: Answers;
  /** Why it is not accepted. */
  readonly refused?: unknown;
}

async function readSheet(file: string): Promise<PanelSheet> {
  const id = file.replace(/\.json$/, '');
  const text = await readFile(new URL(file, SHEETS), 'utf8');
  try {
    return { id, answers: answersIn(text, file) };
  } catch (refused) {
    return { id, refused };
  }
}

function answersIn(text: string, file: string): Answers {
  return givenAnswers(parseAnswerSheet({ file, text }, knowledge));
}

/** What is wrong with the recommendation, a line for each conflict. */
function conflictsOn(id: string, answers: Answers): string[] {
  const advice = advise(knowledge, { answers, pins: new Map(), decisions: [] });
  return advice.conflicts.map(({ condition }) => `${id}: ${condition}`);
}
