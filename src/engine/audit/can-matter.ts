import type { AuditFinding } from '../../model/audit.ts';
import { NONE, type Question } from '../../model/question.ts';
import { keyOf } from '../column.ts';
import { fulfilmentKey } from '../terms.ts';
import type { Axis, Digits } from './completion.ts';
import { shuffled } from './dice.ts';
import { leadOf, missing, waysToApply } from './goals.ts';
import { climb } from './search.ts';
import { outcomeIn, type Scene, type Stage } from './stage.ts';

/** The choices that were seen to change a pick, as `question/choice`. */
export type Seen = Set<string>;

const PATHS = 20;
const ATTEMPTS = 5;

interface Watch {
  readonly scene: Scene;
  readonly stage: Stage;
  readonly seen: Seen;
}

/**
 * Walks between answers under which different alternatives win. Where the outcome turns, every answer to every question
 * is tried: what changes the outcome there, all other answers staying, is seen to matter.
 */
export function seeWhatMatters(watch: Watch, ends: readonly (readonly number[])[]): void {
  for (const [index, from] of ends.entries()) {
    const to = ends[(index + 1) % ends.length] ?? from;
    for (let path = 0; path < PATHS; path += 1) {
      for (const turn of turnsBetween(from, to, watch)) tryAll(turn, watch);
    }
  }
}

/** The answers just before and after the outcome changes on the way from one end to the other. */
function turnsBetween(
  from: readonly number[],
  to: readonly number[],
  { scene, stage }: Watch,
): number[][] {
  const digits = [...from];
  let outcome = outcomeIn(scene, stage.complete(digits));
  return shuffled(scene.axes, stage.dice).flatMap((axis) => {
    const before = [...digits];
    digits[axis] = to[axis] ?? 0;
    const next = outcomeIn(scene, stage.complete(digits));
    if (next === outcome) return [];
    outcome = next;
    return [before, [...digits]];
  });
}

/** Tries the other answers to each question, all else staying; what changes the outcome is seen to matter. */
function tryAll(digits: readonly number[], { scene, stage, seen }: Watch): void {
  for (const axis of scene.axes) {
    const question = stage.axes[axis]?.question ?? '';
    const keysOf = ({ choices }: Change) => choices.map((choice) => `${question}/${choice}`);
    const outcomeAt = (digit: number) => outcomeIn(scene, stage.complete(digits.with(axis, digit)));
    const turns = changesOf(axis, digits[axis] ?? 0, stage)
      .filter((change) => keysOf(change).some((key) => !seen.has(key)))
      .filter(({ without, having }) => outcomeAt(without) !== outcomeAt(having));
    for (const key of turns.flatMap(keysOf)) seen.add(key);
  }
}

/** Two answers that differ by some choices alone: a member that joins a set, or one choice instead of another. */
interface Change {
  readonly choices: readonly string[];
  readonly without: number;
  readonly having: number;
}

/**
 * What can be changed about an answer: any choice instead of it, where one is picked; where several may be, a member
 * that joins or leaves the set, or a choice that stands alone.
 */
function changesOf(axis: number, digit: number, stage: Stage): Change[] {
  const { question, classes } = stage.axes[axis] ?? NO_AXIS;
  const asked = stage.compiled.knowledge.questions.get(question);
  const digitOf = stage.digitOf[axis];
  if (asked === undefined || digitOf === undefined) return [];
  const set = (classes[digit]?.choices ?? []).filter((id) => !asked.several || id !== NONE);
  const between = (choices: readonly string[], without: string, having: string): Change[] => {
    const [from, to] = [digitOf.get(without), digitOf.get(having)];
    return from === undefined || to === undefined ? [] : [{ choices, without: from, having: to }];
  };
  const now = set.join() || NONE;
  return asked.choices.flatMap(({ id, exclusive }) => {
    if (!asked.several) return between([...set, id], now, id);
    if (exclusive) return between([id], now, id);
    const others = set.filter((member) => member !== id);
    return between([id], others.join() || NONE, inOrderOf(asked, [...others, id]).join());
  });
}

const NO_AXIS: Axis = { question: '', classes: [] };

function inOrderOf({ choices }: Question, set: readonly string[]): string[] {
  return choices.map(({ id }) => id).filter((id) => set.includes(id));
}

export interface Sought {
  readonly question: Question;
  readonly choice: string;
}

