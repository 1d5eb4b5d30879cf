import type { Answers, Pins } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Verdict } from '../model/verdict.ts';
import { denseOf } from './proof/dense.ts';
import { docketFor } from './proof/dockets.ts';
import { judgeAll, namesIn } from './proof/judge-all.ts';
import { hasQuestion, type Questions } from './proof/questions.ts';

/**
 * Says what answers come to in every decision, for many systems one after another. Status and picks are those of
 * `advise`; `dependsOn` is the bound of MODEL.md, section 3: it may name one too many, never one too few.
 */
export function verdictsOn(knowledge: KnowledgeBase): (answers: Answers, pins: Pins) => Verdict[] {
  const questions = [...knowledge.questions.keys()];
  return (answers, pins) => {
    const dense = denseOf(knowledge);
    const sheet = dense.codes.encode(answers);
    const judged = judgeAll(docketFor(dense, pins), sheet, { isExact: false });
    return dense.decisions.map(({ compiled, alternatives, index }) => {
      const own = judged.get(index);
      return {
        id: compiled.decision.id,
        status: own?.status ?? 'not-applicable',
        recommended: namesIn(own?.picks ?? 0, alternatives),
        dependsOn: own ? namesOf(own.dependsOn, questions) : [],
      };
    });
  };
}

/** A loop, as it is gone through for each decision of each line. */
function namesOf(named: Questions, questions: readonly string[]): string[] {
  const names: string[] = [];
  for (let index = 0; index < named.length; index += 1) {
    if (hasQuestion(named, index)) names.push(questions[index] ?? '');
  }
  return names;
}
