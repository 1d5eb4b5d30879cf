import { once } from '../../common/lazy.ts';
import { grouped } from '../../common/lists.ts';
import { preparedFor, type Sections } from '../../common/prepared.ts';
import type { Pins } from '../../model/answers.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { type Ingredients, pinTable, tablesOf } from './build-table.ts';
import { conjunctionOf, type Literal, meets } from './conditions.ts';
import type { DecisionTable } from './decision-table.ts';
import { type Implying, implyingOf } from './implied.ts';
import { type JointPart, type Joints, jointsIn, partsJoinedBy } from './joint-parts.ts';
import { maskOf } from './masks.ts';
import { preparedTables, preparedUnanswered, type Unanswered } from './prepared-tables.ts';
import { type AnswerMasks, isOpen, slotOf } from './slots.ts';

/** A knowledge base as integers. The tables of a decision are built when they are first asked for. */
export interface Tables extends Ingredients {
  /** In the order of the knowledge base: what a decision depends on stands before it. */
  readonly decisions: readonly DecisionEntry[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** What given answers imply. */
  readonly implying: readonly Implying[];
  readonly joints: () => Joints;
  /** The parts of the decisions that are chosen together, each by itself. */
  readonly parts: () => readonly JointPart[];
  /** The kind of system that some answers describe, as far as answers were counted by kinds; 0 where they do not say. */
  readonly kindOf: (answers: AnswerMasks) => number;
}

export interface DecisionEntry {
  readonly index: number;
  readonly decision: Decision;
  /** Ids by bit. */
  readonly alternatives: readonly string[];
  /** Where several may be picked, the mask of picking none of them. */
  readonly baseline: number;
  /** It applies when one of these conditions holds; without any, always. */
  readonly appliesWhen: readonly (readonly Demand[])[];
  /** The decisions before it whose picks decide whether it applies, directly or not, in their order. */
  readonly parents: readonly number[];
  /** One; where several may be picked, one per technique. */
  readonly tables: () => readonly DecisionTable[];
  /** What they come to with nothing answered, where that was prepared. */
  readonly unanswered: () => Unanswered | undefined;
  /** By the place of an alternative, the table of a pin on it alone. */
  readonly pinTables: readonly (() => DecisionTable)[];
}

/** What has to hold for a decision to apply: of an answer, or of the pick of an earlier decision. */
export type Demand = Literal | PickDemand;

/** The pick meets each mask of alternatives. */
export interface PickDemand {
  readonly decision: number;
  readonly masks: readonly number[];
}

/**
 * The tables of each knowledge base in use. Building them takes longer than deciding, and every question about the
 * same knowledge base needs them; they go with it.
 */
const tablesOfKnowledge = new WeakMap<KnowledgeBase, Tables>();

/** The tables of a knowledge base, built once. */
export function tablesFor(knowledge: KnowledgeBase): Tables {
  const known = tablesOfKnowledge.get(knowledge);
  if (known !== undefined) return known;
  const tables = build(knowledge);
  tablesOfKnowledge.set(knowledge, tables);
  return tables;
}

function build(knowledge: KnowledgeBase): Tables {
  const questions = [...knowledge.questions.values()].map(slotOf);
  const slots = new Map(questions.map((slot) => [slot.id, slot]));
  const ingredients = { knowledge, slots, questions, weighing: weighingIn(knowledge) };
  const all = [...knowledge.decisions.values()];
  const indexOf = new Map(all.map(({ id }, index) => [id, index]));
  const decisions: DecisionEntry[] = [];
  const prepared = preparedFor(knowledge) ?? (() => undefined);
  for (const decision of all) {
    decisions.push(entryOf(decision, decisions, { ...ingredients, indexOf, prepared }));
  }
  const joints = once(() => jointsIn(knowledge.combinations, { decisions, indexOf }));
  const parts = once(() => partsJoinedBy(joints().combinations, joints()));
  const implying = implyingOf(knowledge, slots);
  const kindOf = kindsIn(knowledge, slots);
  return { ...ingredients, decisions, indexOf, implying, joints, parts, kindOf };
}

function kindsIn({ questions }: KnowledgeBase, slots: Ingredients['slots']): Tables['kindOf'] {
  const [counted = []] = [...questions.values()].flatMap(({ frequencies }) =>
    frequencies ? [frequencies] : [],
  );
  const kinds = counted.map(({ when }) => when && conjunctionOf(when, slots));
  return (answers) => {
    const isMet = (kind: (typeof kinds)[number]) =>
      kind?.every(({ slot, masks }) => !isOpen(answers[slot]) && meets(answers[slot] ?? 0, masks));
    return Math.max(0, kinds.findIndex(isMet));
  };
}

/** So that a table looks at no question that has nothing to do with it. */
function weighingIn({ questions }: KnowledgeBase): Ingredients['weighing'] {
  const all = [...questions.values()].flatMap(({ choices }, question) => {
    const raised = choices.flatMap(({ weights }) => [...weights].filter(([, by]) => by !== 0));
    return [...new Set(raised.map(([quality]) => quality))].map((quality) => ({
      quality,
      question,
    }));
  });
  const grown = grouped(all, ({ quality }) => quality);
  return new Map([...grown].map(([id, each]) => [id, each.map(({ question }) => question)]));
}

interface Around extends Ingredients, Pick<Tables, 'indexOf'> {
  readonly prepared: Sections;
}

function entryOf(
  decision: Decision,
  before: readonly DecisionEntry[],
  around: Around,
): DecisionEntry {
  const alternatives = decision.alternatives.map(({ id }) => id);
  const appliesWhen = decision.appliesWhen.flatMap((condition) => {
    const demands = demandsOf(condition, before, around);
    return demands === undefined ? [] : [demands];
  });
  const never = decision.appliesWhen.length > 0 && appliesWhen.length === 0;
  return {
    index: before.length,
    decision,
    alternatives,
    baseline: decision.several ? maskOf([decision.baseline ?? ''], alternatives) : 0,
    appliesWhen: never ? [[NEVER]] : appliesWhen,
    parents: parentsIn(appliesWhen, before),
    tables: once(() => preparedTables(decision.id, around.prepared) ?? tablesOf(decision, around)),
    unanswered: once(() => preparedUnanswered(decision.id, around.prepared)),
    pinTables: alternatives.map((_, place) => once(() => pinTable(1 << place, decision, around))),
  };
}

/** A pick of the first decision, or an answer to the first question, that meets nothing. */
const NEVER: Demand = { slot: 0, masks: [0] };

/** What a condition asks for; undefined if it names something unknown, so that it never holds. */
function demandsOf(
  { terms }: Decision['appliesWhen'][number],
  before: readonly DecisionEntry[],
  { slots, indexOf }: Pick<Around, 'slots' | 'indexOf'>,
): Demand[] | undefined {
  const masks = new Map<string, (readonly string[])[]>();
  for (const { subject, choices } of terms) {
    masks.set(subject, [...(masks.get(subject) ?? []), choices]);
  }
  const demands: Demand[] = [];
  for (const [subject, lists] of masks) {
    const parent = before[indexOf.get(subject) ?? -1];
    const slot = slots.get(subject);
    const masksIn = (ids: readonly string[]) => lists.map((list) => maskOf(list, ids));
    if (parent) demands.push({ decision: parent.index, masks: masksIn(parent.alternatives) });
    else if (slot) demands.push({ slot: slot.index, masks: masksIn(slot.choices) });
    else return undefined;
  }
  return demands;
}

function parentsIn(
  appliesWhen: DecisionEntry['appliesWhen'],
  before: readonly DecisionEntry[],
): number[] {
  const found = new Set<number>();
  for (const demand of appliesWhen.flat()) {
    if (!('decision' in demand)) continue;
    found.add(demand.decision);
    for (const parent of before[demand.decision]?.parents ?? []) found.add(parent);
  }
  return [...found].sort((a, b) => a - b);
}

/** Pins as masks, by the index of their decision. */
export type PinMasks = ReadonlyMap<number, number>;

export function pinMasksOf(pins: Pins, { decisions, indexOf }: Tables): PinMasks {
  const masks = new Map<number, number>();
  for (const [id, pin] of pins) {
    const entry = decisions[indexOf.get(id) ?? -1];
    if (entry) masks.set(entry.index, maskOf(pin, entry.alternatives));
  }
  return masks;
}

/** The tables that decide: those of the decision, or the pin alone. */
export function decidingTables(
  entry: DecisionEntry,
  pins: PinMasks,
  tables: Tables,
): readonly DecisionTable[] {
  const pin = pins.get(entry.index);
  return pin === undefined ? entry.tables() : [pinTable(pin, entry.decision, tables)];
}

/** The indexes of the questions that a decision's own tables look at, in their order. */
export function questionsIn(tables: readonly DecisionTable[]): number[] {
  const found = new Set(tables.flatMap((table) => table.questions.map(({ slot }) => slot)));
  return [...found].sort((a, b) => a - b);
}
