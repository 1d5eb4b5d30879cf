import type { BooleanDiagram } from '../decide/boolean.ts';
import { jointLevel } from '../decide/boolean.ts';
import type { Diagram } from '../decide/diagram.ts';
import type { Judged } from '../decide/judge.ts';
import {
  type AfterAnswer,
  afterAnswers,
  type Distribution,
  distributionOf,
} from '../decide/queries.ts';
import type { Slot } from '../table/slots.ts';

/**
 * By the index of a question how far its answer is expected to make the outcome less mixed. It may be a little below 0, as
 * picks and whether they apply are taken as independent.
 */
export type Gains = ReadonlyMap<number, number>;

/**
 * The expected fall in the impurity of a decision for each question that matters to it, technique by technique. That it
 * does not apply is an outcome like any other (docs/model.md, "Gains").
 */
export function gainsOf({ applicability, tables }: Judged, questions: readonly Slot[]): Gains {
  const { diagram: applies } = applicability;
  const gains = new Map<number, number>();
  const add = (own: Gains) => {
    for (const [question, gain] of own) gains.set(question, (gains.get(question) ?? 0) + gain);
  };
  const open = tables.flatMap(({ diagram }) => diagram ?? []);
  for (const diagram of open) {
    add(applies ? gainsWhereApplying(diagram, applies, questions) : gainsIn(diagram));
  }
  if (applies) add(gainsIn(applies));
  return gains;
}

/** 1 − Σ share²: the chance that two completions come to different outcomes. */
function impurityOf(distribution: Distribution): number {
  let same = 0;
  for (const share of distribution.values()) same += share * share;
  return 1 - same;
}

function gainsIn(diagram: Diagram): Gains {
  const before = impurityOf(distributionOf(diagram));
  const gains = new Map<number, number>();
  for (const [question, { level, distributions }] of afterAnswers(diagram)) {
    const all = level.classes.reduce((sum, { weight }) => sum + weight, 0);
    const after = distributions.reduce(
      (sum, each, answer) => sum + ((level.classes[answer]?.weight ?? 0) / all) * impurityOf(each),
      0,
    );
    gains.set(question, Math.max(0, before - after));
  }
  return gains;
}

/**
 * Two completions differ in their picks only where the decision applies in both: the impurity counts with the square of
 * that part. Picks and applying are taken as independent given the answer.
 */
function gainsWhereApplying(
  diagram: Diagram,
  applies: BooleanDiagram,
  questions: readonly Slot[],
): Gains {
  const [picks, applying] = [afterAnswers(diagram), afterAnswers(applies)];
  const [impurity, part] = [impurityOf(distributionOf(diagram)), partOf(distributionOf(applies))];
  const gains = new Map<number, number>();
  for (const question of new Set([...picks.keys(), ...applying.keys()])) {
    const slot = questions[question];
    if (slot === undefined) continue;
    const [own, other] = [picks.get(question), applying.get(question)];
    const { classes, pairs } = jointLevel(slot, own?.level, other?.level);
    const all = classes.reduce((sum, { weight }) => sum + weight, 0);
    let after = 0;
    classes.forEach(({ weight }, index) => {
      const [pick = 0, apply = 0] = pairs[index] ?? [];
      after +=
        (weight / all) *
        (other ? partOf(at(other, apply)) : part) ** 2 *
        (own ? impurityOf(at(own, pick)) : impurity);
    });
    gains.set(question, part ** 2 * impurity - after);
  }
  return gains;
}

function at({ distributions }: AfterAnswer, answer: number): Distribution {
  return distributions[answer] ?? new Map();
}

/** In which part of the completions it holds. */
function partOf(distribution: Distribution): number {
  return distribution.get(1) ?? 0;
}
