import type { Pins } from '../../model/answers.ts';
import {
  type DecisionEntry,
  decidingTables,
  pinMasksOf,
  questionsIn,
  type Tables,
} from '../table/tables.ts';

/** The ids of the questions that can move the pick of a decision, were it to apply; under some pins. */
export function weighedQuestions(entry: DecisionEntry, pins: Pins, tables: Tables): string[] {
  const indexes = questionsIn(decidingTables(entry, pinMasksOf(pins, tables), tables));
  return indexes.flatMap((index) => tables.questions[index]?.id ?? []);
}

/** Those that the conditions name under which a decision applies. */
export function conditionQuestions({ decision }: DecisionEntry, { slots }: Tables): string[] {
  return decision.appliesWhen
    .flatMap(({ terms }) => terms)
    .map(({ subject }) => subject)
    .filter((subject) => slots.has(subject));
}

/** A decision and those whose picks decide whether it applies, directly or not; in their order. */
export function withParents(entry: DecisionEntry, { decisions }: Tables): DecisionEntry[] {
  return [...entry.parents, entry.index].flatMap((index) => decisions[index] ?? []);
}
