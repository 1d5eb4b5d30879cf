import type { Status } from '../../src/model/advice.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import type { Question } from '../../src/model/question.ts';
import { outcomeIn, type Situation, verdictOn } from './engine-brute-force.ts';
import { legalSets } from './engine-legal-sets.ts';

export interface ReachableTruth {
  readonly status: Status;
  readonly dependsOn: readonly string[];
}

/**
 * The truth about a decision that has too many completions to list: completions that add the same to the weights and
 * break the same conditions cannot be told apart, so one of each such kind is enough. Exact, by MODEL.md, section 2.
 */
export function reachableTruth(
  knowledge: KnowledgeBase,
  decision: Decision,
  { answers, pins }: Situation,
): ReachableTruth {
  const looks = looksAt(knowledge, answers);
  const known = new Map<string, string>();
  const outcomeOf = (kind: Kind) => {
    const key = keyOf(kind);
    const outcome = known.get(key) ?? outcomeIn({ knowledge, answers: kind.said, pins }, decision);
    known.set(key, outcome);
    return outcome;
  };
  const outcomes = combined(looks.map(({ kinds }) => kinds)).map(outcomeOf);
  const changes = ({ id, kinds }: (typeof looks)[number]) => {
    const others = looks.filter((look) => look.id !== id).map((look) => look.kinds);
    return combined(others).some((other) => {
      return new Set(kinds.map((kind) => outcomeOf(join(other, kind)))).size > 1;
    });
  };
  return {
    status: verdictOn(outcomes, { several: decision.several, mayBeNone: decision.several }).status,
    dependsOn: looks.filter(changes).map(({ id }) => id),
  };
}

/** In how many completions each outcome comes about; a decision that may have too many to list. */
export function countedOutcomes(
  knowledge: KnowledgeBase,
  decision: Decision,
  { answers, pins }: Situation,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { said, count } of combined(looksAt(knowledge, answers).map(({ kinds }) => kinds))) {
    const outcome = outcomeIn({ knowledge, answers: said, pins }, decision);
    counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  }
  return counts;
}

function looksAt(knowledge: KnowledgeBase, answers: Situation['answers']) {
  return [...knowledge.questions.values()].map((question) => ({
    id: question.id,
    kinds: kindsOf(question, answers.get(question.id)?.choices, knowledge),
  }));
}

/** Answers to some questions, with all that can be told of them. */
interface Kind {
  /** How many answers are of this kind. */
  readonly count: number;
  readonly said: ReadonlyMap<string, readonly string[]>;
  /** What they add to each quality. */
  readonly weights: readonly number[];
  /** One bit for each condition that they break. */
  readonly broken: bigint;
}

function kindsOf(
  question: Question,
  given: readonly string[] | undefined,
  knowledge: KnowledgeBase,
): Kind[] {
  const terms = conditionsOf(knowledge).map((condition) =>
    condition.terms.filter(({ subject }) => subject === question.id),
  );
  const kinds = (given ? [given] : legalSets(question)).map((said) => {
    const picked = question.choices.filter(({ id }) => said.includes(id));
    const breaks = terms.map((own) =>
      own.some(({ choices }) => !choices.some((choice) => said.includes(choice))),
    );
    return {
      count: 1,
      said: new Map([[question.id, said]]),
      weights: [...knowledge.qualities.keys()].map((quality) =>
        picked.reduce((sum, { weights }) => sum + (weights.get(quality) ?? 0), 0),
      ),
      broken: breaks.reduce(
        (bits, isBroken, bit) => (isBroken ? bits | (1n << BigInt(bit)) : bits),
        0n,
      ),
    };
  });
  return distinct(kinds);
}

function conditionsOf({ patterns, decisions }: KnowledgeBase) {
  const evidence = [...patterns.values()].flatMap((pattern) => pattern.evidence);
  return [
    ...evidence.flatMap(({ condition }) => condition ?? []),
    ...[...decisions.values()].flatMap(({ appliesWhen }) => appliesWhen),
  ];
}

/** One of each kind of joint answers. */
function combined(questions: readonly (readonly Kind[])[]): Kind[] {
  const [first = [], ...others] = questions;
  return others.reduce<Kind[]>(
    (joint, kinds) => distinct(joint.flatMap((before) => kinds.map((kind) => join(before, kind)))),
    [...first],
  );
}

function join(left: Kind, right: Kind): Kind {
  return {
    count: left.count * right.count,
    said: new Map([...left.said, ...right.said]),
    weights: left.weights.map((weight, index) => weight + (right.weights[index] ?? 0)),
    broken: left.broken | right.broken,
  };
}

function distinct(kinds: readonly Kind[]): Kind[] {
  const merged = new Map<string, Kind>();
  for (const kind of kinds) {
    const key = keyOf(kind);
    merged.set(key, { ...kind, count: kind.count + (merged.get(key)?.count ?? 0) });
  }
  return [...merged.values()];
}

function keyOf({ weights, broken }: Kind): string {
  return `${weights.join()}/${broken}`;
}
