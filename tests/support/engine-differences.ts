import { verdictsOn } from '../../src/engine/advice/verdicts.ts';
import { diff } from '../../src/engine/diff/diff.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { DecisionDifference, Difference } from '../../src/model/difference.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Case } from './engine-arbitraries.ts';
import { bruteForce, type Situation } from './engine-brute-force.ts';
import { answersOf, pinsOf } from './engine-builders.ts';
import { legalSets } from './engine-legal-sets.ts';

export type Said = Readonly<Record<string, string | readonly string[]>>;

/** What an answer file with these answers and pins says. */
export function sheetOf(answers: Said, pins: Case['pins'] = {}): AnswerSheet {
  return { answers: answersOf(answers), pins: pinsOf(pins), notes: new Map() };
}

/** What is compared; what is left out is the same on both sides. */
export interface Compared {
  readonly older: KnowledgeBase;
  readonly newer?: KnowledgeBase;
  readonly old: AnswerSheet;
  readonly new?: AnswerSheet;
}

/** A comparison run to its end. */
export function differenceOf({ older, newer = older, old, new: now = old }: Compared): Difference {
  const task = diff({
    older: { knowledge: older, old, new: now },
    newer: { knowledge: newer, old, new: now },
    files: { old: 'old.yaml', new: 'new.yaml' },
  });
  for (;;) {
    const { done, value } = task.next();
    if (done) return value;
  }
}

/** What differs in one decision. */
export function decisionIn({ decisions }: Difference, id: string): DecisionDifference {
  const found = decisions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`${id} does not differ`);
  return found;
}

/** What a knowledge base knows of a sheet. */
export function knownOf({ answers, pins }: AnswerSheet, knowledge: KnowledgeBase): Situation {
  const known = new Map(
    [...answers].flatMap(([id, answer]) => {
      const ids = knowledge.questions.get(id)?.choices.map((choice) => choice.id) ?? [];
      const choices = answer?.choices.filter((choice) => ids.includes(choice)) ?? [];
      return choices.length > 0 ? [[id, { choices }] as const] : [];
    }),
  );
  const pinned = new Map(
    [...pins].flatMap(([id, pin]) => {
      const ids = knowledge.decisions.get(id)?.alternatives.map((each) => each.id) ?? [];
      const left = pin.filter((each) => ids.includes(each));
      return left.length > 0 ? [[id, left] as const] : [];
    }),
  );
  return { answers: known, pins: pinned };
}

/** A sheet without what some knowledge base would refuse to read: an illegal set of choices, or several pins of one pick. */
export function readableBy(
  knowledge: readonly KnowledgeBase[],
  { answers, pins }: Pick<Case, 'answers' | 'pins'>,
): AnswerSheet {
  const isLegal = (id: string, set: readonly string[]) =>
    knowledge.every(({ questions }) => {
      const question = questions.get(id);
      const ids = question?.choices.map((choice) => choice.id) ?? [];
      const known = set.filter((choice) => ids.includes(choice)).toSorted();
      const sets = question ? legalSets(question) : [];
      return known.length === 0 || sets.some((each) => each.toSorted().join() === known.join());
    });
  const isSinglePin = (id: string, pin: readonly string[]) =>
    pin.length === 1 || knowledge.every(({ decisions }) => decisions.get(id)?.several === true);
  return sheetOf(
    Object.fromEntries(Object.entries(answers).filter(([id, set]) => isLegal(id, set))),
    Object.fromEntries(Object.entries(pins).filter(([id, pin]) => isSinglePin(id, pin))),
  );
}

/** What a decision comes to, as a word for each of its sides. */
export interface Come {
  readonly pick: string;
  readonly status: string;
  readonly applies: string;
}

/** By looking at every completion; what leads while nothing is proved is what `batch` says. */
export function comesTo(knowledge: KnowledgeBase, situation: Situation): Map<string, Come> {
  const leading = new Map(
    verdictsOn(knowledge)(situation.answers, situation.pins).map((each) => [
      each.id,
      each.recommended,
    ]),
  );
  const truth = bruteForce(knowledge, situation);
  return new Map(
    [...truth].map(([id, { status, winners, applies }]) => {
      const picks = (status === 'open' ? leading.get(id) : winners) ?? [];
      const isNone = status === 'not-applicable' || status === 'infeasible';
      return [id, { status, applies, pick: isNone ? `(${status})` : picks.toSorted().join(' ') }];
    }),
  );
}

export function isEqual(one: Come, other: Come): boolean {
  return one.pick === other.pick && one.status === other.status && one.applies === other.applies;
}
