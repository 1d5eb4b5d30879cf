import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { adviceOn, decisionBehind } from '../support/picked.ts';
import { type Advised, type Given, isAccepted } from './advised.ts';
import { confusionText } from './confusion.ts';
import { decidedLines } from './decided.ts';
import { labelOf } from './labels.ts';
import { missText } from './misses.ts';
import { isMet, type Outcome, outcomesOf } from './outcomes.ts';
import { FAULT_TOLERANCE, type Point } from './points.ts';
import { deviationsOf, techniqueIdsText } from './technique-ids.ts';
import { type TechniqueCase, techniqueCases } from './techniques.ts';

/** How the picks at one point deviate from what the judges accept, and what decided each miss. */
export function panelSection(
  point: Point,
  all: readonly Advised[],
  knowledge: KnowledgeBase,
): string {
  if (point === FAULT_TOLERANCE) return techniquesSection(all, knowledge);
  const outcomes = all.flatMap(outcomesOf).filter((each) => each.point === point);
  const misses = outcomes.filter((each) => !isMet(each));
  const pairs = outcomes.map((each) => ({
    expected: each.expected.label,
    picked: each.picks === undefined ? 'refused' : each.picks.join('+') || '-',
    isHit: isMet(each),
  }));
  return [
    confusionText(pairs, point.labels),
    ...misses.map((each) => [missText(each), ...decidedAt(each, knowledge)].join('\n')),
  ].join('\n\n');
}

function decidedAt({ of, point, expected }: Outcome, knowledge: KnowledgeBase): string[] {
  if (!isAccepted(of)) return 'refused' in of.given ? [`  refused: ${of.given.refused}`] : [];
  const own = decisionBehind(point.decision, expected.accepted, of.given.advice);
  return decidedLines(own, of.given, knowledge);
}

function techniquesSection(all: readonly Advised[], knowledge: KnowledgeBase): string {
  const cases = techniqueCases(all);
  const accepted = all.filter(isAccepted);
  const misses = accepted.flatMap(({ of, given }) => {
    const own = cases.find(({ id }) => id === of.id);
    const reasons = of.judges.map((judge) => judge[FAULT_TOLERANCE.name]?.why ?? '');
    return own === undefined
      ? []
      : deviationText(`${of.id} ${of.name}`, { own, given, reasons }, knowledge);
  });
  return [techniqueIdsText(cases, 'both'), ...misses].join('\n\n');
}

/** What is wanted for a system and picked, with what those who judge say. */
export interface JudgedTechniques {
  readonly own: TechniqueCase;
  readonly given: Given;
  readonly reasons: readonly string[];
}

/** Nothing where every technique is as wanted. */
export function deviationText(
  name: string,
  { own, given, reasons }: JudgedTechniques,
  knowledge: KnowledgeBase,
): string[] {
  const deviations = deviationsOf(own);
  if (deviations.length === 0) return [];
  const decision = adviceOn(FAULT_TOLERANCE.decision, given.advice);
  const ranking = decision.ranking.filter((each) => deviations.includes(labelOf(each.alternative)));
  return [
    [
      `${name}: ${FAULT_TOLERANCE.name}`,
      ...own.wanted.map(
        (wanted, index) => `  wanted ${wanted.join(', ')}: ${reasons[index] ?? ''}`,
      ),
      `  picked ${own.picked.join(', ') || '-'}`,
      ...decidedLines(decision, given, knowledge, ranking),
    ].join('\n'),
  ];
}
