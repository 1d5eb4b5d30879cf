import type {
  CertainContribution,
  Citation,
  Contribution,
  EvidenceContribution,
  QualityContribution,
} from '../model/advice.ts';
import type { Answers } from '../model/answers.ts';
import type { Decision } from '../model/decision.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Claim, Evidence, Pattern } from '../model/pattern.ts';
import type { Question } from '../model/question.ts';
import { ratingsOf } from '../model/rating.ts';
import type { DecisionTable } from './decision-table.ts';
import { pointsOf } from './effects.ts';
import { nearestToZero } from './nearest-to-zero.ts';
import { partsOf } from './terms.ts';
import { allHold, truthOfPart } from './truth.ts';

/** A pattern weighed in a decision, with what was answered. */
export interface Weighing {
  readonly decision: Decision;
  readonly pattern: Pattern;
  readonly table: DecisionTable;
  readonly answers: Answers;
  readonly knowledge: KnowledgeBase;
}

/** Where the points of a score come from; they sum exactly to S of MODEL.md, section 2. */
export function contributionsOf(weighing: Weighing): Contribution[] {
  return [...qualityPoints(weighing), ...evidencePoints(weighing), ...certainPoints(weighing)];
}

function qualityPoints({ decision, pattern, answers, knowledge }: Weighing): QualityContribution[] {
  const ratings = ratingsOf(pattern.claims);
  return decision.driving.flatMap((quality) => {
    const rating = ratings.get(quality);
    const { weight, because } = weightOf(quality, answers, knowledge);
    if (rating === undefined || rating.rating === 0 || weight === 0) return [];
    return [
      {
        kind: 'quality',
        quality,
        points: weight * rating.rating,
        weight,
        rating: rating.rating,
        because,
        claims: rating.claims.map(citationOf),
        ...(rating.sum !== rating.rating && { beyondScale: true }),
      },
    ];
  });
}

/** m[c](x): the base weight and what each answer adds to it. */
function weightOf(quality: string, answers: Answers, { qualities, questions }: KnowledgeBase) {
  const base = qualities.get(quality)?.weight ?? 0;
  const because = base > 0 ? ['base'] : [];
  let weight = base;
  for (const { id, choices } of questions.values()) {
    for (const choice of picked(choices, answers.get(id)?.choices)) {
      const added = choice.weights.get(quality) ?? 0;
      weight += added;
      if (added > 0) because.push(`${id}=${choice.id}`);
    }
  }
  return { weight, because };
}

function picked(choices: Question['choices'], ids: readonly string[] = []): Question['choices'] {
  return choices.filter(({ id }) => ids.includes(id));
}

function evidencePoints({ pattern, answers, knowledge }: Weighing): EvidenceContribution[] {
  return pattern.evidence.flatMap((evidence) => {
    const points = pointsOf(evidence);
    const because = reasonsOf(evidence, answers, knowledge);
    return points === 0 || because === undefined
      ? []
      : [{ kind: 'evidence', points, because, claims: [citationOf(evidence)] }];
  });
}

/** The answers that make a condition certain; those to a single open question are counted there. */
function reasonsOf(
  { condition }: Evidence,
  answers: Answers,
  { questions }: KnowledgeBase,
): string[] | undefined {
  const parts = partsOf(condition);
  const isCertain =
    allHold(parts.map((part) => truthOfPart(part, questions.get(part.question), answers))) ===
    'always';
  const isCountedElsewhere =
    parts.length === 1 && parts.every(({ question }) => !answers.has(question));
  if (parts.length === 0 || !isCertain || isCountedElsewhere) return undefined;
  return parts.flatMap(({ question, lists }) => {
    const choices = answers.get(question)?.choices;
    const telling = choices?.filter((choice) => lists.some((list) => list.includes(choice)));
    return telling ? telling.map((choice) => `${question}=${choice}`) : [question];
  });
}

/** c[a,q]: what comes in whatever is answered, for open questions whose points all have one sign. */
function certainPoints({ decision, pattern, table, answers }: Weighing): CertainContribution[] {
  const index = table.alternatives.indexOf(pattern.id);
  return [...table.questions.values()].flatMap(({ question, classes }) => {
    if (answers.has(question.id)) return [];
    const points = nearestToZero(classes.map(({ column }) => column.points[index] ?? 0));
    if (points === 0) return [];
    const claims = sentencesBehind(question, pattern, decision);
    return [{ kind: 'certain', points, because: [question.id], claims }];
  });
}

/** What the document says about the qualities that the question weighs, and on the question itself. */
function sentencesBehind(
  { id, choices }: Question,
  pattern: Pattern,
  { driving }: Decision,
): Citation[] {
  const weighed = driving.filter((quality) => choices.some(({ weights }) => weights.get(quality)));
  const ratings = ratingsOf(pattern.claims);
  const claims = weighed.flatMap((quality) => ratings.get(quality)?.claims ?? []);
  const evidence = pattern.evidence.filter(
    (each) => pointsOf(each) !== 0 && each.condition?.terms.every(({ subject }) => subject === id),
  );
  return [...new Set([...claims, ...evidence])].map(citationOf);
}

export function citationOf(said: Claim | Evidence): Citation {
  const { text, place, contested } = said;
  const label = 'isLabelTelling' in said && said.isLabelTelling ? said.label : undefined;
  return {
    text,
    file: place.file,
    line: place.line,
    ...(label !== undefined && { label }),
    ...(contested && { contested: true }),
  };
}
