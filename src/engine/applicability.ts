import type { CompiledDecision } from './compiled.ts';
import type { Case, Finding } from './finding.ts';
import type { Part } from './terms.ts';
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

function truthOfPick({ lists }: Part, { must, may }: Finding): Truth {
  const touches = (picks: readonly string[]) =>
    lists.every((list) => list.some((choice) => picks.includes(choice)));
  if (touches(must)) return 'always';
  return touches(may) ? 'sometimes' : 'never';
}
