import { reasonWord } from '../common/reason-word.ts';
import { fileName } from '../common/text.ts';
import type {
  Advice,
  Citation,
  Contribution,
  DecisionAdvice,
  RankedAlternative,
} from '../model/advice.ts';
import type { AnswerSheet } from '../model/answers.ts';
import type { Flip, Flips } from '../model/flips.ts';
import type {
  RecordedAlternative,
  RecordedClaim,
  RecordedDecision,
  RecordedPoints,
  Trigger,
} from '../model/record.ts';

/** What a record is made of, apart from its text. */
export interface Decided {
  readonly advice: Omit<Advice, 'decisions'>;
  readonly decision: DecisionAdvice;
  readonly flips: Flips;
  readonly notes: AnswerSheet['notes'];
}

/** The data of a record; `outcome` is the sentence of its text that names the pick. */
export function recordedDecision(decided: Decided, outcome: string): RecordedDecision {
  const { advice, decision, flips, notes } = decided;
  const { system, scope, knowledge, answers, pins } = advice;
  const { share, firm, dependsOn } = decision;
  return {
    version: 1,
    decision: decision.id,
    outcome,
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    knowledge,
    status: decision.status,
    recommended: decision.recommended,
    pinned: decision.pinned,
    applies: decision.applies,
    ...(share !== undefined && { share }),
    ...(firm !== undefined && { firm }),
    ...(dependsOn.length > 0 && { dependsOn }),
    answers,
    pins,
    ...(notes.size > 0 && { notes: Object.fromEntries(notes) }),
    alternatives: decision.ranking.map(recordedAlternative),
    // Flips are those of the decision by itself, which is not what decided a pick that fits others.
    revisit: decision.joint === undefined ? triggersOf(flips) : [],
  };
}

/** Flips that a record keeps: more would be a list that nobody reads. */
const MOST_TRIGGERS = 40;

/** The flips that contradict nothing, or all of them if each does. */
export function triggersOf({ flips }: Flips): Trigger[] {
  const possible = flips.filter(({ contradicts }) => contradicts === undefined);
  const kept = possible.length > 0 ? possible : flips;
  return kept.slice(0, MOST_TRIGGERS).map(triggerOf);
}

function triggerOf({ changes, pick: { recommended, status } }: Flip): Trigger {
  return { changes, recommended, status };
}

export function recordedAlternative(ranked: RankedAlternative): RecordedAlternative {
  const { alternative, name, score, excludedBy, contributions } = ranked;
  const ruledOut = excludedBy.map(({ state, text, because, file }) => ({
    ...{ state, text, because },
    document: fileName(file),
  }));
  return {
    alternative,
    name,
    score,
    ...(ruledOut.length > 0 && { ruledOut }),
    points: contributions.map(recordedPoints),
  };
}

function recordedPoints(contribution: Contribution): RecordedPoints {
  const { kind, points, because, claims } = contribution;
  const isQuality = contribution.kind === 'quality';
  return {
    kind,
    points,
    ...(isQuality && {
      quality: contribution.quality,
      weight: contribution.weight,
      rating: contribution.rating,
    }),
    because: because.map(reasonWord),
    claims: claims.map(recordedClaim),
  };
}

function recordedClaim({ text, file }: Citation): RecordedClaim {
  return { text, document: fileName(file) };
}
