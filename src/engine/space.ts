import type { Answers } from '../model/answers.ts';
import { type Column, keyOf, plus } from './column.ts';
import type { DecisionTable, QuestionTable } from './decision-table.ts';
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
  const known = [...table.questions.values()]
    .flatMap(({ question, columnOf }) => {
      const answer = answers.get(question.id);
      return answer ? [columnOf(answer.choices)] : [];
    })
    .concat(certain.map(({ effect }) => effect))
    .reduce(plus, table.base);
  const unanswered = [...table.questions.values()].filter(
    ({ question }) => !answers.has(question.id),
  );
  const joins = open.map(({ effect, state }) => ({ effect, questions: state.open }));
  const blocks = joined(unanswered, joins).flatMap((group) => blocksOf(group, joins, answers));
  return { known, blocks };
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
  const size = group.reduce((product, { classes }) => product * classes.length, 1);
  if (size > MOST_JOINT_ANSWERS) return boundedBlocks(group, own);
  const answerTo = (picked: ReadonlyMap<string, readonly string[]>) => (question: string) =>
    picked.get(question) ?? answers.get(question)?.choices ?? [];
  const options = jointAnswers(group).map(({ picked, column }) =>
    own
      .filter(({ effect }) => isFulfilled(effect, answerTo(picked)))
      .map(({ effect }): Column => effect)
      .reduce(plus, column),
  );
  return [{ questions, options: distinct(options) }];
}

interface JointAnswer {
  readonly picked: ReadonlyMap<string, readonly string[]>;
  readonly column: Column;
}

function jointAnswers(group: readonly QuestionTable[]): JointAnswer[] {
  let joint: JointAnswer[] | undefined;
  for (const { question, classes, columnOf } of group) {
    const own = classes.map(({ choices }) => ({ choices, column: columnOf(choices) }));
    const before = joint;
    joint = own.flatMap(({ choices, column }) =>
      (before ?? [undefined]).map((answer) => ({
        picked: new Map([...(answer?.picked ?? []), [question.id, choices]]),
        column: answer ? plus(answer.column, column) : column,
      })),
    );
  }
  return joint ?? [];
}

/** Every question for itself, and every interaction as if it could hold or fail whatever is answered. */
function boundedBlocks(group: readonly QuestionTable[], joins: readonly Join[]): Block[] {
  const questions = group.map(({ question }) => question.id);
  return [
    ...group.map(({ question, classes, columnOf }) => ({
      questions: [question.id],
      options: distinct(classes.map(({ choices }) => columnOf(choices))),
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
