import type { Answers } from '../model/answers.ts';
import { type Column, keyOf, plus } from './column.ts';
import {
  type ColumnClass,
  type DecisionTable,
  mergeClasses,
  type QuestionTable,
} from './decision-table.ts';
import type { Effect } from './effects.ts';
import { fulfils, type Part } from './terms.ts';

/** All completions of some answers: what is known, and blocks of open questions that are independent of each other. */
export interface Space {
  readonly known: Column;
  readonly blocks: readonly Block[];
}

/** Questions that an interaction joins, answered together; a question on its own is a block of one. */
export interface Block {
  readonly questions: readonly string[];
  /** What joint answers can do; equal ones stand once. */
  readonly options: readonly Column[];
}

/** Joint answers up to this number are all followed. */
const MOST_JOINT_ANSWERS = 50_000;

/** Of more of them, only while they come to few different things; else they are bounded: proofs stay sound, some are missed. */
const MOST_PARTIALS = 1_000;

/**
 * What was split before: a decision is looked at several times with the same answers. They must not change while they
 * are in use; `advise` takes a copy.
 */
const splitBefore = new WeakMap<Answers, Map<DecisionTable, Space>>();

/** Splits a table by what is answered (MODEL.md, section 3). */
export function spaceOf(table: DecisionTable, answers: Answers): Space {
  const spaces = splitBefore.get(answers) ?? new Map<DecisionTable, Space>();
  const space = spaces.get(table) ?? split(table, answers);
  splitBefore.set(answers, spaces.set(table, space));
  return space;
}

function split(table: DecisionTable, answers: Answers): Space {
  const remaining = table.interactions.map((effect) => ({
    effect,
    state: stateOf(effect, answers),
  }));
  const open = remaining.filter(({ state }) => state.open.length > 0);
  const certain = remaining.filter(({ state }) => state.open.length === 0 && state.counts);
  const known = certain
    .map(({ effect }): Column => effect)
    .reduce(plus, answeredColumn(table, answers));
  const unanswered = [...table.questions.values()].filter(
    ({ question }) => !answers.has(question.id),
  );
  const joins = open.map(({ effect, state }) => ({ effect, questions: state.open }));
  const blocks = joined(unanswered, joins).flatMap((group) => blocksOf(group, joins, answers));
  return { known, blocks };
}

/** What the base weights and the given answers do, interactions apart. */
export function answeredColumn(table: DecisionTable, answers: Answers): Column {
  return [...table.questions.values()]
    .flatMap(({ question, columnOf }) => {
      const answer = answers.get(question.id);
      return answer ? [columnOf(answer.choices)] : [];
    })
    .reduce(plus, table.base);
}

/** Whether an effect counts whatever is answered, or which open questions decide it. */
function stateOf(effect: Effect, answers: Answers): { open: string[]; counts: boolean } {
  const live = effect.anyOf
    .filter((parts) => parts.every((part) => isPossible(part, answers)))
    .map((parts) => parts.filter(({ question }) => !answers.has(question)));
  const holds = live.some((parts) => parts.length === 0);
  const open = holds ? [] : [...new Set(live.flat().map(({ question }) => question))];
  return { open, counts: holds !== effect.negated };
}

function isPossible(part: Effect['anyOf'][number][number], answers: Answers): boolean {
  const answer = answers.get(part.question);
  return answer === undefined || fulfils(answer.choices, part);
}

interface Join {
  readonly effect: Effect;
  readonly questions: readonly string[];
}

