import type { Advice, DecisionAdvice } from '../model/advice.ts';
import type { AnswerSheet, Answers, Pins } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { conflictsIn } from './combinations/combinations.ts';
import { mend } from './combinations/repair.ts';
import { contradictionsIn } from './contradictions.ts';
import { decide } from './decide.ts';
import { plainAnswers, plainPins } from './plain-answer.ts';
import { denseOf } from './proof/dense.ts';
import { docketFor } from './proof/dockets.ts';
import { judgeAll } from './proof/judge-all.ts';

export interface AdviceRequest extends Pick<AnswerSheet, 'system' | 'scope'> {
  readonly answers: Answers;
  readonly pins: Pins;
  /** The decisions asked for; all where it is empty. */
  readonly decisions: readonly string[];
}

/** Advice on one system: a pure function of the knowledge and what is answered. */
export function advise(knowledge: KnowledgeBase, request: AdviceRequest): Advice {
  const { answers, pins, decisions: wanted, system, scope } = request;
  const decisions = decideAll(knowledge, answers, pins);
  const isWanted = (id: string) => wanted.length === 0 || wanted.includes(id);
  const advice = new Map(decisions.map((each) => [each.id, each]));
  const conflicts = conflictsIn(knowledge.combinations, advice).filter((conflict) =>
    conflict.decisions.some(isWanted),
  );
  return {
    version: 1,
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    knowledge: { version: knowledge.version, sha256: knowledge.sha256 },
    answers: plainAnswers(knowledge, answers),
    pins: plainPins(knowledge, pins),
    unanswered: [...knowledge.questions.keys()].filter((id) => !answers.has(id)),
    contradictions: contradictionsIn(knowledge, answers),
    decisions: decisions.filter(({ id }) => isWanted(id)),
    conflicts,
    ...(conflicts.length > 0 && mend({ knowledge, answers, pins, advice })),
  };
}

function decideAll(knowledge: KnowledgeBase, answers: Answers, pins: Pins): DecisionAdvice[] {
  const dense = denseOf(knowledge);
  const sheet = dense.codes.encode(answers);
  const judged = judgeAll(docketFor(dense, pins), sheet, { isExact: true });
  return dense.decisions.flatMap(({ compiled, index }) => {
    const own = judged.get(index);
    return own ? [decide(compiled, own, { dense, answers, pins, judged })] : [];
  });
}
