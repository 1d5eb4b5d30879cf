import { knownAnswers } from '../../src/common/answers.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import type { Answers, Pins } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { drawingFrom } from '../support/random-sheets.ts';

/** What is known of a system. */
export interface Sheet {
  readonly answers: Answers;
  readonly pins: Pins;
}

/** How many random sheets there are of each kind. */
const MANY = 100;
const SOME = 10;
const SEED = 1;

export type SheetSet = 'profiles' | 'nothing' | '5 answers' | '10 answers' | '80 %' | '100 %';

/** The sheets that engines are measured on: the same ones for the same knowledge. */
export function sheetsFor(knowledge: KnowledgeBase): Readonly<Record<SheetSet, readonly Sheet[]>> {
  const { partial } = drawingFrom(knowledge, SEED);
  const drawn = (count: number, share: number) =>
    Array.from({ length: count }, (): Sheet => ({ answers: partial(share), pins: new Map() }));
  const { size } = knowledge.questions;
  return {
    '80 %': drawn(MANY, 0.8),
    '100 %': drawn(MANY, 1),
    '10 answers': drawn(SOME, 10 / size),
    '5 answers': drawn(SOME, 5 / size),
    nothing: drawn(1, 0),
    profiles: profilesIn(knowledge),
  };
}

function profilesIn(knowledge: KnowledgeBase): Sheet[] {
  return [...knowledge.profiles.values()].map(({ text, place: { file } }) => {
    const sheet = parseAnswerSheet({ file, text }, knowledge);
    return { answers: knownAnswers(sheet), pins: sheet.pins };
  });
}
