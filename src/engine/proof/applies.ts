import type { Sheet } from './codes.ts';
import { truthOf } from './conditions.ts';
import type { Demand } from './dense-decision.ts';
import type { Judged } from './judged.ts';
import type { Stop } from './lines.ts';
import { addQuestion, addQuestions, noQuestions, type Questions } from './questions.ts';

/** What is known of the decisions before one, by index. */
export type Earlier = Pick<ReadonlyMap<number, Judged>, 'get'>;

/** Whether a decision applies whatever is answered; undefined where each demand by itself does not show it. */
export function appliesIn(
  { decision: { appliesWhen }, isPinned }: Stop,
  sheet: Sheet,
  earlier: Earlier,
): boolean | undefined {
  if (isPinned || appliesWhen.length === 0) return true;
  const truths = appliesWhen.map((demands) => {
    const each = demands.map((demand) => isMet(demand, sheet, earlier));
    if (each.includes(false)) return false;
    return each.includes(undefined) ? undefined : true;
  });
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

function isMet(demand: Demand, sheet: Sheet, earlier: Earlier): boolean | undefined {
  if ('literal' in demand) return truthOf(demand.literal, sheet);
  const parent = earlier.get(demand.decision);
  if (parent === undefined) return false;
  const shares = (bits: number) => demand.lists.every((list) => (list & bits) !== 0);
  if (shares(parent.must)) return true;
  if (parent.isSure && demand.lists.every((list) => (parent.may & ~list) === 0)) return true;
  return shares(parent.may) ? undefined : false;
}

/** The open questions that decide whether it applies, through the decisions it hangs on too. */
export function questionsDeciding({ decision }: Stop, sheet: Sheet, earlier: Earlier): Questions {
  const deciding = noQuestions(sheet.length);
  for (const demand of decision.appliesWhen.flat()) {
    if ('decision' in demand) {
      const parent = earlier.get(demand.decision);
      if (parent) addQuestions(deciding, parent.dependsOn);
    } else if (truthOf(demand.literal, sheet) === undefined) {
      addQuestion(deciding, demand.literal.question);
    }
  }
  return deciding;
}
