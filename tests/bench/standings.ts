import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { built } from './built.ts';

/** How some decisions stand on some answers. */
export interface Standing {
  readonly isSettled: boolean;
  /** Whether an open question can still move one of them. */
  readonly matters: (question: string) => boolean;
}

export type Standings = (answers: Answers) => Standing;

/** The same as the interview goes by, of one decision or of all, without what tells which question is best. */
export function standingsOf(knowledge: KnowledgeBase, decision?: string): Standings {
  const dense = built('engine/proof/dense').denseOf(knowledge);
  const index = decision === undefined ? undefined : dense.indexOf.get(decision);
  const docket = built('engine/proof/dockets').docketFor(dense, new Map(), index);
  const { judgeAll } = built('engine/proof/judge-all');
  return (answers) => {
    const judged = judgeAll(docket, dense.codes.encode(answers), { isExact: false });
    const wanted = [...judged].filter(([each]) => index === undefined || each === index);
    const open = wanted.map(([, each]) => each).filter(({ status }) => status === 'open');
    return {
      isSettled: open.length === 0,
      matters: (question) => {
        const at = dense.codes.indexOf.get(question) ?? -1;
        return open.some(({ dependsOn }) => dependsOn[at] === 1);
      },
    };
  };
}
