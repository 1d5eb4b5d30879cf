import type { Answers } from '../../src/model/answers.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Question } from '../../src/model/question.ts';
import { outcomeIn, type Situation, type Truth, verdictOn } from './engine-brute-force.ts';
import { legalUnder } from './engine-implied.ts';
import { isApplicable, patternIn, type World } from './engine-worlds.ts';

/** All that brute force says of a decision, but for its techniques one by one. */
export type ReachableTruth = Omit<Truth, 'techniques'>;

/**
 * The truth about a decision that has too many completions to list: completions that add the same to the weights and
 * break the same conditions cannot be told apart, so one of each such kind is enough. Exact, by docs/model.md, "Value
 * and score".
 */
export function reachableTruth(
  knowledge: KnowledgeBase,
  decision: Decision,
  situation: Situation,
): ReachableTruth {
  const picks = survey(outcomesIn(knowledge, decision, situation));
  const applying = survey(applicabilityIn(knowledge, decision, situation));
  const isPinned = situation.pins.has(decision.id);
  const completions = [...applying.outcomes.values()].reduce((sum, count) => sum + count, 0);
  const count = applying.outcomes.get(APPLIES) ?? 0;
  const isNever = count === 0;
  return {
    applies: isNever ? 'no' : count === completions ? 'yes' : 'undecided',
    appliesDependsOn: applying.dependsOn,
    applying: count,
    completions,
    ...(isNever
      ? { status: 'not-applicable', winners: [] }
      : verdictOn([...picks.outcomes.keys()], { several: decision.several, isPinned })),
    dependsOn: isNever ? [] : picks.dependsOn,
    outcomes: picks.outcomes,
  };
}

/** In how many completions each outcome comes about; a decision that may have too many to list. */
export function countedOutcomes(
  knowledge: KnowledgeBase,
  decision: Decision,
  situation: Situation,
): ReadonlyMap<string, number> {
  return survey(outcomesIn(knowledge, decision, situation)).outcomes;
}

const APPLIES = 'applies';

/** What every completion comes to, and what may tell completions apart. */
interface Aspect {
  readonly knowledge: KnowledgeBase;
  readonly situation: Situation;
  readonly conditions: readonly Condition[];
  readonly outcomeOf: (world: World) => string;
}

function outcomesIn(knowledge: KnowledgeBase, decision: Decision, situation: Situation): Aspect {
  return {
    ...{ knowledge, situation, conditions: evidenceOn(knowledge, decision) },
    outcomeOf: (world) => outcomeIn(world, decision),
  };
}

/** Through its parents, if need be. */
function applicabilityIn(
  knowledge: KnowledgeBase,
  decision: Decision,
  situation: Situation,
): Aspect {
  const decisions = [...knowledge.decisions.values()];
  return {
    ...{ knowledge, situation },
    conditions: decisions.flatMap((each) => [...each.appliesWhen, ...evidenceOn(knowledge, each)]),
    outcomeOf: (world) => (isApplicable(world, decision) ? APPLIES : 'does not apply'),
  };
}

function evidenceOn(knowledge: KnowledgeBase, { alternatives }: Decision): Condition[] {
  return alternatives.flatMap(({ id }) =>
    patternIn({ knowledge }, id).evidence.flatMap(({ condition }) => condition ?? []),
  );
}

interface Survey {
  readonly outcomes: ReadonlyMap<string, number>;
  /** In the order of the questions. */
  readonly dependsOn: readonly string[];
}

function survey(aspect: Aspect): Survey {
  const { knowledge, situation, conditions } = aspect;
  const questions = [...knowledge.questions.values()];
  const looks = questions.map((question) => ({
    id: question.id,
    kinds: kindsOf(question, situation.answers, { knowledge, conditions }),
  }));
  const outcomeOf = remembered(aspect);
  const changes = ({ id, kinds }: (typeof looks)[number]) => {
    const others = looks.filter((look) => look.id !== id).map((look) => look.kinds);
    if (kinds.length < 2) return false;
    return combined(others).some(
      (other) => new Set(kinds.map((kind) => outcomeOf(join(other, kind)))).size > 1,
    );
  };
  const outcomes = new Map<string, number>();
  for (const kind of combined(looks.map(({ kinds }) => kinds))) {
    const outcome = outcomeOf(kind);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + kind.count);
  }
  return { outcomes, dependsOn: looks.filter(changes).map(({ id }) => id) };
}

function remembered({ knowledge, situation, outcomeOf }: Aspect): (kind: Kind) => string {
  const known = new Map<string, string>();
  return (kind) => {
    const key = keyOf(kind);
    const outcome =
      known.get(key) ?? outcomeOf({ knowledge, answers: kind.said, pins: situation.pins });
    known.set(key, outcome);
    return outcome;
  };
}

/** Answers to some questions, with all that tells them apart. */
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
  answers: Answers,
  { knowledge, conditions }: Pick<Aspect, 'knowledge' | 'conditions'>,
): Kind[] {
  const terms = conditions.map((condition) =>
    condition.terms.filter(({ subject }) => subject === question.id),
  );
  const kinds = legalUnder(knowledge, question, answers).map((said) => {
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
