import type { Term } from '../model/condition.ts';
import type { RuleInput } from './rule.ts';

/** The terms of all conditions, each with the subjects it may name and their choices. */
export function conditionsIn(input: RuleInput): { term: Term; subjects: Subjects }[] {
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
    .map((term) => ({ term, subjects: asked }));
  const inDecisions = [...decisions.values()]
    .flatMap(({ appliesWhen }) => appliesWhen)
    .flatMap(({ terms }) => terms)
    .map((term) => ({ term, subjects: new Map([...asked, ...picked]) }));
  return [...aboutAnswers, ...inDecisions];
}

type Subjects = Map<string, readonly string[]>;
