import { citationOf, ratingsOf } from '../../common/ratings.ts';
import type {
  CertainContribution,
  Citation,
  Contribution,
  EvidenceContribution,
  QualityContribution,
  Reason,
} from '../../model/advice.ts';
import type { Decision } from '../../model/decision.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Evidence, Pattern } from '../../model/pattern.ts';
import { certainlyCounts } from '../decide/answered.ts';
import { pointsOf } from '../table/build-table.ts';
import { conjunctionOf } from '../table/conditions.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { narrowedColumns } from '../table/lazy-columns.ts';
import { membersOf } from '../table/masks.ts';
import { counts, type QuestionColumns } from '../table/question-columns.ts';
import { type AnswerMasks, isOpen } from '../table/slots.ts';
import type { Tables } from '../table/tables.ts';

/** An alternative at its place in a table, with what was answered. */
export interface Weighing {
  readonly table: DecisionTable;
  readonly place: number;
  readonly decision: Decision;
  readonly pattern: Pattern;
  readonly answers: AnswerMasks;
  readonly tables: Tables;
  /** By quality row of the table. */
  readonly weights: readonly RowWeight[];
}

/** Where the points of a score come from, read off the table that decided; they add up exactly to S. */
export function contributionsOf(weighing: Weighing): Contribution[] {
  return [...qualityPoints(weighing), ...evidencePoints(weighing), ...certainPoints(weighing)];
}

function qualityPoints(weighing: Weighing): QualityContribution[] {
  const { table, place, pattern, weights } = weighing;
  const ratings = ratingsOf(pattern.claims);
  return table.qualities.flatMap((row, index) => {
    const rating = row.ratings[place] ?? 0;
    const { weight = 0, because = [] } = weights[index] ?? {};
    if (rating === 0 || weight === 0) return [];
    const { claims = [], sum } = ratings.get(row.quality) ?? {};
    return [
      {
        kind: 'quality',
        quality: row.quality,
        points: weight * rating,
        weight,
        rating,
        because,
        claims: claims.map(citationOf),
        ...(sum !== rating && { beyondScale: true }),
      },
    ];
  });
}

/** The weight of a quality row, and where it comes from. */
export type RowWeight = Pick<QualityContribution, 'weight' | 'because'>;

/** m[c](x) of docs/model.md for each quality row of a table: the base weight, and what each answer adds to it. */
export function weightsIn(
  { qualities, questions }: DecisionTable,
  { answers, tables }: Pick<Weighing, 'answers' | 'tables'>,
): RowWeight[] {
  const sums = qualities.map(({ weight }) => weight);
  const because = qualities.map(({ weight }): Reason[] => (weight > 0 ? ['base'] : []));
  for (const { slot, weights } of questions) {
    const { id = '', choices = [] } = tables.questions[slot] ?? {};
    for (const choice of membersOf(Math.max(0, answers[slot] ?? 0))) {
      weights[choice]?.forEach((weight, row) => {
        if (weight === 0) return;
        sums[row] = (sums[row] ?? 0) + weight;
        because[row]?.push({ question: id, choice: choices[choice] ?? '' });
      });
    }
  }
  return sums.map((weight, row) => ({ weight, because: because[row] ?? [] }));
}

/** In the order of the document. */
function evidencePoints(weighing: Weighing): EvidenceContribution[] {
  const { table, place, pattern, answers } = weighing;
  const own = table.questions.flatMap(({ slot, effects }) => {
    const answer = answers[slot] ?? 0;
    return isOpen(answer) ? [] : effects.filter((effect) => counts(effect, answer));
  });
  const joined = table.joined.filter((condition) => certainlyCounts(condition, answers));
  return [...own, ...joined]
    .filter(({ alternative, points }) => alternative === place && points !== 0)
    .sort((a, b) => (a.evidence ?? 0) - (b.evidence ?? 0))
    .flatMap(({ points, evidence = -1 }) => {
      const sentence = pattern.evidence[evidence];
      if (sentence === undefined) return [];
      const because = reasonsOf(sentence, weighing);
      return [{ kind: 'evidence', points, because, claims: [citationOf(sentence)] }];
    });
}

/** The answers that fulfil a condition; an open question where every answer does. */
function reasonsOf({ condition }: Evidence, { answers, tables }: Weighing): Reason[] {
  const conjunction = condition && conjunctionOf(condition, tables.slots);
  return (conjunction ?? []).flatMap(({ slot, masks }): Reason[] => {
    const question = tables.questions[slot];
    const answer = answers[slot] ?? 0;
    if (question === undefined) return [];
    if (isOpen(answer)) return [{ question: question.id }];
    const telling = answer & masks.reduce((all, mask) => all | mask, 0);
    return membersOf(telling).map((choice) => ({
      question: question.id,
      choice: question.choices[choice] ?? '',
    }));
  });
}

/** c[a,q]: what comes in however an open question is answered. */
function certainPoints(weighing: Weighing): CertainContribution[] {
  const { table, place, answers, tables } = weighing;
  return table.questions.flatMap((columns) => {
    const answer = answers[columns.slot] ?? 0;
    const question = tables.questions[columns.slot];
    if (question === undefined || !isOpen(answer)) return [];
    const points = narrowedColumns(columns, answer).certain[place] ?? 0;
    if (points === 0) return [];
    const claims = sentencesBehind(columns, question.id, weighing);
    return [{ kind: 'certain', points, because: [{ question: question.id }], claims }];
  });
}

/** What the document says about the qualities that the question weighs, and on the question itself. */
function sentencesBehind(
  { weights }: QuestionColumns,
  question: string,
  { table, pattern }: Weighing,
): Citation[] {
  const weighed = table.qualities.filter((_, row) => weights.some((each) => each[row] !== 0));
  const ratings = ratingsOf(pattern.claims);
  const claims = weighed.flatMap(({ quality }) => {
    const rating = ratings.get(quality);
    return rating && rating.rating !== 0 ? rating.claims : [];
  });
  const evidence = pattern.evidence.filter(
    (each) =>
      pointsOf(each) !== 0 && each.condition?.terms.every(({ subject }) => subject === question),
  );
  return [...new Set([...claims, ...evidence])].map(citationOf);
}

/** Whether the documents say nothing about an alternative that scores in a decision. */
export function isSilent({ evidence, claims }: Pattern, { driving }: Decision): boolean {
  const rated = claims.flatMap(({ effects }) => effects);
  return (
    evidence.every(({ condition }) => condition === undefined) &&
    rated.every(({ quality }) => !driving.includes(quality))
  );
}

/** What a knowledge base says of an alternative. */
export function patternIn({ patterns }: KnowledgeBase, id: string): Pattern {
  const pattern = patterns.get(id);
  if (pattern === undefined) throw new Error(`No pattern describes ${id}`);
  return pattern;
}
