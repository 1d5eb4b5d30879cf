import { NONE } from '../../common/answers.ts';
import type { Condition, Term } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Choice, Question } from '../../model/question.ts';
import { truthIn } from '../advice/situation.ts';
import type { Judged } from '../decide/judge.ts';
import type { Truth } from '../table/conditions.ts';
import { isHeld } from '../table/implied.ts';
import { maskOf } from '../table/masks.ts';
import type { Advised } from './advised.ts';
import {
  at,
  type ChangedLine,
  changedLines,
  type Line,
  lineOf,
  meaningOf,
} from './changed-lines.ts';
import type { JudgedSheet } from './judged-sheet.ts';

/** What `decisions.yaml` says otherwise about how the alternatives are weighed; the qualities stand with the alternatives. */
export function changedDecision(advised: Advised): ChangedLine[] {
  const [before, after] = advised.decisions;
  if (!before.several && !after.several) {
    const isLed = advised.judged.some(({ status }) => status === 'open');
    return isLed ? changedLines([orderLine(before, after)], [orderLine(after, before)]) : [];
  }
  return changedLines(
    [severalLine(before), ...baselineLines(before)],
    [severalLine(after), ...baselineLines(after)],
  );
}

function severalLine({ several, place }: Decision): Line {
  const text = `several: ${several}`;
  return lineOf('several', { ...at(place), text }, { meaning: text });
}

/** Which of several stands for picking none. */
function baselineLines({ baseline, alternatives, place }: Decision): Line[] {
  if (baseline === undefined) return [];
  const text = alternatives.find(({ id }) => id === baseline)?.name ?? baseline;
  return [lineOf('baseline', { ...at(place), text }, { meaning: baseline })];
}

/** With equal scores the earlier one leads: the order among those that both sides have. */
function orderLine({ alternatives, place }: Decision, other: Decision): Line {
  const ids = alternatives.map(({ id }) => id);
  const shared = ids.filter((id) => other.alternatives.some((each) => each.id === id));
  return lineOf('order', { ...at(place), text: ids.join(', ') }, { meaning: shared.join() });
}

/** The conditions under which it applies that only one side has, and the decisions named in them that only one side knows. */
export function changedConditions({ decisions, sheets }: Advised): ChangedLine[] {
  const [before, after] = decisions;
  const subjects = new Set(subjectsOf([before, after]));
  const [old, now] = sheets;
  const isNoneShared = sharesNoCondition(before, after);
  return [
    ...changedLines(
      conditionLines(before, { sheet: old, isNoneShared }),
      conditionLines(after, { sheet: now, isNoneShared }),
    ),
    ...changedLines(parentLines(subjects, old.knowledge), parentLines(subjects, now.knowledge)),
  ];
}

/** The questions and decisions that the conditions name under which some decisions apply. */
export function subjectsOf(decisions: readonly Decision[]): string[] {
  return subjectsIn(decisions.flatMap(({ appliesWhen }) => appliesWhen));
}

function subjectsIn(conditions: readonly Condition[]): string[] {
  return [...new Set(conditions.flatMap(({ terms }) => terms.map(({ subject }) => subject)))];
}

/** A condition that fails counts where there is no other that stands on both sides: without any, a decision applies. */
function sharesNoCondition(before: Decision, after: Decision): boolean {
  const known = before.appliesWhen.map(meaningOf);
  return !after.appliesWhen.some((condition) => known.includes(meaningOf(condition)));
}

/** The same condition written twice counts once. */
function conditionLines(
  { appliesWhen }: Decision,
  { sheet, isNoneShared }: { readonly sheet: JudgedSheet; readonly isNoneShared: boolean },
): Line[] {
  const lines = appliesWhen.map((condition) => {
    const meaning = meaningOf(condition);
    const key = subjectsIn([condition]).sort().join();
    const said = { ...at(condition.place), text: condition.text };
    const mayCount = isNoneShared || mayHold(condition, sheet);
    return [meaning, lineOf('applies-when', said, { key, meaning, mayCount })] as const;
  });
  return [...new Map(lines).values()];
}

function parentLines(subjects: ReadonlySet<string>, { decisions }: KnowledgeBase): Line[] {
  return [...subjects].flatMap((id) => {
    const decision = decisions.get(id);
    if (decision === undefined) return [];
    const said = { ...at(decision.place), text: decision.title };
    return [lineOf('decision', said, { key: id, meaning: id })];
  });
}

/** Where an alternative is described, or named, that only one side has; none for one that both have. */
export function oneSidedAlternative(id: string, { sheets, decisions }: Advised): ChangedLine[] {
  const [{ knowledge: old }, { knowledge: now }] = sheets;
  const [before, after] = decisions;
  return changedLines(
    alternativeLines(id, before, { own: old, other: now }),
    alternativeLines(id, after, { own: now, other: old }),
  );
}

