import type { DecisionAdvice } from '../model/advice.ts';
import type { Answers, Pins } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { denseOf } from './proof/dense.ts';
import { docketFor } from './proof/dockets.ts';
import { judgeAll, namesIn } from './proof/judge-all.ts';

/** What the advice on a decision comes to, without its reasons. */
export type Pick = Readonly<{
  status: DecisionAdvice['status'];
  recommended: DecisionAdvice['recommended'];
}>;

/** Says what some answers come to in one decision: for searches that ask very often. */
export function pickerOf(
  knowledge: KnowledgeBase,
  decision: string,
  pins: Pins,
): (answers: Answers) => Pick {
  const dense = denseOf(knowledge);
  const index = dense.indexOf.get(decision) ?? -1;
  const { alternatives = [] } = dense.decisions[index] ?? {};
  const docket = docketFor(dense, pins, index);
  return (answers) => {
    const sheet = dense.codes.encode(answers);
    const judged = judgeAll(docket, sheet, { isExact: false }).get(index);
    if (judged === undefined) return { status: 'not-applicable', recommended: [] };
    return { status: judged.status, recommended: namesIn(judged.picks, alternatives) };
  };
}
