import { Engine, type EngineResult } from 'json-rules-engine';
import { ratingsOf } from '../../src/common/ratings.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { factOf, rulesOf } from './rules.ts';

/** What the rule engine says: scores and what is ruled out, both by `decision/alternative`. */
export interface Scored {
  readonly scores: ReadonlyMap<string, number>;
  readonly out: ReadonlySet<string>;
}

export interface RuleEngine {
  /** How many rules there are. */
  readonly size: number;
  /** Open questions are facts that nobody states: no rule that asks for them fires. */
  readonly run: (answers: Answers) => Promise<Scored>;
}

/** `json-rules-engine` with the questionnaire of a knowledge base; the ratings are added up from its events. */
export function ruleEngine(knowledge: KnowledgeBase): RuleEngine {
  const rules = rulesOf(knowledge);
  const engine = new Engine(rules, { allowUndefinedFacts: true });
  const rows = [...knowledge.decisions.values()].flatMap((each) => rowsOf(each, knowledge));
  return {
    size: rules.length,
    run: async (answers) => {
      const facts: Record<string, unknown> = {};
      for (const [id, { choices }] of answers) {
        const question = knowledge.questions.get(id);
        if (question) facts[id] = factOf(question, choices);
      }
      return scoredBy(rows, tallyOf(await engine.run(facts), knowledge));
    },
  };
}

/** An alternative of a decision. */
interface Row {
  readonly name: string;
  readonly pattern: string;
  /** On the qualities that drive the decision. */
  readonly ratings: readonly (readonly [string, number])[];
  /** A technique is ruled out unless one of its "use when" holds. */
  readonly isNeedy: boolean;
}

function rowsOf(
  { id, several, baseline, driving, alternatives }: Decision,
  { patterns, questions, qualities }: KnowledgeBase,
): Row[] {
  return alternatives.flatMap((alternative) => {
    const pattern = patterns.get(alternative.id);
    if (pattern === undefined || (several && alternative.id === baseline)) return [];
    const ratings = ratingsOf(pattern.claims);
    const hasReasons = pattern.evidence.some(
      ({ kind, condition }) =>
        kind === 'use-when' && condition?.terms.every(({ subject }) => questions.has(subject)),
    );
    return {
      name: `${id}/${pattern.id}`,
      pattern: pattern.id,
      ratings: driving
        .filter((quality) => qualities.has(quality))
        .map((quality) => [quality, ratings.get(quality)?.rating ?? 0] as const),
      isNeedy: several && hasReasons,
    };
  });
}

/** What the events add up to. */
interface Tally {
  readonly weights: ReadonlyMap<string, number>;
  readonly points: ReadonlyMap<string, number>;
  readonly wanted: ReadonlySet<string>;
  readonly out: ReadonlySet<string>;
}

function tallyOf({ events }: EngineResult, { qualities }: KnowledgeBase): Tally {
  const weights = new Map([...qualities.values()].map(({ id, weight }) => [id, weight]));
  const points = new Map<string, number>();
  const wanted = new Set<string>();
  const out = new Set<string>();
  for (const { type, params = {} } of events) {
    const { quality, alternative, points: own } = params;
    if (type === 'weight') add(weights, quality, own);
    else add(points, alternative, own);
    if (type === 'use-when') wanted.add(alternative);
    if (type === 'ruled-out-when') out.add(alternative);
  }
  return { weights, points, wanted, out };
}

function add(sums: Map<string, number>, key: string, points: number): void {
  sums.set(key, (sums.get(key) ?? 0) + points);
}

function scoredBy(rows: readonly Row[], { weights, points, wanted, out }: Tally): Scored {
  const scores = new Map<string, number>();
  const ruledOut = new Set<string>();
  for (const { name, pattern, ratings, isNeedy } of rows) {
    const rated = ratings.reduce((sum, [id, rating]) => sum + rating * (weights.get(id) ?? 0), 0);
    scores.set(name, rated + (points.get(pattern) ?? 0));
    if (out.has(pattern) || (isNeedy && !wanted.has(pattern))) ruledOut.add(name);
  }
  return { scores, out: ruledOut };
}
