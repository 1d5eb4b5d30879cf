import type { Advice } from '../../model/advice.ts';
import type { AnswerSheet, Answers, Pins } from '../../model/answers.ts';
import type { Condition } from '../../model/condition.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { type Judged, judge, type Situation, THOROUGH } from '../decide/judge.ts';
import { nearAnswers } from '../flip/changes.ts';
import { masksOf } from '../table/slots.ts';
import { pinMasksOf, tablesFor } from '../table/tables.ts';
import { conflictsIn } from './conflicts.ts';
import { contradictionsIn } from './contradictions.ts';
import { type Case, decisionAdvice } from './decision-advice.ts';
import { picksUnder } from './picks-under.ts';
import { plainAnswers, plainPins } from './plain-answer.ts';
import { repairOf } from './repair.ts';

export interface AdviceRequest extends Pick<AnswerSheet, 'system' | 'scope'> {
  readonly answers: Answers;
  readonly pins: Pins;
  /** The decisions asked for; all where it is empty. */
  readonly decisions: readonly string[];
}

/** Advice on one system: a pure function of the knowledge and what is answered. */
export function advise(knowledge: KnowledgeBase, request: AdviceRequest): Advice {
  const situation = situationOf(knowledge, request);
  const judged = [...judgeWanted(situation, request.decisions).values()];
  const under = picksUnder(situation, judged);
  const given = caseOf(situation, under);
  return {
    ...adviceHead(knowledge, request),
    decisions: judged.map((each) => decisionAdvice(each, given)),
    ...togetherIn(situation, request.decisions, under),
  };
}

/** What advice and everything that questions it start with. */
export function adviceHead(
  knowledge: KnowledgeBase,
  { answers, pins, system, scope }: AdviceRequest,
): Omit<Advice, 'decisions' | 'conflicts'> {
  return {
    version: 2,
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    knowledge: { version: knowledge.version, sha256: knowledge.sha256 },
    answers: plainAnswers(knowledge, answers),
    pins: plainPins(knowledge, pins),
    unanswered: [...knowledge.questions.keys()].filter((id) => !answers.has(id)),
    contradictions: contradictionsIn(knowledge, answers),
  };
}

export function situationOf(
  knowledge: KnowledgeBase,
  { answers, pins }: Pick<AdviceRequest, 'answers' | 'pins'>,
): Situation {
  const tables = tablesFor(knowledge);
  return {
    tables,
    answers: masksOf(answers, tables.questions),
    pins: pinMasksOf(pins, tables),
  };
}

/** Judges the decisions named; all where none is. */
export function judgeWanted(
  situation: Situation,
  wanted: readonly string[],
  depth = THOROUGH,
): Map<number, Judged> {
  const indexes = wanted.flatMap((id) => situation.tables.indexOf.get(id) ?? []);
  return judge(situation, { ...(wanted.length > 0 && { decisions: indexes }), depth });
}

export function caseOf(situation: Situation, under = picksUnder(situation)): Case {
  const { tables, answers, pins } = situation;
  return {
    ...{ tables, answers, pins, near: nearAnswers(answers) },
    idsOf: (questions) => questions.flatMap((index) => tables.questions[index]?.id ?? []),
    appliesAsPicked: ({ decision }) => under(pins).get(decision.id)?.appliesAsPicked === true,
  };
}

/** What does not go together with a decision that is asked for, and the smallest repair. */
function togetherIn(
  situation: Situation,
  wanted: readonly string[],
  under: ReturnType<typeof picksUnder>,
): Pick<Advice, 'conflicts' | 'repair' | 'irreparable'> {
  const { combinations } = situation.tables.knowledge;
  if (combinations.length === 0) return { conflicts: [] };
  const isAsked = ({ terms }: Condition) => terms.some(({ subject }) => wanted.includes(subject));
  const relevant = combinations.filter(
    ({ when, requires }) => wanted.length === 0 || isAsked(when) || (requires && isAsked(requires)),
  );
  const conflicts = conflictsIn(relevant, under(situation.pins));
  return { conflicts, ...(conflicts.length > 0 && repairOf(situation, under)) };
}
