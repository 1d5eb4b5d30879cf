import type { DecisionAdvice } from '../model/advice.ts';
import type { Answers, Pins } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { compile, withParents } from './compiled.ts';
import { decide } from './decide.ts';
import type { Finding } from './finding.ts';

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
  const compiled = compile(knowledge);
  const chain = withParents(decision, compiled.decisions);
  return (given) => {
    const answers = new Map(given);
    const findings = new Map<string, Finding>();
    let pick: Pick = { status: 'not-applicable', recommended: [] };
    for (const each of chain) {
      const { finding } = decide(each, { compiled, answers, pins, findings });
      findings.set(each.decision.id, finding);
      pick = { status: finding.status, recommended: finding.recommended };
    }
    return pick;
  };
}
