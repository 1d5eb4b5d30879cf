import { knownAnswers } from '../common/answers.ts';
import { isDecided } from '../common/decided.ts';
import { remembered } from '../common/lazy.ts';
import { openQuestions } from '../engine/advice/outlook.ts';
import { nearestFlip } from '../engine/flip/flips.ts';
import type { DecisionAdvice } from '../model/advice.ts';
import type { AnswerSheet } from '../model/answers.ts';
import type { Flip } from '../model/flips.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Prospect } from '../model/outlook.ts';

interface Advised {
  readonly knowledge: KnowledgeBase;
  readonly sheet: AnswerSheet;
  readonly decisions: readonly DecisionAdvice[];
}

/** The nearest change of a given answer that changes the pick of a decision; each is looked for once. */
export function nearestFlips({ knowledge, sheet }: Advised): (id: string) => Flip | undefined {
  const asked = { answers: knownAnswers(sheet), pins: sheet.pins };
  return remembered((decision) => nearestFlip(knowledge, { ...asked, decision }));
}

/** The open questions that can still change a pick, the most telling first; none where nothing is open. */
export function prospectsOf({ knowledge, sheet, decisions }: Advised): Prospect[] {
  const open = decisions.filter((each) => !each.pinned && !isDecided(each));
  if (open.length === 0) return [];
  const asked = { answers: knownAnswers(sheet), pins: sheet.pins };
  const questions = openQuestions(knowledge, { ...asked, decisions: open.map(({ id }) => id) });
  return questions.filter(({ question }) => !sheet.answers.has(question));
}
