import type { Status } from '../../src/model/advice.ts';
import type { Answers, Pins } from '../../src/model/answers.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { legalSets } from './engine-legal-sets.ts';
import {
  isApplicable,
  isTechniquePicked,
  techniquesOf,
  type World,
  winnersIn,
} from './engine-worlds.ts';

export interface Situation {
  readonly answers: Answers;
  readonly pins: Pins;
}

/** The outcome of a decision that does not apply. */
export const NOT_APPLICABLE = '(does not apply)';

/** What is true of a decision, by looking at every completion. */
export interface Truth {
  readonly status: Status;
  /** Sorted; where settled or tied. */
  readonly winners: readonly string[];
  /** In the order of the questions. */
  readonly dependsOn: readonly string[];
  /** Where several may be picked: what is true of each technique. */
  readonly techniques: ReadonlyMap<string, TechniqueTruth>;
}

export interface TechniqueTruth {
  readonly status: 'settled' | 'open' | 'not-applicable';
  readonly picked: boolean;
  readonly dependsOn: readonly string[];
}

/** MODEL.md, sections 1 to 3, without any cleverness: nothing here knows of tables, bounds or classes. */
export function bruteForce(knowledge: KnowledgeBase, situation: Situation): Map<string, Truth> {
  const all = completionsOf(knowledge, situation);
  const decisions = [...knowledge.decisions.values()];
  return new Map(decisions.map((decision) => [decision.id, truthOf(decision, all)]));
}

interface Completions {
  readonly worlds: readonly World[];
  /** For each open question the worlds that differ in the answer to it alone, by their index. */
  readonly siblings: ReadonlyMap<string, readonly (readonly number[])[]>;
}

/** Every completion of the open questions. */
export function completionsOf(knowledge: KnowledgeBase, { answers, pins }: Situation): Completions {
  const questions = [...knowledge.questions.values()];
  let worlds: ReadonlyMap<string, readonly string[]>[] = [new Map()];
  for (const question of questions) {
    const given = answers.get(question.id);
    const said = given ? [given.choices] : legalSets(question);
    worlds = worlds.flatMap((world) =>
      said.map((each) => new Map([...world, [question.id, each]])),
    );
  }
  const open = questions.map(({ id }) => id).filter((id) => !answers.has(id));
  return {
    worlds: worlds.map((each) => ({ knowledge, answers: each, pins })),
    siblings: new Map(open.map((id) => [id, siblingsAlong(id, worlds)])),
  };
}

function siblingsAlong(
  question: string,
  worlds: readonly ReadonlyMap<string, readonly string[]>[],
): number[][] {
  const groups = new Map<string, number[]>();
  worlds.forEach((world, index) => {
    const others = [...world].filter(([id]) => id !== question).map(([, said]) => said.join('+'));
    const key = others.join(' ');
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return [...groups.values()];
}

function truthOf(decision: Decision, all: Completions): Truth {
  const outcomes = all.worlds.map((world) => outcomeIn(world, decision));
  const techniques = decision.several ? techniquesOf(decision) : [];
  const mayBeNone = decision.several && !all.worlds.some(({ pins }) => pins.has(decision.id));
  return {
    ...verdictOn(outcomes, { ...decision, mayBeNone }),
    dependsOn: changing(outcomes, all),
    techniques: new Map(techniques.map((id) => [id, techniqueTruth(id, decision, all)])),
  };
}

/** The winners as one word. */
export function outcomeIn(world: World, decision: Decision): string {
  return winnersIn(world, decision)?.toSorted().join(' ') ?? NOT_APPLICABLE;
}

interface Kind {
  readonly several: boolean;
  /** Picking nothing is a pick. */
  readonly mayBeNone: boolean;
}

/** Status and winners by the outcomes of all completions. */
export function verdictOn(
  outcomes: readonly string[],
  { several, mayBeNone }: Kind,
): Pick<Truth, 'status' | 'winners'> {
  const [first = ''] = outcomes;
  if (outcomes.some((outcome) => outcome !== first)) return { status: 'open', winners: [] };
  if (first === NOT_APPLICABLE) return { status: 'not-applicable', winners: [] };
  const winners = first === '' ? [] : first.split(' ');
  if (winners.length === 0 && !mayBeNone) return { status: 'infeasible', winners };
  return { status: winners.length > 1 && !several ? 'tied' : 'settled', winners };
}

/** The questions of which a single answer changes the outcome. */
function changing(outcomes: readonly string[], { siblings }: Completions): string[] {
  const varies = (group: readonly number[]) =>
    group.some((index) => outcomes[index] !== outcomes[group[0] ?? 0]);
  return [...siblings].filter(([, groups]) => groups.some(varies)).map(([id]) => id);
}

function techniqueTruth(id: string, decision: Decision, all: Completions): TechniqueTruth {
  const outcomes = all.worlds.map((world) => techniqueOutcomeIn(world, decision, id));
  const isConstant = outcomes.every((outcome) => outcome === outcomes[0]);
  const constant = outcomes[0] === NOT_APPLICABLE ? 'not-applicable' : 'settled';
  return {
    status: isConstant ? constant : 'open',
    picked: isConstant && outcomes[0] === 'picked',
    dependsOn: changing(outcomes, all),
  };
}

/** Whether a technique is picked, as a word. */
function techniqueOutcomeIn(world: World, decision: Decision, id: string): string {
  if (!isApplicable(world, decision)) return NOT_APPLICABLE;
  return isTechniquePicked(world, decision, id) ? 'picked' : 'left';
}
