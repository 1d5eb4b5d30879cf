import { knownAnswers } from '../common/answers.ts';
import { alonePick, isDecided } from '../common/decided.ts';
import { CLEAR_SHIFT, MOST_WITH_SHIFTS } from '../common/limits.ts';
import { preparedFor } from '../common/prepared.ts';
import { standingsOf } from '../engine/advice/outlook.ts';
import { ownVerdictsOn } from '../engine/advice/verdicts.ts';
import { PICKS } from '../engine/decide/judge-table.ts';
import type { Answers } from '../model/answers.ts';
import type { Interview } from '../model/interview.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Changed, Standing, Why, WhyChange, WhyChoice, WhyShift } from '../model/outlook.ts';
import type { Question } from '../model/question.ts';
import type { Verdict } from '../model/verdict.ts';

/** Why the current question is asked; undefined at the end. An answer it already has is ignored. */
export function whyAsked(knowledge: KnowledgeBase, interview: Interview): Why | undefined {
  const { at } = interview;
  const question = at.kind === 'question' ? knowledge.questions.get(at.question) : undefined;
  if (question === undefined) return undefined;
  return prepared(knowledge, interview, question.id) ?? whyOf(question, knowledge, interview);
}

/** Why a question is asked first, of all decisions: every interview starts there, and no question takes longer to look through. */
function prepared(
  knowledge: KnowledgeBase,
  { topic, sheet }: Interview,
  question: string,
): Why | undefined {
  if (topic.decisions.length + sheet.pins.size + knownAnswers(sheet).size > 0) return undefined;
  const text = preparedFor(knowledge)?.(sectionOf(question));
  return text === undefined ? undefined : JSON.parse(text);
}

function sectionOf(question: string): string {
  return `why ${question}`;
}

/** Why the first question is asked, as a section. */
export function packWhy(knowledge: KnowledgeBase, interview: Interview): Map<string, string> {
  const { at } = interview;
  const why = whyAsked(knowledge, interview);
  return new Map(
    at.kind === 'question' && why ? [[sectionOf(at.question), JSON.stringify(why)]] : [],
  );
}

function whyOf({ id, choices }: Question, knowledge: KnowledgeBase, interview: Interview): Why {
  const { sheet } = interview;
  const others = new Map([...knownAnswers(sheet)].filter(([each]) => each !== id));
  const now = standingsWith(others, knowledge, interview);
  const standingsAfter = foresight({ id, choices }, now, { knowledge, interview });
  return {
    decisions: now.filter(isMovedBy(id)).map((each) => each.id),
    choices: choices.map((choice) => {
      const answers = new Map(others).set(id, { choices: [choice.id] });
      return whatFollows(choice.id, now, standingsAfter(answers));
    }),
  };
}

/** Those of the interview, unless the current question is answered already. */
function standingsWith(
  others: Answers,
  knowledge: KnowledgeBase,
  { sheet, topic, outlook }: Interview,
): readonly Standing[] {
  if (others.size === knownAnswers(sheet).size) return outlook.decisions;
  return standingsOf(knowledge, {
    answers: others,
    pins: sheet.pins,
    decisions: topic.decisions,
  });
}

function isMovedBy(question: string): (standing: Standing) => boolean {
  return ({ dependsOn, appliesDependsOn = [] }) =>
    dependsOn.includes(question) || appliesDependsOn.includes(question);
}

/**
 * How the decisions stand once the question is answered. Where it cannot move a decision, an answer changes at most what
 * leads while that is open, and to find that out takes far less time; so it does without shares, where there are many choices.
 */
function foresight(
  { id, choices }: Pick<Question, 'id' | 'choices'>,
  now: readonly Standing[],
  { knowledge, interview }: { readonly knowledge: KnowledgeBase; readonly interview: Interview },
): (answers: Answers) => Standing[] {
  const { pins } = interview.sheet;
  const moved = choices.length > MOST_WITH_SHIFTS ? [] : now.filter(isMovedBy(id));
  const decisions = moved.map((each) => each.id);
  const verdicts = ownVerdictsOn(knowledge, interview.topic.decisions, PICKS);
  return (answers) => {
    const standings =
      decisions.length === 0 ? [] : standingsOf(knowledge, { answers, pins, decisions });
    const known = new Map(standings.map((each) => [each.id, each]));
    const quick = new Map(verdicts(answers, pins).map((each) => [each.id, each]));
    return now.map((each) => known.get(each.id) ?? turned(each, quick.get(each.id), id));
  };
}

/** Only what the question can change. */
function turned(standing: Standing, verdict: Verdict | undefined, question: string): Standing {
  if (verdict === undefined) return standing;
  const { dependsOn, appliesDependsOn = [] } = standing;
  if (appliesDependsOn.includes(question)) return verdict;
  const { applies } = standing;
  if (dependsOn.includes(question)) return { ...verdict, applies };
  const { joint: _, alone: __, ...rest } = standing;
  return { ...rest, recommended: verdict.recommended };
}

function whatFollows(
  choice: string,
  now: readonly Standing[],
  then: readonly Standing[],
): WhyChoice {
  return { choice, ...changedBetween(now, then) };
}

/** What differs between two standings of the same decisions, each by itself. */
export function changedBetween(now: readonly Standing[], then: readonly Standing[]): Changed {
  const pairs = now.flatMap((before, index) => {
    const after = then[index];
    return after ? [{ before: byItself(before), after: byItself(after) }] : [];
  });
  const changes = pairs.flatMap(changeIn);
  const shifts = pairs.flatMap(shiftIn);
  return {
    changes: changes.toSorted((a, b) => Number(isDecided(b)) - Number(isDecided(a))),
    shifts: shifts.toSorted((a, b) => sizeOf(b) - sizeOf(a)),
  };
}

/** The question is asked for what decisions pick by themselves. */
function byItself(standing: Standing): Standing {
  return { ...standing, recommended: alonePick(standing) };
}

interface Pair {
  readonly before: Standing;
  readonly after: Standing;
}

function changeIn({ before, after }: Pair): WhyChange[] {
  if (isSame(before, after)) return [];
  const { id, status, recommended, applies } = after;
  const was = {
    status: before.status,
    recommended: before.recommended,
    applies: before.applies,
  };
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
