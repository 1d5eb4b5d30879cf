import type { Exclusion } from '../../model/advice.ts';
import type { Pattern } from '../../model/pattern.ts';
import { conjunctionOf, truthOf } from '../table/conditions.ts';
import type { AnswerMasks } from '../table/slots.ts';
import type { Tables } from '../table/tables.ts';

/** The hard rules that rule an alternative out, or may come to; in the order of the document. */
export function exclusionsOf(
  { evidence }: Pattern,
  answers: AnswerMasks,
  { slots, questions }: Tables,
): Exclusion[] {
  return evidence.flatMap(({ kind, text, place, condition }): Exclusion[] => {
    const conjunction = condition && conjunctionOf(condition, slots);
    if (kind !== 'ruled-out-when' || !conjunction?.length) return [];
    const truth = truthOf(conjunction, answers, questions);
    if (truth === 'never') return [];
    const state = truth === 'always' ? 'certain' : 'possible';
    return [{ state, text, because: condition?.text ?? '', file: place.file, line: place.line }];
  });
}
