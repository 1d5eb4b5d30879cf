import { advise } from '../../src/engine/advice/advise.ts';
import { situationOf } from '../../src/engine/advice/situation.ts';
import { type Judged, judge, THOROUGH } from '../../src/engine/decide/judge.ts';
import type { Depth } from '../../src/engine/decide/judge-table.ts';
import type { DecisionAdvice, RankedAlternative } from '../../src/model/advice.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Pattern } from '../../src/model/pattern.ts';
import { type Case, knowledgeIn, situationIn } from './engine-arbitraries.ts';
import { bruteForce, completionsOf } from './engine-brute-force.ts';
import type { World } from './engine-worlds.ts';
import { oncePerCase } from './once-per-case.ts';

/** What the engine under test says on a case, on the decisions asked for or on all. */
export function adviceOn(each: Case, decisions: readonly string[] = []): readonly DecisionAdvice[] {
  return advise(knowledgeIn(each), { ...situationIn(each), decisions }).decisions;
}

/** What the engine judges of each decision of a case. */
export function judgedOn(
  each: Case,
  {
    knowledge = knowledgeIn(each),
    depth = THOROUGH,
  }: { knowledge?: KnowledgeBase; depth?: Depth } = {},
): Judged[] {
  const situation = situationOf(knowledge, situationIn(each));
  return [...judge(situation, { depth }).values()];
}

/** An alternative that was weighed, with all that belongs to it. */
export interface WeighedAlternative {
  readonly knowledge: KnowledgeBase;
  readonly decision: Decision;
  readonly pattern: Pattern;
  readonly ranked: RankedAlternative;
}

/** Every alternative of the case, but for the baseline of several picks, which stands for having none. */
export function weighedIn(each: Case, decisions = adviceOn(each)): WeighedAlternative[] {
  const knowledge = knowledgeIn(each);
  return decisions.flatMap(({ id, ranking }) => {
    const decision = decisionIn(knowledge, id);
    const isWeighed = (alternative: string) =>
      !decision.several || decision.baseline !== alternative;
    return ranking.flatMap((ranked) => {
      const pattern = knowledge.patterns.get(ranked.alternative);
      if (pattern === undefined) throw new Error(`unknown pattern ${ranked.alternative}`);
      return isWeighed(pattern.id) ? [{ knowledge, decision, pattern, ranked }] : [];
    });
  });
}

export function decisionIn({ decisions }: KnowledgeBase, id: string): Decision {
  const decision = decisions.get(id);
  if (decision === undefined) throw new Error(`unknown decision ${id}`);
  return decision;
}

/** What is true of a case, by looking at every completion. */
export const truthIn = oncePerCase((each: Case) =>
  bruteForce(knowledgeIn(each), situationIn(each)),
);

/** Every completion of a case. */
export const worldsIn = oncePerCase(
  (each: Case): readonly World[] => completionsOf(knowledgeIn(each), situationIn(each)).worlds,
);

/** What the engine says on all decisions of a case. */
export const adviceIn = oncePerCase((each: Case) => adviceOn(each));

/** What the engine judges of all decisions of a case. */
export const judgedIn = oncePerCase((each: Case): readonly Judged[] => judgedOn(each));

/** Every alternative of a case that is weighed. */
export const weighedOnce = oncePerCase((each: Case) => weighedIn(each, adviceIn(each)));
