import type { Condition, Term } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { DocumentLine } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Judged } from '../decide/judge.ts';
import { conjunctionOf, type Truth, truthOf } from '../table/conditions.ts';
import { maskOf } from '../table/masks.ts';
import type { Advised } from './advised.ts';
import { at, type ChangedLine, changedLines, type Line, meaningOf } from './changed-lines.ts';
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
  return lineOf('several', { key: '', meaning: text }, { ...at(place), text });
}

/** Which of several stands for picking none. */
function baselineLines({ baseline, alternatives, place }: Decision): Line[] {
  if (baseline === undefined) return [];
  const text = alternatives.find(({ id }) => id === baseline)?.name ?? baseline;
  return [lineOf('baseline', { key: '', meaning: baseline }, { ...at(place), text })];
}

/** With equal scores the earlier one leads: the order among those that both sides have. */
function orderLine({ alternatives, place }: Decision, other: Decision): Line {
  const ids = alternatives.map(({ id }) => id);
  const shared = ids.filter((id) => other.alternatives.some((each) => each.id === id));
  const said = { ...at(place), text: ids.join(', ') };
  return lineOf('order', { key: '', meaning: shared.join() }, said);
}

function lineOf(
  kind: Line['kind'],
  { key, meaning }: Pick<Line, 'key' | 'meaning'>,
  said: DocumentLine,
): Line {
  return { kind, key, meaning, questions: [], mayCount: true, said };
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
    return [meaning, { ...lineOf('applies-when', { key, meaning }, said), mayCount }] as const;
  });
  return [...new Map(lines).values()];
}

function parentLines(subjects: ReadonlySet<string>, { decisions }: KnowledgeBase): Line[] {
  return [...subjects].flatMap((id) => {
    const decision = decisions.get(id);
    if (decision === undefined) return [];
    const said = { ...at(decision.place), text: decision.title };
    return [lineOf('decision', { key: id, meaning: id }, said)];
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
  const said = { ...at(place), text: pattern.name };
  return [lineOf('alternative', { key: id, meaning: id }, said)];
}

/** Whether a condition on answers and picks may hold under some way to answer what is open, each decision by itself. */
export function mayHold(condition: Condition, { situation, judged }: JudgedSheet): boolean {
  const { tables, answers } = situation;
  const isPick = ({ subject }: Term) => judged.has(subject);
  const asked = condition.terms.filter((term) => !isPick(term));
  const conjunction = conjunctionOf({ ...condition, terms: asked }, tables.slots);
  if (conjunction === undefined) return false;
  if (truthOf(conjunction, answers, tables.questions) === 'never') return false;
  return condition.terms.every((term) => {
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
