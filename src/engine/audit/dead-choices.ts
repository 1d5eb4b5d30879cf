import type { AuditFinding } from '../../model/audit.ts';
import type { Question } from '../../model/question.ts';
import { childrenOf, type Diagram } from '../decide/diagram.ts';
import type { Residual } from '../decide/residual.ts';
import { firstMembers, has } from '../table/masks.ts';
import type { Slot } from '../table/slots.ts';
import type { DecisionEntry, Demand, Tables } from '../table/tables.ts';
import type { AuditedDecision } from './audited-decisions.ts';
import { aspectsOf, type ChoiceChanges, changesAmong } from './choice-changes.ts';

/** The questions and choices that change neither a pick nor whether a decision applies, however the others are answered. */
export function deadChoices(
  { knowledge, decisions }: Tables,
  { unseen, undecided }: ChoicesSeen,
): AuditFinding[] {
  return [...knowledge.questions.values()].flatMap((question, slot) => {
    const [dead, unsure] = [unseen[slot] ?? 0, undecided[slot] ?? 0];
    if (dead === firstMembers(question.choices.length)) {
      const isUsed = decisions.some((decision) => isUsedIn(decision, slot));
      return [deadQuestion(question, isUsed, (dead & unsure) !== 0)];
    }
    return question.choices.flatMap((choice, index) =>
      has(dead, index) ? [deadChoice(question, choice, has(unsure, index))] : [],
    );
  });
}

function isUsedIn({ appliesWhen, tables }: DecisionEntry, slot: number): boolean {
  const isNamed = appliesWhen.flat().some((demand) => 'slot' in demand && demand.slot === slot);
  return isNamed || tables().some(({ byQuestion }) => byQuestion.has(slot));
}

function deadQuestion({ id, place }: Question, isUsed: boolean, isUnsure: boolean): AuditFinding {
  return {
    rule: 'dead-question',
    severity: 'error',
    subject: id,
    message: isUsed
      ? messageOn(`\`${id}\``, isUnsure)
      : `No condition and no weight makes \`${id}\` matter to any decision`,
    hint: 'use it in a condition or remove it',
    place,
  };
}

function deadChoice(
  question: Question,
  { id, place }: Question['choices'][number],
  isUnsure: boolean,
): AuditFinding {
  return {
    rule: 'dead-choice',
    severity: 'error',
    subject: `${question.id}/${id}`,
    message: messageOn(`\`${question.id}: ${id}\``, isUnsure),
    hint: 'give it a weight or a condition, or merge it with a neighbouring choice',
    place,
  };
}

function messageOn(name: string, isUnsure: boolean): string {
  return isUnsure
    ? `Cannot tell whether ${name} ever changes a pick: there are too many answers to try`
    : `Whatever the other answers, ${name} never changes a pick or whether a decision applies`;
}

/** What is known of the choices so far, as masks by the index of the question. */
export interface ChoicesSeen {
  /** Not seen to change anything. */
  readonly unseen: Int32Array;
  /** May change something that was too much to work out. */
  readonly undecided: Int32Array;
}

export function nothingSeen(questions: readonly Slot[]): ChoicesSeen {
  const all = questions.map(({ choices }) => firstMembers(choices.length));
  return { unseen: Int32Array.from(all), undecided: new Int32Array(all.length) };
}

/** Notes that choices of a question matter. */
export function see({ unseen }: ChoicesSeen, slot: number, changes: readonly ChoiceChanges[]) {
  for (const { choice } of changes) unseen[slot] = (unseen[slot] ?? 0) & ~(1 << choice);
}

/** What the choices not seen yet can change in a table, by level of its residual. */
export function changesLeft(
  { levels }: Residual,
  { unseen }: ChoicesSeen,
  questions: readonly Slot[],
): ChoiceChanges[][] {
  return levels.map(({ columns, classOf }) => {
    const choices = unseen[columns.slot] ?? 0;
    const slot = questions[columns.slot];
    if (choices === 0 || slot === undefined) return [];
    const classify = columns.classOf;
    return changesAmong(choices, {
      slot,
      aspects: aspectsOf(slot, [columns]),
      classOf: (mask) => classOf[classify(mask)] ?? 0,
    });
  });
}

