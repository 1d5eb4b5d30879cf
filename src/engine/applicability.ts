import type { Case } from './case.ts';
import type { CompiledDecision } from './compiled.ts';
import { namesIn } from './proof/judge-all.ts';
import { fulfils, type Part } from './terms.ts';

/** Whether it applies by the answers given and the picks that lead now. */
export function appliesAsPicked({ appliesWhen }: CompiledDecision, given: Case): boolean {
  const holds = (part: Part) => fulfils(saidOf(part.question, given), part);
  return appliesWhen.length === 0 || appliesWhen.some((parts) => parts.every(holds));
}

/** The pick of a decision, or the answer to a question. */
function saidOf(subject: string, { dense, answers, pins, judged }: Case): readonly string[] {
  const decision = dense.decisions[dense.indexOf.get(subject) ?? -1];
  if (decision === undefined) return answers.get(subject)?.choices ?? [];
  const picks = judged.get(decision.index)?.picks ?? 0;
  return pins.get(subject) ?? namesIn(picks, decision.alternatives);
}