function alternativeLines(
  id: string,
  { alternatives }: Decision,
  { own, other }: Readonly<Record<'own' | 'other', KnowledgeBase>>,
): Line[] {
  const named = alternatives.find((each) => each.id === id);
  const pattern = own.patterns.get(id);
  if (named === undefined || pattern === undefined) return [];
  const { place } = other.patterns.has(id) ? named : pattern;
  return [lineOf('alternative', { ...at(place), text: pattern.name }, { key: id, meaning: id })];
}

/** Whether a condition on answers and picks may hold under some way to answer what is open, each decision by itself. */
function mayHold({ terms, ...condition }: Condition, { situation, judged }: JudgedSheet): boolean {
  const asked = terms.filter(({ subject }) => !judged.has(subject));
  const truth = truthIn({ ...condition, terms: asked }, situation);
  if (truth === undefined || truth === 'never') return false;
  return terms.every((term) => {
    const parent = judged.get(term.subject);
    return parent === undefined || truthOfPick(term, parent) !== 'never';
  });
}

/** Whether the pick of a decision is one of those named. */
export function truthOfPick(
  { choices }: Term,
  { entry, status, picks, applicability }: Judged,
): Truth {
  if (applicability.applies === 'no') return 'never';
  if (status === 'open') return 'sometimes';
  if ((picks & maskOf(choices, entry.alternatives)) === 0) return 'never';
  return applicability.applies === 'yes' ? 'always' : 'sometimes';
}

/** What a question may be answered with on one side only, or is implied; nothing if both sides have the same answer. */
export function changedQuestion(
  id: string,
  sheets: readonly [JudgedSheet, JudgedSheet],
): ChangedLine[] {
  const [answer, other] = sheets.map(({ known }) => known.answers.get(id)?.choices.join());
  if (answer !== undefined && answer === other) return [];
  const [before, after] = sheets.map(({ knowledge }) => knowledge.questions.get(id));
  if (before === undefined || after === undefined) {
    return changedLines(wholeLines(before), wholeLines(after));
  }
  const [old, now] = sheets;
  return changedLines(
    [...answerLines(before, after), ...implicationLines(id, old)],
    [...answerLines(after, before), ...implicationLines(id, now)],
  );
}

/** What given answers imply about a question. */
function implicationLines(id: string, { knowledge, situation }: JudgedSheet): Line[] {
  const { tables, given } = situation;
  return tables.implying.flatMap((implying) => {
    const written = knowledge.implications[implying.index];
    if (written?.question !== id) return [];
    const { condition, choices, place } = written;
    const text = choices.join(' | ');
    const said = { ...at(place), text, condition: condition.text, question: id };
    const meaning = `${meaningOf(condition)} ${choices.toSorted().join()}`;
    const mayCount = isHeld(implying, given);
    return lineOf('implication', said, { key: condition.text, meaning, questions: [id], mayCount });
  });
}

function wholeLines(question: Question | undefined): Line[] {
  if (question === undefined) return [];
  const { id, ask, place } = question;
  const said = { ...at(place), text: ask, question: id };
  return [lineOf('question', said, { meaning: id, questions: [id] })];
}

/** `none` comes with `several` and needs no line of its own. */
function answerLines(question: Question, other: Question): Line[] {
  const isImplied = ({ id }: Choice) => id === NONE && (question.several || other.several);
  return [
    limitsLine(question, Math.max(othersIn(question), othersIn(other))),
    ...question.choices
      .filter((choice) => !isImplied(choice))
      .map(({ id, label, place }) => {
        const condition = `${question.id}=${id}`;
        const said = { ...at(place), text: label, condition, question: question.id };
        return lineOf('choice', said, { key: id, meaning: id, questions: [question.id] });
      }),
  ];
}

/** How many choices are not exclusive. */
function othersIn({ choices }: Question): number {
  return choices.filter(({ exclusive }) => !exclusive).length;
}

/** Which sets of its choices are answers; a limit that both sides are below is none. */
function limitsLine({ id, several, limit, choices, place }: Question, most: number): Line {
  const alone = choices.filter((each) => each.exclusive && each.id !== NONE).map((each) => each.id);
  const pairs = several ? excludingPairs(choices) : [];
  const text = [
    `several: ${several}`,
    ...(several && limit !== undefined ? [`limit: ${limit}`] : []),
    ...(several && alone.length > 0 ? [`exclusive: ${alone.join(', ')}`] : []),
    ...(pairs.length > 0 ? [`not together: ${pairs.join(', ')}`] : []),
  ].join(', ');
  const sets = [Math.min(limit ?? most, most), alone.toSorted(), pairs.toSorted()];
  const meaning = several ? sets.join('/') : '';
  return lineOf('limits', { ...at(place), text, question: id }, { meaning, questions: [id] });
}

/** Two choices that exclude each other, as `one & other`, with the names in alphabetical order. */
function excludingPairs(choices: readonly Choice[]): string[] {
  const pairs = choices.flatMap(({ id, excludes = [] }) =>
    excludes.map((other) => [id, other].sort().join(' & ')),
  );
  return [...new Set(pairs)];
}
