import { knownAnswers } from '../common/answers.ts';
import { isDecided } from '../common/decided.ts';
import { outlookOf } from '../engine/advice/outlook.ts';
import { flips } from '../engine/flip/flips.ts';
import type { DecisionAdvice } from '../model/advice.ts';
import type { AnswerSheet } from '../model/answers.ts';
import type { Flip } from '../model/flips.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Prospect } from '../model/outlook.ts';
import { isNarrow } from '../report/words/certainty.ts';

interface Advised {
  readonly knowledge: KnowledgeBase;
  readonly sheet: AnswerSheet;
  readonly decisions: readonly DecisionAdvice[];
}

/** For each narrow pick, the nearest change of a given answer that changes it. */
export function flipsOf({ knowledge, sheet, decisions }: Advised): Map<string, Flip> {
  const asked = { answers: knownAnswers(sheet), pins: sheet.pins };
  return new Map(
    decisions.filter(isNarrow).flatMap(({ id: decision }) => {
      const search = flips(knowledge, { ...asked, decision });
      let step = search.next();
      while (!step.done) step = search.next();
      const given = step.value.flips.find(isOfOneAnswer);
      return given ? [[decision, given]] : [];
    }),
  );
}

function isOfOneAnswer({ changes }: Flip): boolean {
  const [only, ...others] = changes;
  return only?.from !== undefined && others.length === 0;
}

/** The open questions that can still change a pick, the most informative first; none if nothing is open. */
export function prospectsOf({ knowledge, sheet, decisions }: Advised): Prospect[] {
  const open = decisions.filter((each) => !each.pinned && !isDecided(each));
  if (open.length === 0) return [];
  const asked = { answers: knownAnswers(sheet), pins: sheet.pins };
  const { questions } = outlookOf(knowledge, { ...asked, decisions: open.map(({ id }) => id) });
  return questions.filter(({ question }) => !sheet.answers.has(question));
}
