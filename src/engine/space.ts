import type { Answers } from '../model/answers.ts';
import { type Column, keyOf, plus } from './column.ts';
import {
  type ColumnClass,
  type DecisionTable,
  mergeClasses,
  type QuestionTable,
} from './decision-table.ts';
import { type Effect, isFulfilled } from './effects.ts';
import { fulfils } from './terms.ts';

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

/** Joint answers of one block beyond this number are bounded instead of listed: proofs stay sound, a few are missed. */
const MOST_JOINT_ANSWERS = 50_000;

/** Splits a table by what is answered (MODEL.md, section 3). */
export function spaceOf(table: DecisionTable, answers: Answers): Space {
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
  const size = members.reduce((product, { classes }) => product * classes.length, 1);
  if (size > MOST_JOINT_ANSWERS) return boundedBlocks(members, own);
  const answerTo = (picked: Picked) => (question: string) =>
    picked.get(question) ?? answers.get(question)?.choices ?? [];
  const options = jointAnswers(members).map(({ picked, column }) =>
    own
      .filter(({ effect }) => isFulfilled(effect, answerTo(picked)))
      .map(({ effect }): Column => effect)
      .reduce(plus, column),
  );
  return [{ questions, options: distinct(options) }];
}

interface Member {
  readonly id: string;
  readonly classes: readonly ColumnClass[];
}

type Picked = ReadonlyMap<string, readonly string[]>;

interface JointAnswer {
  readonly picked: Picked;
  readonly column: Column;
}

function jointAnswers(members: readonly Member[]): JointAnswer[] {
  const [first, ...others] = members;
  const start = (first?.classes ?? []).map(({ choices, column }) => ({
    picked: new Map([[first?.id ?? '', choices]]),
    column,
  }));
  return others.reduce<JointAnswer[]>(
    (joint, { id, classes }) =>
      joint.flatMap(({ picked, column }) =>
        classes.map((each) => ({
          picked: new Map([...picked, [id, each.choices]]),
          column: plus(column, each.column),
        })),
      ),
    start,
  );
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
