import { type BooleanDiagram, jointLevel } from '../decide/boolean.ts';
import type { Diagram } from '../decide/diagram.ts';
import { INTERVIEW, type Judged, judge, type Situation } from '../decide/judge.ts';
import {
  type AfterAnswer,
  afterAnswers,
  type Distribution,
  distributionOf,
} from '../decide/queries.ts';
import { narrowed, sourcesOf } from '../table/implied.ts';
import { type AnswerMasks, isOpen, isWithin, narrowedSlot, type Slot } from '../table/slots.ts';

/**
 * By the index of a question how far its answer is expected to make the outcome less mixed. It may be a little below 0, as
 * picks and whether they apply are taken as independent, and an answer may imply what leaves more outcomes open.
 */
type Gains = ReadonlyMap<number, number>;

/**
 * The expected fall in the impurity of a decision for each question that matters to it, or implies something about one, technique by technique. That it
 * does not apply is an outcome like any other (docs/model.md, "Gains").
 */
export function gainsOf(judged: Judged, situation: Situation): Gains {
  const { questions } = situation.tables;
  const { applies, picks } = diagramsOf(judged);
  const gains = new Map<number, number>();
  const add = (own: Gains) => {
    for (const [question, gain] of own) gains.set(question, (gains.get(question) ?? 0) + gain);
  };
  for (const diagram of picks) {
    add(applies ? gainsWhereApplying(diagram, applies, questions) : gainsIn(diagram));
  }
  if (applies) add(gainsIn(applies));
  for (const slot of implyingIn(judged, situation)) {
    gains.set(slot.index, gainWithImplied(slot, judged, situation));
  }
  return gains;
}

function diagramsOf({ applicability, tables }: Judged) {
  const picks = tables.flatMap(({ diagram }) => diagram ?? []);
  return { applies: applicability.diagram, picks };
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

/** The open questions of which an answer may narrow another one that matters. */
function implyingIn(judged: Judged, { tables, answers }: Situation): Slot[] {
  const { applies, picks } = diagramsOf(judged);
  const all = applies ? [...picks, applies] : picks;
  const matters = new Set(all.flatMap(({ levels }) => levels.map(({ slot }) => slot)));
  const sources = tables.implying.filter(({ slot }) => matters.has(slot)).flatMap(sourcesOf);
  return tables.questions.filter(({ index }) => sources.includes(index) && isOpen(answers[index]));
}

/** The expected fall where each answer to a question counts with what it implies. */
function gainWithImplied(slot: Slot, judged: Judged, situation: Situation): number {
  const { given, answers, tables } = situation;
  const legal = narrowedSlot(slot, answers[slot.index] ?? 0).legal();
  const after = legal.map((mask) => {
    const now = given.with(slot.index, mask);
    return impurityAfter(judged, situation, {
      ...{ tables, pins: situation.pins, given: now },
      answers: narrowed(now, tables.implying).answers,
    });
  });
  const expected = after.reduce((sum, each) => sum + each, 0) / legal.length;
  return impurityUnder(judged, answers) - expected;
}

/** Once more is answered. An answer may take back what others imply; then the decision is judged anew. */
function impurityAfter(judged: Judged, { answers }: Situation, after: Situation): number {
  if (after.answers.every((each, index) => isWithin(each, answers[index] ?? 0))) {
    return impurityUnder(judged, after.answers);
  }
  const decisions = [judged.entry.index];
  const anew = judge(after, { decisions, depth: INTERVIEW }).get(judged.entry.index);
  return impurityUnder(anew ?? judged, after.answers);
}

/** Of the picks where the decision applies, and of whether it does. */
function impurityUnder(judged: Judged, answers: AnswerMasks): number {
  const { applies, picks } = diagramsOf(judged);
  const applying = applies && distributionOf(applies, answers);
  const mixed = picks.map((diagram) => impurityOf(distributionOf(diagram, answers)));
  const part = applying ? partOf(applying) : 1;
  const own = part ** 2 * mixed.reduce((sum, each) => sum + each, 0);
  return applying ? own + impurityOf(applying) : own;
}