/** Groups of questions that interactions tie together, directly or through others. */
function joined(questions: readonly QuestionTable[], joins: readonly Join[]): QuestionTable[][] {
  const groups = questions.map((question) => [question]);
  for (const join of joins) {
    const touched = groups.filter((group) =>
      group.some(({ question }) => join.questions.includes(question.id)),
    );
    const [first, ...others] = touched;
    for (const other of others) {
      first?.push(...other);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups;
}

function blocksOf(
  group: readonly QuestionTable[],
  joins: readonly Join[],
  answers: Answers,
): Block[] {
  const questions = group.map(({ question }) => question.id);
  const own = joins.filter((join) => join.questions.some((id) => questions.includes(id)));
  const parts = own.flatMap(({ effect }) => effect.anyOf.flat());
  const members = group.map(({ question, classes }) => ({
    id: question.id,
    classes: mergeClasses(
      classes,
      parts.filter((part) => part.question === question.id),
    ),
  }));
  const options = jointOptions(members, own, answers);
  return options ? [{ questions, options }] : boundedBlocks(members, own);
}

interface Member {
  readonly id: string;
  readonly classes: readonly ColumnClass[];
}

/** What some answers do together so far, and which alternatives of the open conditions they have not yet failed. */
interface Partial {
  readonly column: Column;
  readonly alive: bigint;
}

/** One of the conditions of an interaction, as a bit. */
interface Conjunct {
  readonly join: Join;
  readonly parts: readonly Part[];
  readonly bit: bigint;
}

/**
 * What joint answers can do, one question after another: an interaction counts once its last question is answered, and
 * what has come to the same is looked at once. Undefined where too much remains different.
 */
function jointOptions(
  members: readonly Member[],
  joins: readonly Join[],
  answers: Answers,
): Column[] | undefined {
  const conjuncts = joins
    .flatMap((join) => join.effect.anyOf.map((parts) => ({ join, parts })))
    .map((each, index): Conjunct => ({ ...each, bit: 1n << BigInt(index) }));
  const known = (part: Part) => fulfils(answers.get(part.question)?.choices ?? [], part);
  const start = conjuncts.filter(({ parts }) =>
    parts.every((part) => !answers.has(part.question) || known(part)),
  );
  const size = members.reduce((product, { classes }) => product * classes.length, 1);
  const most = size <= MOST_JOINT_ANSWERS ? MOST_JOINT_ANSWERS : MOST_PARTIALS;
  let partials: readonly Partial[] | undefined = [
    { column: emptyLike(members), alive: bitsOf(start) },
  ];
  for (const [index, member] of members.entries()) {
    const later = members.slice(index + 1).map(({ id }) => id);
    partials = extended(partials, member, { conjuncts, joins, later, most });
    if (partials === undefined) return undefined;
  }
  return distinct(partials.map(({ column }) => column));
}

interface Remaining {
  readonly conjuncts: readonly Conjunct[];
  readonly joins: readonly Join[];
  /** The questions still to come. */
  readonly later: readonly string[];
  /** More than this is given up. */
  readonly most: number;
}

function extended(
  partials: readonly Partial[],
  { id, classes }: Member,
  { conjuncts, joins, later, most }: Remaining,
): Partial[] | undefined {
  const isDone = (join: Join) =>
    join.questions.includes(id) && !join.questions.some((question) => later.includes(question));
  const isPending = (join: Join) => join.questions.some((question) => later.includes(question));
  const pending = bitsOf(conjuncts.filter(({ join }) => isPending(join)));
  const done = joins.filter(isDone).map((join) => ({
    effect: join.effect,
    bits: bitsOf(conjuncts.filter((conjunct) => conjunct.join === join)),
  }));
  const answered = classes.map(({ choices, column }) => ({
    column,
    unhurt: bitsOf(
      conjuncts.filter(({ parts }) =>
        parts.every((part) => part.question !== id || fulfils(choices, part)),
      ),
    ),
  }));
  const next = new Map<string, Partial>();
  for (const partial of partials) {
    for (const answer of answered) {
      const alive = partial.alive & answer.unhurt;
      const column = done
        .filter(({ effect, bits }) => ((alive & bits) !== 0n) !== effect.negated)
        .reduce<Column>(
          (sum, { effect }) => plus(sum, effect),
          plus(partial.column, answer.column),
        );
      const left = alive & pending;
      next.set(`${keyOf(column)}|${left}`, { column, alive: left });
    }
    if (next.size > most) return undefined;
  }
  return [...next.values()];
}

function bitsOf(conjuncts: readonly Conjunct[]): bigint {
  return conjuncts.reduce((bits, { bit }) => bits | bit, 0n);
}

function emptyLike([first]: readonly Member[]): Column {
  return nothing(first?.classes[0]?.column ?? { points: [], ruledOut: [] });
}

/** Every question for itself, and every interaction as if it could hold or fail whatever is answered. */
function boundedBlocks(members: readonly Member[], joins: readonly Join[]): Block[] {
  const questions = members.map(({ id }) => id);
  return [
    ...members.map(({ id, classes }) => ({
      questions: [id],
      options: distinct(classes.map(({ column }) => column)),
    })),
    ...joins.map(({ effect }) => ({ questions, options: [nothing(effect), effect] })),
  ];
}

function nothing({ points, ruledOut }: Column): Column {
  return { points: points.map(() => 0), ruledOut: ruledOut.map(() => false) };
}

function distinct(columns: readonly Column[]): Column[] {
  return [...new Map(columns.map((column) => [keyOf(column), column])).values()];
}
