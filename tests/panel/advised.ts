import { knownAnswers } from '../../src/common/answers.ts';
import { UserError } from '../../src/common/user-error.ts';
import { advise } from '../../src/engine/advice/advise.ts';
import { parseAnswerSheet } from '../../src/knowledge/answers/answer-sheet.ts';
import type { Advice } from '../../src/model/advice.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { PanelSystem } from './panel-set.ts';

/** A system with the advice on it, or why its sheet is refused. */
export interface Advised {
  readonly of: PanelSystem;
  readonly given: Given | { readonly refused: string };
}

/** What a sheet that is accepted leads to. */
export interface Given {
  readonly answers: Answers;
  readonly advice: Advice;
}

/** The answers of a sheet. Throws a `UserError` where it is refused. */
export function answersOf({ sheet }: PanelSystem, knowledge: KnowledgeBase): Answers {
  return knownAnswers(parseAnswerSheet(sheet, knowledge));
}

export function advised(of: PanelSystem, knowledge: KnowledgeBase): Advised {
  try {
    const answers = answersOf(of, knowledge);
    return { of, given: { answers, advice: adviceFor(answers, knowledge) } };
  } catch (error) {
    if (error instanceof UserError) return { of, given: { refused: error.message } };
    throw error;
  }
}

export function adviceFor(answers: Answers, knowledge: KnowledgeBase): Advice {
  return advise(knowledge, { answers, pins: new Map(), decisions: [] });
}

export function isAccepted(each: Advised): each is Advised & { readonly given: Given } {
  return 'advice' in each.given;
}
