import { verdictsOn } from '../engine/advice/verdicts.ts';
import { standingsOf } from '../engine/next/outlook.ts';
import type { Answers } from '../model/answers.ts';
import { CLEAR_SHIFT, MOST_WITH_SHIFTS } from '../model/clear-shift.ts';
import type { Interview } from '../model/interview.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { knownAnswers } from '../model/known-answers.ts';
import type { Standing } from '../model/outlook.ts';
import type { Why, WhyChange, WhyChoice, WhyShift } from '../model/why.ts';

/** Why the question at hand is asked; undefined at the end. An answer that it has already is looked away from. */
export function whyAsked(knowledge: KnowledgeBase, interview: Interview): Why | undefined {
  const { at, sheet } = interview;
  const question = at.kind === 'question' ? knowledge.questions.get(at.question) : undefined;
  if (question === undefined) return undefined;
  const { id, choices } = question;
  const others = new Map([...knownAnswers(sheet)].filter(([each]) => each !== id));
  const standingsWith = standingsFor(knowledge, interview, choices.length <= MOST_WITH_SHIFTS);
  const now = standingsWith(others);
  return {
    decisions: now.filter((each) => canMove(id, each)).map((each) => each.id),
    choices: choices.map((choice) => {
      const then = standingsWith(new Map(others).set(id, { choices: [choice.id] }));
      return whatFollows(choice.id, now, then);
    }),
  };
}

function canMove(question: string, { dependsOn, appliesDependsOn = [] }: Standing): boolean {
  return dependsOn.includes(question) || appliesDependsOn.includes(question);
}

function pickOf({ status, recommended, applies }: Standing): WhyChange['before'] {
  return { status, recommended, applies };
}

function standingsFor(
  knowledge: KnowledgeBase,
  { sheet: { pins }, topic: { decisions } }: Interview,
  withShares: boolean,
): (answers: Answers) => readonly Standing[] {
  if (withShares) return (answers) => standingsOf(knowledge, { answers, pins, decisions });
  const verdicts = verdictsOn(knowledge, decisions);
  return (answers) => verdicts(answers, pins);
}

function whatFollows(
  choice: string,
  now: readonly Standing[],
  then: readonly Standing[],
): WhyChoice {
  const pairs = now.flatMap((before, index) => {
    const after = then[index];
    return after ? [{ before, after }] : [];
  });
  const changes = pairs.flatMap(changeIn);
  const shifts = pairs.flatMap(shiftIn);
  return {
    choice,
    changes: changes.toSorted((a, b) => Number(a.status === 'open') - Number(b.status === 'open')),
    shifts: shifts.toSorted((a, b) => sizeOf(b) - sizeOf(a)),
  };
}

interface Pair {
  readonly before: Standing;
  readonly after: Standing;
}

function changeIn({ before, after }: Pair): WhyChange[] {
  if (isSame(before, after)) return [];
  const { id, status, recommended, applies } = after;
  const was = pickOf(before);
  return [{ decision: id, status, recommended, applies, before: was }];
}

function shiftIn({ before, after }: Pair): WhyShift[] {
  if (!isSame(before, after) || before.share === undefined || after.share === undefined) return [];
  const { id, recommended } = after;
  const shift = { decision: id, recommended, before: before.share, after: after.share };
  return sizeOf(shift) < CLEAR_SHIFT ? [] : [shift];
}

function sizeOf({ before, after }: Pick<WhyShift, 'before' | 'after'>): number {
  return Math.abs(after - before);
}

function isSame(before: Standing, after: Standing): boolean {
  const isAlike = before.recommended.join() === after.recommended.join();
  return before.status === after.status && before.applies === after.applies && isAlike;
}
