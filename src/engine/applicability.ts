import type { CompiledDecision } from './compiled.ts';
import type { Case, Finding } from './finding.ts';
import { fulfils, type Part } from './terms.ts';
import { allHold, anyHolds, type Truth, truthOfPart } from './truth.ts';

/** Whether a decision applies over all completions; `sometimes` where it is not proved otherwise. */
export function applicabilityOf({ appliesWhen }: CompiledDecision, given: Case): Truth {
  if (appliesWhen.length === 0) return 'always';
  const truthOf = (part: Part): Truth => {
    const parent = given.findings.get(part.question);
    return parent
      ? truthOfPick(part, parent)
      : truthOfPart(part, given.compiled.knowledge.questions.get(part.question), given.answers);
  };
  return anyHolds(appliesWhen.map((parts) => allHold(parts.map(truthOf))));
}

function truthOfPick(part: Part, { must, may }: Finding): Truth {
  if (fulfils(must, part)) return 'always';
  return fulfils(may, part) ? 'sometimes' : 'never';
}

/** Whether it applies by the answers given and the picks that lead now. */
export function appliesAsPicked({ appliesWhen }: CompiledDecision, given: Case): boolean {
  const choicesOf = (subject: string) =>
    given.pins.get(subject) ??
    given.findings.get(subject)?.recommended ??
    given.answers.get(subject)?.choices ??
    [];
  const holds = (part: Part) => fulfils(choicesOf(part.question), part);
  return appliesWhen.length === 0 || appliesWhen.some((parts) => parts.every(holds));
}
