import type { Diagram, DiagramLevel } from '../decide/diagram.ts';
import type { Situation } from '../decide/judge.ts';
import {
  type AfterAnswer,
  afterAnswers,
  type Distribution,
  distributionOf,
} from '../decide/queries.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { idleAnswer } from '../table/idle-answer.ts';
import { commonChances } from './common-chances.ts';

/** How likely each outcome of a diagram is, now and after each answer to each question, by the index of the question. */
export interface LikelyOutcomes {
  readonly now: Distribution;
  readonly after: ReadonlyMap<number, AfterAnswer>;
}

/** What implications narrow differs from answer to answer; more than that is rare. */
const MOST_KEPT = 32;

/**
 * By what implications leave of its questions. In an interview most diagrams stay the same from one question to the next,
 * and reading them takes longer than anything else; at most this many per diagram, and they are dropped with it.
 */
const knownOfDiagram = new WeakMap<Diagram, Map<string, LikelyOutcomes>>();

/** What outcomes are read by. */
export type Reading = Pick<Situation, 'tables' | 'answers' | 'unknown'>;

/** No set of answers. */
const UNKNOWN = -1;

/**
 * Answers counting by how common they are; of narrowed questions only those that remain. The table is that of the
 * diagram; whether a decision applies has none.
 */
export function likelyOutcomes(
  diagram: Diagram,
  reading: Reading,
  table?: DecisionTable,
): LikelyOutcomes {
  const { tables, answers, unknown } = reading;
  const seen = ({ slot }: DiagramLevel) => (unknown?.has(slot) ? UNKNOWN : answers[slot]);
  const key = [tables.kindOf(answers), ...diagram.levels.map(seen)].join();
  const kept = knownOfDiagram.get(diagram) ?? new Map<string, LikelyOutcomes>();
  const known = kept.get(key);
  if (known !== undefined) return known;
  const unanswered = (slot: number) => table && idleAnswer(table, slot);
  const chances = commonChances(tables, reading, unanswered);
  const outcomes = {
    now: distributionOf(diagram, chances),
    after: afterAnswers(diagram, chances),
  };
  if (kept.size >= MOST_KEPT) kept.clear();
  knownOfDiagram.set(diagram, kept.set(key, outcomes));
  return outcomes;
}
