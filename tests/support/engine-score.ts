import type { Answers } from '../../src/model/answers.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Evidence, Pattern } from '../../src/model/pattern.ts';
import type { Question } from '../../src/model/question.ts';
import { legalUnder } from './engine-implied.ts';
import { evidencePoints, ratingOf } from './engine-worlds.ts';

/** What S is worked out from. */
export interface Scored {
  readonly knowledge: KnowledgeBase;
  readonly decision: Decision;
  readonly pattern: Pattern;
  readonly answers: Answers;
}

/**
 * S[a] of docs/model.md, "Value and score": the answered part, what every answer to an open question gives, and joined
 * conditions that certainly hold.
 */
export function expectedScore(scored: Scored): number {
  const byQuestion = [...scored.knowledge.questions.values()].map((question) => {
    const legal = legalUnder(scored.knowledge, question, scored.answers);
    const [only = [], ...others] = legal;
    return others.length === 0
      ? entry(scored, question, only)
      : certainEntry(scored, question, legal);
  });
  return sum([baseEntry(scored), ...byQuestion, ...certainJoined(scored)]);
}

/** T0[a]. */
function baseEntry({ knowledge, decision, pattern }: Scored): number {
  const weightOf = (quality: string) => knowledge.qualities.get(quality)?.weight ?? 0;
  return sum(decision.driving.map((quality) => weightOf(quality) * ratingOf(pattern, quality)));
}

/** T[a, q, o]. */
function entry({ decision, pattern }: Scored, question: Question, said: readonly string[]): number {
  const picked = question.choices.filter(({ id }) => said.includes(id));
  const byQuality = decision.driving.flatMap((quality) =>
    picked.map(({ weights }) => (weights.get(quality) ?? 0) * ratingOf(pattern, quality)),
  );
  const byEvidence = pattern.evidence
    .filter(({ condition }) => condition && isOn(condition, question.id))
    .map((each) => (isFulfilled(each, said) ? evidencePoints(each) : 0));
  return sum([...byQuality, ...byEvidence]);
}

/** c[a, q]. */
function certainEntry(
  scored: Scored,
  question: Question,
  legal: readonly (readonly string[])[],
): number {
  const entries = legal.map((said) => entry(scored, question, said));
  const isOneSign = entries.every((each) => each > 0) || entries.every((each) => each < 0);
  if (!isOneSign) return 0;
  return entries.reduce((nearest, each) => (Math.abs(each) < Math.abs(nearest) ? each : nearest));
}

function isOn({ terms }: Condition, question: string): boolean {
  return terms.every(({ subject }) => subject === question);
}

function isFulfilled({ condition }: Evidence, said: readonly string[]): boolean {
  return condition?.terms.every(({ choices }) => choices.some((id) => said.includes(id))) === true;
}

/** A joined condition counts once every answer to its open questions fulfils it. */
function certainJoined({ knowledge, pattern, answers }: Scored): number[] {
  const isCertain = ({ terms }: Condition) =>
    [...new Set(terms.map(({ subject }) => subject))].every((subject) => {
      const question = knowledge.questions.get(subject);
      const said = question ? legalUnder(knowledge, question, answers) : [];
      const own = terms.filter((term) => term.subject === subject);
      return said.every((each) =>
        own.every(({ choices }) => choices.some((id) => each.includes(id))),
      );
    });
  return pattern.evidence.flatMap((each) => {
    const { condition } = each;
    if (condition === undefined || condition.terms.some((term) => isOn(condition, term.subject)))
      return [];
    return isCertain(condition) ? [evidencePoints(each)] : [];
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
