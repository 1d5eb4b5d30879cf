import type { Condition } from '../../model/condition.ts';

/** What a condition asks of one question or decision, by id: every list must share a choice with the answer or pick. */
export interface Part {
  readonly question: string;
  readonly lists: readonly (readonly string[])[];
}

/** A condition cut by subject, so that terms on the same subject are judged together; without any, nothing. */
export function partsOf(condition: Condition | undefined): Part[] {
  const lists = new Map<string, (readonly string[])[]>();
  for (const { subject, choices } of condition?.terms ?? []) {
    lists.set(subject, [...(lists.get(subject) ?? []), choices]);
  }
  return [...lists].map(([question, each]) => ({ question, lists: each }));
}

/** Whether an answer or a pick, one id or a set of them, fulfils the part. */
export function fulfils(choices: readonly string[], { lists }: Part): boolean {
  return lists.every((list) => list.some((choice) => choices.includes(choice)));
}
