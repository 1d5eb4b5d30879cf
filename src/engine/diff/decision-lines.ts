import type { Condition } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { DocumentLine } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Advised } from './advised.ts';
import { at, type ChangedLine, changedLines, type Line, meaningOf } from './line.ts';
import { mayHold } from './may-hold.ts';
import type { Stage } from './stage.ts';

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
export function changedConditions({ decisions, stages }: Advised): ChangedLine[] {
  const [before, after] = decisions;
  const subjects = new Set(subjectsOf([before, after]));
  const [old, now] = stages;
  const isNoneShared = sharesNoCondition(before, after);
  return [
    ...changedLines(
      conditionLines(before, { stage: old, isNoneShared }),
      conditionLines(after, { stage: now, isNoneShared }),
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
  { stage, isNoneShared }: { readonly stage: Stage; readonly isNoneShared: boolean },
): Line[] {
  const lines = appliesWhen.map((condition) => {
    const meaning = meaningOf(condition);
    const key = subjectsIn([condition]).sort().join();
    const said = { ...at(condition.place), text: condition.text };
    const mayCount = isNoneShared || mayHold(condition, stage);
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
export function oneSidedAlternative(id: string, { stages, decisions }: Advised): ChangedLine[] {
  const [{ knowledge: old }, { knowledge: now }] = stages;
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