/** For a choice that no walk has shown to matter: answers around which it should, sought on purpose. */
export function seekWhatMatters({ question, choice }: Sought, stage: Stage, seen: Seen): void {
  const axis = stage.axes.findIndex((each) => each.question === question.id);
  const touched = stage.scenes.filter(({ axes }) => axes.includes(axis));
  const trials = touched.flatMap((scene) =>
    swapsOf(choice, axis, stage)
      .filter((swap) => !isSame(scene, stage, swap))
      .map((swap) => ({ scene, swap })),
  );
  for (const { scene, swap } of trials) {
    const found = turnAround(scene, stage, swap);
    if (found) tryAll(found, { scene, stage, seen });
    if (seen.has(`${question.id}/${choice}`)) return;
  }
}

/** A choice against each other single choice of its question. */
function swapsOf(choice: string, axis: number, { axes }: Stage): Swap[] {
  const singles = (axes[axis]?.classes ?? []).flatMap(({ choices }, digit) =>
    choices.length === 1 ? [{ id: choices[0], digit }] : [],
  );
  const own = singles.find(({ id }) => id === choice)?.digit ?? 0;
  return singles
    .filter(({ id }) => id !== choice)
    .map(({ digit }) => ({ axis, own, other: digit }));
}

/** Two answers to one question, by their digits. */
interface Swap {
  readonly axis: number;
  readonly own: number;
  readonly other: number;
}

/** Whether the two answers do the same in all that a scene looks at. */
function isSame(scene: Scene, stage: Stage, { axis, own, other }: Swap): boolean {
  const { classes, question } = stage.axes[axis] ?? NO_AXIS;
  const parts = scene.chain.flatMap(({ appliesWhen, tables }) => [
    ...appliesWhen.flat(),
    ...tables.flatMap((table) => table.questions.get(question)?.parts ?? []),
  ]);
  const asked = parts.filter((part) => part.question === question);
  const tables = scene.chain.flatMap((each) => each.tables);
  const doings = [own, other].map((digit) => {
    const choices = classes[digit]?.choices ?? [];
    const columns = tables.map((table) => table.questions.get(question)?.columnOf(choices));
    const keys = columns.map((column) => (column ? keyOf(column) : ''));
    return `${keys.join(';')}|${fulfilmentKey(choices, asked)}`;
  });
  return doings[0] === doings[1];
}

/** Answers under which one answer to a question instead of another changes who wins. */
function turnAround(scene: Scene, stage: Stage, swap: Swap): number[] | undefined {
  const { axis, own, other } = swap;
  const outcome = (digits: Digits, digit: number) =>
    outcomeIn(scene, stage.complete(digits.with(axis, digit)));
  for (const way of waysToApply(scene.decision, stage.compiled.decisions)) {
    for (const alternative of scene.table.alternatives) {
      const goal = (digits: Digits) => {
        const left = stage.complete(digits.with(axis, own));
        const right = stage.complete(digits.with(axis, other));
        const leads = [left, right].map((each) => leadOf(scene.table, [alternative], each));
        return toTurn(leads) + missing(way, left);
      };
      const found = climb(stage, { goal, axes: scene.axes, attempts: ATTEMPTS });
      if (found && outcome(found, own) !== outcome(found, other)) return found;
    }
  }
  return undefined;
}

/** 0 where two leads lie on different sides; else how far they are from it. */
function toTurn([left = 0, right = 0]: readonly number[]): number {
  if (Math.sign(left) !== Math.sign(right)) return 0;
  return -Math.min(Math.abs(left), Math.abs(right)) - 1;
}

/** What nothing in the documents or the weights reacts to is proved dead; the rest was only not seen to matter. */
export function deadChoices(stage: Stage, seen: Seen): AuditFinding[] {
  return [...stage.compiled.knowledge.questions.values()].flatMap((question) => {
    const dead = question.choices.filter(({ id }) => !seen.has(`${question.id}/${id}`));
    if (dead.length === question.choices.length) return [deadQuestion(question, stage)];
    return dead.map(({ id, place }) => ({
      rule: 'dead-choice',
      severity: 'error' as const,
      subject: `${question.id}/${id}`,
      message: `No answers were found under which \`${question.id}: ${id}\` changes a pick`,
      hint: 'give it a weight or a condition, or join it with a neighbour',
      place,
    }));
  });
}

function deadQuestion({ id, place }: Question, stage: Stage): AuditFinding {
  const isHeard = stage.scenes.some(({ axes }) =>
    axes.some((axis) => stage.axes[axis]?.question === id),
  );
  const message = isHeard
    ? `No answers were found under which \`${id}\` changes a pick`
    : `No condition and no weight makes \`${id}\` matter to any decision`;
  return {
    rule: 'dead-question',
    severity: 'error',
    subject: id,
    message,
    hint: 'use it in a condition, or do not ask it',
    place,
  };
}