/** Sees the choices that change the winners of a table; the diagram is undefined if it is too much to compile. */
export function seeInDiagram(
  residual: Residual,
  diagram: () => Diagram | undefined,
  { seen, questions }: { readonly seen: ChoicesSeen; readonly questions: readonly Slot[] },
): void {
  const changes = changesLeft(residual, seen, questions);
  if (changes.every((each) => each.length === 0)) return;
  const compiled = diagram();
  const groups = compiled && groupsIn(compiled);
  residual.levels.forEach(({ columns: { slot } }, level) => {
    const own = changes[level] ?? [];
    if (groups) see(seen, slot, mattering(own, groups.get(slot)));
    else for (const { choice } of own) leaveUndecided(seen, slot, 1 << choice);
  });
}

function leaveUndecided({ undecided }: ChoicesSeen, slot: number, choices: number): void {
  undecided[slot] = (undecided[slot] ?? 0) | choices;
}

/**
 * A choice matters exactly if it moves an answer between two classes that some node sends to different places, as
 * different nodes come to different outcomes.
 */
function mattering(
  changes: readonly ChoiceChanges[],
  groups: readonly number[] = [],
): ChoiceChanges[] {
  return changes.filter(({ pairs }) => pairs.some(([from, to]) => groups[from] !== groups[to]));
}

/** For each question of a diagram the group of each class: all nodes send the classes of one group to the same place. */
function groupsIn(diagram: Diagram): Map<number, readonly number[]> {
  const groups = diagram.levels.map(({ classes }) => classes.map(() => 0));
  const counts = groups.map(() => 1);
  for (let node = 0; node < diagram.size; node += 1) {
    const level = diagram.levelOf(node);
    const before = groups[level] ?? [];
    if (counts[level] === before.length) continue;
    const numbers = new Map<string, number>();
    groups[level] = childrenOf(diagram, node).map((child, index) => {
      const key = `${before[index]}/${child}`;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
    counts[level] = numbers.size;
  }
  return new Map(diagram.levels.map(({ slot }, level) => [slot, groups[level] ?? []]));
}

/**
 * Sees the choices that change whether a decision applies. Choices that change a pick are seen before, so that only
 * those are left to look at that a condition names.
 */
export function seeWhatApplies(
  decision: AuditedDecision,
  seen: ChoicesSeen,
  { questions, decisions }: Tables,
): void {
  const { entry, applicability } = decision;
  const parents = entry.parents.flatMap((parent) => decisions[parent] ?? []);
  const demands = [entry, ...parents].flatMap(({ appliesWhen }) => appliesWhen.flat());
  for (const slot of questions) {
    const choices = seen.unseen[slot.index] ?? 0;
    const masks = masksOn(slot.index, demands);
    if (choices === 0 || masks.length === 0) continue;
    const { isBounded, diagram } = applicability();
    if (isBounded) leaveUndecided(seen, slot.index, choices);
    const level = diagram?.levels.find((each) => each.slot === slot.index);
    if (diagram === undefined || level === undefined) continue;
    const aspects = aspectsOf(slot, columnsOf(slot.index, parents), masks);
    const changes = changesAmong(choices, { slot, aspects, classOf: level.classOf });
    see(seen, slot.index, mattering(changes, groupsIn(diagram).get(slot.index)));
  }
}

function masksOn(question: number, demands: readonly Demand[]): number[] {
  return demands.flatMap((each) => ('slot' in each && each.slot === question ? each.masks : []));
}

function columnsOf(question: number, decisions: readonly DecisionEntry[]) {
  const tables = decisions.flatMap((each) => each.tables());
  return tables.flatMap(({ byQuestion }) => byQuestion.get(question) ?? []);
}
