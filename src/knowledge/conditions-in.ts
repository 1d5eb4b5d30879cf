import type { Term } from '../model/condition.ts';
import type { RuleInput } from './rule.ts';

/** A term with the subjects it may name and their choices. */
export interface TermInUse {
  readonly term: Term;
  readonly subjects: Subjects;
  /** It is about picks alone, and names decisions only. */
  readonly aboutPicks: boolean;
}

/** The terms of all conditions. */
export function conditionsIn(input: RuleInput): TermInUse[] {
  const { questions, decisions, patterns, layers } = input;
  const asked: Subjects = new Map(
    [...questions.values()].map(({ id, choices }) => [id, choices.map((choice) => choice.id)]),
  );
  const picked: Subjects = new Map(
    [...decisions.values()].map(({ id, alternatives }) => [id, alternatives.map(({ id }) => id)]),
  );
  const aboutAnswers = [
    ...patterns.flatMap(({ evidence }) => evidence),
    ...layers.flatMap(({ contradictions }) => contradictions),
  ]
    .flatMap(({ condition }) => condition?.terms ?? [])
    .map((term) => ({ term, subjects: asked, aboutPicks: false }));
  const inDecisions = [...decisions.values()]
    .flatMap(({ appliesWhen }) => appliesWhen)
    .flatMap(({ terms }) => terms)
    .map((term) => ({ term, subjects: new Map([...asked, ...picked]), aboutPicks: false }));
  const inCombinations = layers
    .flatMap(({ combinations }) => combinations)
    .flatMap(({ when, requires }) => [...when.terms, ...(requires?.terms ?? [])])
    .map((term) => ({ term, subjects: picked, aboutPicks: true }));
  return [...aboutAnswers, ...inDecisions, ...inCombinations];
}

type Subjects = ReadonlyMap<string, readonly string[]>;
