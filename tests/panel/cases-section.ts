import { knownAnswers } from '../../src/common/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { missText } from '../cases/misses.ts';
import { POINTS as CASE_POINTS } from '../cases/points.ts';
import { judgedIn, type Run } from '../cases/runs.ts';
import { scoreOf } from '../cases/score.ts';
import type { Judged } from '../cases/table.ts';
import type { Given } from './advised.ts';
import { confusionText } from './confusion.ts';
import { decidedLines } from './decided.ts';
import { deviationText } from './panel-section.ts';
import { FAULT_TOLERANCE, type Point } from './points.ts';
import { techniqueIdsText } from './technique-ids.ts';
import type { TechniqueCase } from './techniques.ts';

/** The same over published cases that are about this point, in their words: the main label, the first reader's answers. */
export function casesSection(point: Point, runs: readonly Run[], knowledge: KnowledgeBase): string {
  const mains = runs.flatMap((run) =>
    judgedIn(run).flatMap((judged) =>
      judged.isMain && CASE_POINTS[judged.label.point]?.decision === point.decision
        ? [{ judged, given: givenTo(run) }]
        : [],
    ),
  );
  if (mains.length === 0) return 'No case is about it.';
  const text = point === FAULT_TOLERANCE ? techniquesText : picksText;
  return text(mains, knowledge);
}

/** A main label with what the first reader's answers lead to. */
interface Main {
  readonly judged: Judged;
  readonly given: Given;
}

function givenTo({ sheets, advice }: Run): Given {
  return { answers: knownAnswers(sheets.first), advice: advice.first };
}

function isRight({ picks, label }: Judged): boolean {
  return scoreOf(picks.first, label) === 1;
}

function picksText(mains: readonly Main[], knowledge: KnowledgeBase): string {
  const pairs = mains.map(({ judged }) => ({
    expected: judged.label.chosen.join('|'),
    picked: judged.picks.first.join('+') || '-',
    isHit: isRight(judged),
  }));
  const misses = mains.filter(({ judged }) => !isRight(judged));
  return [
    confusionText(pairs),
    ...misses.map(({ judged, given }) =>
      missText(judged, given.advice, (own) => decidedLines(own, given, knowledge)),
    ),
  ].join('\n\n');
}

function techniquesText(mains: readonly Main[], knowledge: KnowledgeBase): string {
  const cases = mains.map(({ judged }) => techniqueCase(judged));
  const misses = mains.flatMap(({ judged, given }) => {
    const reasons = [judged.label.rationale];
    return deviationText(
      `${judged.of.id} ${judged.of.name}`,
      { own: techniqueCase(judged), given, reasons },
      knowledge,
    );
  });
  return [techniqueIdsText(cases, 'the label'), ...misses].join('\n\n');
}

function techniqueCase({ of, label, picks }: Judged): TechniqueCase {
  return { id: of.id, picked: picks.first, wanted: [label.chosen] };
}
