import { commonChances } from '../decide/chances.ts';
import type { Diagram } from '../decide/diagram.ts';
import {
  type AfterAnswer,
  afterAnswers,
  type Distribution,
  distributionOf,
} from '../decide/queries.ts';
import type { AnswerMasks, Slot } from '../table/slots.ts';

/** How likely each outcome of a diagram is, now and after each answer to each question, by the index of the question. */
export interface LikelyOutcomes {
  readonly now: Distribution;
  readonly after: ReadonlyMap<number, AfterAnswer>;
}

/** What implications narrow differs from answer to answer; more than that is rare. */
const MOST_KEPT = 32;

/**
 * By what implications leave of its questions. In an interview most diagrams stay the same from one question to the next,
 * and reading them takes longer than anything else; at most so many a diagram, and they go with it.
 */
const knownOfDiagram = new WeakMap<Diagram, Map<string, LikelyOutcomes>>();

/** Answers counting by how common they are; of narrowed questions only those that remain. */
export function likelyOutcomes(
  diagram: Diagram,
  questions: readonly Slot[],
  answers: AnswerMasks,
): LikelyOutcomes {
  const key = diagram.levels.map(({ slot }) => answers[slot] ?? 0).join();
  const kept = knownOfDiagram.get(diagram) ?? new Map<string, LikelyOutcomes>();
  const known = kept.get(key);
  if (known !== undefined) return known;
  const chances = commonChances(questions, answers);
  const outcomes = {
    now: distributionOf(diagram, chances),
    after: afterAnswers(diagram, chances),
  };
  if (kept.size >= MOST_KEPT) kept.clear();
  knownOfDiagram.set(diagram, kept.set(key, outcomes));
  return outcomes;
}
