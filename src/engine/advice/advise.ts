import { plainAnswers, plainPins } from '../../common/plain-answers.ts';
import type { Advice } from '../../model/advice.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { Condition } from '../../model/condition.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Situation } from '../decide/judge.ts';
import { conflictsIn } from './conflicts.ts';
import { contradictionsIn, notCoveredIn } from './contradictions.ts';
import { decisionAdvice } from './decision-advice.ts';
import { impliedIn } from './implied-answers.ts';
import { picksUnder } from './picks-under.ts';
import { repairOf } from './repair.ts';
import { type Asked, caseOf, judgeWanted, situationOf } from './situation.ts';

export interface AdviceRequest extends Asked, Pick<AnswerSheet, 'system' | 'scope'> {}

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
  const implied = impliedIn(knowledge, answers);
  const unanswered = [...knowledge.questions.keys()].filter((id) => !answers.has(id));
  const isAnswered = (id: string) =>
    implied.some(({ question, choices }) => question === id && choices.length === 1);
  const notCovered = notCoveredIn(knowledge, answers);
  return {
    version: 2,
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    knowledge: { version: knowledge.version, sha256: knowledge.sha256 },
    answers: plainAnswers(knowledge, answers),
    pins: plainPins(knowledge, pins),
    unanswered: unanswered.filter((id) => !isAnswered(id)),
    contradictions: contradictionsIn(knowledge, answers),
    ...(implied.length > 0 && { implied }),
    ...(notCovered.length > 0 && { notCovered }),
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
