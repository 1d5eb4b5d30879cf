import type { Status } from '../../src/model/advice.ts';
import type { Answers, Pins } from '../../src/model/answers.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { legalUnder } from './engine-implied.ts';
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

/** What is true of a decision, by looking at every completion; all but whether it applies as if it did. */
export interface Truth {
  readonly applies: 'yes' | 'no' | 'undecided';
  /** In the order of the questions. */
  readonly appliesDependsOn: readonly string[];
  /** In how many of all completions it applies. */
  readonly applying: number;
  readonly completions: number;
  readonly status: Status;
  /** Sorted; where settled or tied. */
  readonly winners: readonly string[];
  /** In the order of the questions. */
  readonly dependsOn: readonly string[];
  /** In how many completions each set of winners comes about, sorted and joined by blanks. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Where several may be picked: what is true of each technique. */
  readonly techniques: ReadonlyMap<string, TechniqueTruth>;
}

export interface TechniqueTruth {
  readonly status: 'settled' | 'open';
  readonly picked: boolean;
  readonly dependsOn: readonly string[];
  /** In how many completions it is picked. */
  readonly picks: number;
}

/** docs/model.md without any cleverness: nothing here knows of tables, bounds or classes. */
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
    const said = legalUnder(knowledge, question, answers);
    worlds = worlds.flatMap((world) =>
      said.map((each) => new Map([...world, [question.id, each]])),
    );
  }
  const open = questions
    .filter((question) => legalUnder(knowledge, question, answers).length > 1)
    .map(({ id }) => id);
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
  const applying = all.worlds.map((world) => (isApplicable(world, decision) ? 'applies' : 'not'));
  const techniques = decision.several ? techniquesOf(decision) : [];
  const isPinned = all.worlds.some(({ pins }) => pins.has(decision.id));
  const counts = countsOf(outcomes);
  const { length } = all.worlds;
  const applyingCount = countsOf(applying).get('applies') ?? 0;
  const isNever = applyingCount === 0;
  return {
    applies: isNever ? 'no' : applyingCount === length ? 'yes' : 'undecided',
    appliesDependsOn: changing(applying, all),
    applying: applyingCount,
    completions: length,
    ...(isNever
      ? { status: 'not-applicable' as const, winners: [] }
      : verdictOn(outcomes, { ...decision, isPinned })),
    dependsOn: isNever ? [] : changing(outcomes, all),
    outcomes: counts,
    techniques: new Map(techniques.map((id) => [id, techniqueTruth(id, decision, all)])),
  };
}

function countsOf(outcomes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}

/** The winners as one word, were it to apply. */
export function outcomeIn(world: World, decision: Decision): string {
  return winnersIn(world, decision).toSorted().join(' ');
}

interface Kind {
  readonly several: boolean;
  readonly isPinned: boolean;
}

/** Status and winners by the outcomes of all completions; of several picks none is a pick, unless they are pinned. */
export function verdictOn(
  outcomes: readonly string[],
  { several, isPinned }: Kind,
): Pick<Truth, 'status' | 'winners'> {
  const [first = ''] = outcomes;
  if (outcomes.some((outcome) => outcome !== first)) return { status: 'open', winners: [] };
  const winners = first === '' ? [] : first.split(' ');
  const mayBeNone = several && !isPinned;
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
  const outcomes = all.worlds.map((world) =>
    isTechniquePicked(world, decision, id) ? 'picked' : 'left',
  );
  const isConstant = outcomes.every((outcome) => outcome === outcomes[0]);
  return {
    status: isConstant ? 'settled' : 'open',
    picked: isConstant && outcomes[0] === 'picked',
    dependsOn: changing(outcomes, all),
    picks: countsOf(outcomes).get('picked') ?? 0,
  };
}
