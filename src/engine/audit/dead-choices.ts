import type { AuditFinding } from '../../model/audit.ts';
import type { Question } from '../../model/question.ts';
import { firstMembers, has } from '../table/masks.ts';
import type { DecisionEntry, Tables } from '../table/tables.ts';
import type { ChoicesSeen } from './choices-seen.ts';

/** The questions and choices that change neither a pick nor whether a decision applies, however the others are answered. */
export function deadChoices(
  { knowledge, decisions }: Tables,
  { unseen, undecided }: ChoicesSeen,
): AuditFinding[] {
  return [...knowledge.questions.values()].flatMap((question, slot) => {
    const [dead, unsure] = [unseen[slot] ?? 0, undecided[slot] ?? 0];
    if (dead === firstMembers(question.choices.length)) {
      const isUsed = decisions.some((decision) => isUsedIn(decision, slot));
      return [deadQuestion(question, isUsed, (dead & unsure) !== 0)];
    }
    return question.choices.flatMap((choice, index) =>
      has(dead, index) ? [deadChoice(question, choice, has(unsure, index))] : [],
    );
  });
}

function isUsedIn({ appliesWhen, tables }: DecisionEntry, slot: number): boolean {
  const isNamed = appliesWhen.flat().some((demand) => 'slot' in demand && demand.slot === slot);
  return isNamed || tables().some(({ byQuestion }) => byQuestion.has(slot));
}

function deadQuestion({ id, place }: Question, isUsed: boolean, isUnsure: boolean): AuditFinding {
  return {
    rule: 'dead-question',
    severity: 'error',
    subject: id,
    message: isUsed
      ? messageOn(`\`${id}\``, isUnsure)
      : `No condition and no weight makes \`${id}\` matter to any decision`,
    hint: 'use it in a condition, or do not ask it',
    place,
  };
}

function deadChoice(
  question: Question,
  { id, place }: Question['choices'][number],
  isUnsure: boolean,
): AuditFinding {
  return {
    rule: 'dead-choice',
    severity: 'error',
    subject: `${question.id}/${id}`,
    message: messageOn(`\`${question.id}: ${id}\``, isUnsure),
    hint: 'give it a weight or a condition, or join it with a neighbour',
    place,
  };
}

function messageOn(name: string, isUnsure: boolean): string {
  return isUnsure
    ? `Whether ${name} ever changes a pick is undecided: there are too many answers to try`
    : `No answers to the other questions make ${name} change a pick, or whether a decision applies`;
}
