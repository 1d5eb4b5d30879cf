import { plainAnswers, plainPins } from '../../common/plain-answers.ts';
import type { Advice } from '../../model/advice.ts';
import type { AnswerSheet } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { type Situation, THOROUGH } from '../decide/judge.ts';
import { type JointPicks, jointPicks } from '../joint/joint-picks.ts';
import { contradictionsIn, notCoveredIn } from './contradictions.ts';
import { decisionAdvice } from './decision-advice.ts';
import { impliedIn } from './implied-answers.ts';
import { type Asked, caseOf, judgeWanted, situationOf } from './situation.ts';

export interface AdviceRequest extends Asked, Pick<AnswerSheet, 'system' | 'scope'> {}

/** Advice on one system: a pure function of the knowledge and what is answered. */
export function advise(knowledge: KnowledgeBase, request: AdviceRequest): Advice {
  const situation = situationOf(knowledge, request);
  const judged = [...judgeWanted(situation, request.decisions).values()];
  const joint = jointPicks(situation, { judged, calls: THOROUGH.calls });
  const given = caseOf(situation, joint);
  return {
    ...adviceHead(knowledge, request),
    decisions: judged.map((each) => decisionAdvice(each, given)),
    ...conflictsLeft(situation, request.decisions, joint),
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

/** What still does not go together with a decision that is asked for, and why nothing better is recommended. */
export function conflictsLeft(
  { tables }: Situation,
  asked: readonly string[],
  joint: JointPicks,
): Pick<Advice, 'conflicts' | 'irreparable' | 'jointGivenUp'> {
  const all = [...tables.decisions.keys()];
  const wanted = asked.length === 0 ? all : asked.flatMap((id) => tables.indexOf.get(id) ?? []);
  const left = joint.stillBroken(wanted);
  return {
    conflicts: left.map(({ conflict }) => conflict),
    ...(left.some(({ isGivenUp }) => !isGivenUp) && { irreparable: true }),
    ...(left.some(({ isGivenUp }) => isGivenUp) && { jointGivenUp: true }),
  };
}
