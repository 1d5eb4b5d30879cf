import type { Condition } from '../../model/condition.ts';
import type { Combination } from '../../model/knowledge.ts';
import type { Comparison } from '../../model/reading.ts';
import { labelled, paragraph } from '../layout/layout.ts';
import { listed, listedFirst, type Names } from '../words/names.ts';
import { type ComparisonView, decisionsIn } from './comparison-view.ts';

const LABEL = 16;
const MOST_QUESTIONS = 6;

/** Where patterns answer different questions: which, and what these have in common; nothing if they answer one. */
export function inCommonLines(comparison: Comparison, view: ComparisonView): string[] {
  const { decisions, combinations } = comparison;
  if (new Set(decisions).size === 1) return [];
  const { names, style } = view;
  const { width } = style;
  const line = (label: string, texts: readonly string[]) =>
    labelled(label, texts, { width, column: LABEL });
  const together = combinations.map((each) => combinationText(each, names));
  const none =
    decisionsIn(decisions).length > 1 && together.length === 0
      ? ['no rule for or against combining them']
      : [];
  const areShared = comparison.qualities.some(({ sides }) =>
    sides.every(({ claims }) => claims.length > 0),
  );
  const title = areShared
    ? 'Qualities that all of them affect'
    : 'No quality is affected by all of them';
  return [
    ...paragraph(differenceText(comparison, names), width),
    '',
    ...line('Together', [...together, ...none]),
    ...line('Both depend on', questionsInCommon(comparison, view)),
    '',
    ...paragraph(style.palette.strong(title), width),
  ];
}

/** `They answer different questions: SQL belongs to Database, Microservices to System structure.` */
function differenceText({ patterns, decisions }: Comparison, names: Names): string {
  const parts = patterns.map(({ id }, index) => {
    const decision = decisions[index];
    const name = names.alternative(id);
    return decision
      ? `${name} belongs to ${names.decision(decision.id)} ("${decision.ask}")`
      : `${name} belongs to no decision`;
  });
  return `They answer different questions, so one does not replace the other: ${listed(parts, 'and')}.`;
}

/** The questions that can move more than one of the decisions, the most informative first. */
function questionsInCommon(
  { decisions }: Comparison,
  { names, outlook }: ComparisonView,
): string[] {
  const ids = decisionsIn(decisions).map(({ id }) => id);
  const shared = (outlook?.questions ?? []).filter(
    ({ decisions: moved }) => ids.filter((id) => moved.includes(id)).length === ids.length,
  );
  if (ids.length < 2 || shared.length === 0) return [];
  return [
    listedFirst(
      shared.map(({ question }) => names.questionTitle(question)),
      MOST_QUESTIONS,
    ),
  ];
}

/** `Microservices (System structure) needs … : because` */
function combinationText({ when, requires, because }: Combination, names: Names): string {
  const held = termsText(when, names);
  return requires
    ? `${held} needs ${termsText(requires, names)}: ${because}`
    : `${held} are incompatible: ${because}`;
}

function termsText({ terms }: Condition, names: Names): string {
  const parts = terms.map(({ subject, choices }) => {
    const alternatives = listed(choices.map(names.alternative), 'or');
    return `${alternatives} (${names.decision(subject)})`;
  });
  return listed(parts, 'and');
}
