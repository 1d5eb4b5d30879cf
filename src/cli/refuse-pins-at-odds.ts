import { UserError } from '../common/user-error.ts';
import { pinsAtOdds } from '../engine/advice/conflicts.ts';
import type { Pins } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';

/** Throws a `UserError` where one pin makes another pointless, whatever is answered. */
export function refusePinsAtOdds(knowledge: KnowledgeBase, pins: Pins): void {
  const found = pinsAtOdds(knowledge, pins);
  if (found === undefined) return;
  const { decision, by, appliesWhen } = found;
  throw new UserError(
    `The pins \`${pinText(by, pins)}\` and \`${pinText(decision, pins)}\` contradict each other`,
    `\`${decision}\` only applies when ${appliesWhen.map((text) => `\`${text}\``).join(' or ')}: leave out one of the pins, or change it`,
  );
}

/** As it is typed: `database=sql`. */
export function pinText(decision: string, pins: Pins): string {
  return `${decision}=${(pins.get(decision) ?? []).join(',')}`;
}
