import type { KnowledgeBase, Renamed } from '../../model/knowledge.ts';
import type { Question } from '../../model/question.ts';
import { decisionsMeant } from '../../names/decisions.ts';
import { lookUp } from '../../names/look-up.ts';
import { choicesMeant } from '../../names/parts.ts';
import { presentSubject } from './present-ids.ts';

/**
 * The question or decision that answers name, under its id of today: by an id, an old id, or any of its names. What names
 * none, or more than one, stays as it is.
 */
export function subjectMeant(
  knowledge: KnowledgeBase,
  subject: Renamed['subject'],
  written: string,
): string {
  const known = subject === 'question' ? knowledge.questions : knowledge.decisions;
  const present = presentSubject(knowledge, subject, written);
  const isRetired = knowledge.retired.some(({ question }) => question === present);
  if (known.has(present) || isRetired) return present;
  const found =
    subject === 'question'
      ? lookUp(written, ['question'], knowledge)
      : decisionsMeant(written, knowledge);
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? written : only.id;
}

/** The answers that a text holds: where several choices may be picked, commas stand between them unless a label has one. */
export function membersOf(question: Question | undefined, raw: unknown): unknown {
  if (typeof raw !== 'string' || !raw.includes(',') || !question?.several) return raw;
  if (choicesMeant(question, raw).length > 0) return raw;
  return raw.split(',').map((each) => each.trim());
}
