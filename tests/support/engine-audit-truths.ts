import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Question } from '../../src/model/question.ts';
import { completionsOf, outcomeIn } from './engine-brute-force.ts';
import {
  holds,
  isApplicable,
  isRuledOut,
  patternIn,
  ratingOf,
  techniquesOf,
  valueIn,
  type World,
} from './engine-worlds.ts';

/** What an audit has to find, by looking at every completion; as `rule subject`, in the order of its findings. */
export interface AuditTruth {
  readonly neverWins: readonly string[];
  readonly dead: readonly string[];
  /** With the step and the two alternatives. */
  readonly falling: readonly string[];
  readonly excluded: readonly string[];
}

export function auditTruth(knowledge: KnowledgeBase): AuditTruth {
  const all = completionsOf(knowledge, { answers: new Map(), pins: new Map() });
  const decisions = [...knowledge.decisions.values()];
  return {
    neverWins: decisions.flatMap((decision) => neverWinning(decision, all.worlds)),
    dead: deadIn(knowledge, all),
    falling: [...knowledge.questions.values()].flatMap((question) =>
      decisions.flatMap((decision) => fallingIn(decision, question, all)),
    ),
    excluded: decisions
      .filter((decision) => !decision.several && all.worlds.some(isAllRuledOut(decision)))
      .map(({ id }) => `everything-excluded ${id}`),
  };
}

type Completions = ReturnType<typeof completionsOf>;

function neverWinning(decision: Decision, worlds: readonly World[]): string[] {
  const outcomes = worlds.map((world) => outcomeIn(world, decision));
  const canApply = worlds.some((world) => isApplicable(world, decision));
  const winners = new Set(
    decision.several ? outcomes.flatMap((outcome) => outcome.split(' ')) : outcomes,
  );
  return decision.alternatives
    .filter(({ id }) => !canApply || !winners.has(id))
    .map(({ id }) => `never-wins ${decision.id}/${id}`);
}

/** A choice matters if two completions that differ by it alone differ in a pick or in what applies. */
function deadIn(knowledge: KnowledgeBase, all: Completions): string[] {
  const { worlds } = all;
  const decisions = [...knowledge.decisions.values()].filter((decision) =>
    worlds.some((world) => isApplicable(world, decision)),
  );
  const effects = worlds.map((world) =>
    decisions.map((each) => `${isApplicable(world, each)} ${outcomeIn(world, each)}`).join('|'),
  );
  return [...knowledge.questions.values()].flatMap((question) => {
    const living = new Set(livingIn(question, all, effects));
    const dead = question.choices.filter(({ id }) => !living.has(id));
    if (dead.length === question.choices.length) return [`dead-question ${question.id}`];
    return dead.map(({ id }) => `dead-choice ${question.id}/${id}`);
  });
}

function livingIn(
  question: Question,
  { worlds, siblings }: Completions,
  effects: readonly string[],
): string[] {
  const answerIn = (index: number) => worlds[index]?.answers.get(question.id) ?? [];
  return (siblings.get(question.id) ?? []).flatMap((group) =>
    group.flatMap((one) =>
      group
        .filter((other) => effects[one] !== effects[other])
        .flatMap((other) => changedBetween(answerIn(one), answerIn(other), question)),
    ),
  );
}

/** The choices by which two answers differ alone: what stands alone replaces anything, others join a set or leave it. */
function changedBetween(
  from: readonly string[],
  to: readonly string[],
  { several, choices }: Question,
): string[] {
  if (!several) return [...from, ...to];
  const alone = choices.filter(({ exclusive }) => exclusive).map(({ id }) => id);
  const standing = [...from, ...to].filter((id) => alone.includes(id));
  const [before, after] = [from, to].map((set) => set.filter((id) => id !== 'none'));
  const changed = [
    ...(before ?? []).filter((id) => !after?.includes(id)),
    ...(after ?? []).filter((id) => !before?.includes(id)),
  ];
  return changed.length === 1 ? [...standing, ...changed] : standing;
}

/** For each step up of a question, and each quality it raises: the leads that it lowers in some completion. */
function fallingIn(
  decision: Decision,
  question: Question,
  { worlds, siblings }: Completions,
): string[] {
  const qualities = question.raises.filter((quality) => decision.driving.includes(quality));
  const steps = question.choices.slice(1).map(({ id }, below) => ({
    to: id,
    from: question.choices[below]?.id ?? '',
  }));
  const answering = (group: readonly number[], choice: string) =>
    group
      .flatMap((index) => worlds[index] ?? [])
      .find(({ answers }) => answers.get(question.id)?.join() === choice);
  return qualities.flatMap((quality) =>
    racesOf(decision).flatMap((race) =>
      steps.flatMap(({ from, to }) =>
        leadsOn(quality, race, worlds[0])
          .filter((lead) =>
            (siblings.get(question.id) ?? []).some((group) => {
              const [before, after] = [answering(group, from), answering(group, to)];
              return before && after && isLower(lead, decision, [before, after]);
            }),
          )
          .map(
            ({ a, b }) =>
              `not-monotone ${question.id}/${quality}/${decision.id} ${to}: ${nameOf(a)} over ${nameOf(b)}`,
          ),
      ),
    ),
  );
}

/** Alternatives weighed against each other; '' is not having a technique. */
function racesOf(decision: Decision): string[][] {
  if (decision.several) return techniquesOf(decision).map((id) => ['', id]);
  return [decision.alternatives.map(({ id }) => id)];
}

interface Lead {
  readonly a: string;
  readonly b: string;
}

function leadsOn(quality: string, race: readonly string[], world: World | undefined): Lead[] {
  const ratings = race.map((id) => (world && id ? ratingOf(patternIn(world, id), quality) : 0));
  const best = Math.max(...ratings);
  return race.flatMap((a, index) =>
    ratings[index] === best
      ? race.filter((_, other) => (ratings[other] ?? 0) < best).map((b) => ({ a, b }))
      : [],
  );
}

function nameOf(id: string): string {
  return id === '' ? 'doing without it' : `\`${id}\``;
}

function isLower(lead: Lead, decision: Decision, worlds: readonly World[]): boolean {
  const [before, after] = worlds.map((world) => leadIn(world, lead, decision));
  return before !== undefined && after !== undefined && after < before;
}

/** Infinite where only one of the two stands; undefined where neither does. */
function leadIn(world: World, { a, b }: Lead, decision: Decision): number | undefined {
  const [own, rival] = [a, b].map((id) => standingValue(world, id, decision));
  if (own === undefined) return rival === undefined ? undefined : Number.NEGATIVE_INFINITY;
  return rival === undefined ? Number.POSITIVE_INFINITY : own - rival;
}

function standingValue(world: World, id: string, decision: Decision): number | undefined {
  if (id === '') return 0;
  const pattern = patternIn(world, id);
  const reasons = pattern.evidence.filter(({ kind }) => kind === 'use-when');
  const isNeedless = !decision.several || reasons.length === 0;
  const isReasoned = reasons.some(({ condition }) => condition && holds(world, condition));
  if (isRuledOut(world, pattern) || !(isNeedless || isReasoned)) return undefined;
  return valueIn(world, decision, pattern);
}

/** Answers that contradict each other do not count. */
function isAllRuledOut({ alternatives }: Decision) {
  return (world: World) =>
    alternatives.every(({ id }) => isRuledOut(world, patternIn(world, id))) &&
    !world.knowledge.contradictions.some(({ condition }) => holds(world, condition));
}
