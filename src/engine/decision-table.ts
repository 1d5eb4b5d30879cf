import type { Decision } from '../model/decision.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { Question } from '../model/question.ts';
import { ratingsOf } from '../model/rating.ts';
import { type Column, keyOf, type RatingRow, sum, weighted } from './column.ts';
import { type Effect, effectsOf, isFulfilled, type Weighed } from './effects.ts';
import { type AnswerClass, legalAnswers, mergeBy } from './legal-answers.ts';
import { fulfilmentKey, type Part } from './terms.ts';

/**
 * One decision as integers: how many points each answer gives each alternative (MODEL.md, section 2).
 * Where several may be picked there is one table for each technique, against not having it.
 */
export interface DecisionTable {
  /** Ids, in the order of the decision; `WITHOUT` is not having the technique. */
  readonly alternatives: readonly string[];
  /** What the base weights give: T0. */
  readonly base: Column;
  /** The questions with an effect here, in the order of the knowledge base. */
  readonly questions: ReadonlyMap<string, QuestionTable>;
  /** Effects that hang on two or more questions. */
  readonly interactions: readonly Effect[];
  /** The conditions of which one has to hold, where a technique names any. */
  readonly needs: readonly (readonly Part[])[];
}

/** What the answers to one question do. */
export interface QuestionTable {
  readonly question: Question;
  /** T[·, q, o], with what the answer rules out. */
  readonly columnOf: (choices: readonly string[]) => Column;
  /** The legal answers, grouped where they do the same here. */
  readonly classes: readonly ColumnClass[];
  readonly qualities: readonly string[];
  readonly parts: readonly Part[];
}

/** Legal answers with what they do. */
export interface ColumnClass extends AnswerClass {
  readonly column: Column;
}

/** Stands for not having a technique; no id looks like it. */
export const WITHOUT = '(without)';

/** The tables of a decision: a single one, or one per technique where several may be picked. */
export function tablesOf(decision: Decision, knowledge: KnowledgeBase): DecisionTable[] {
  const patterns = decision.alternatives.flatMap(({ id }) => knowledge.patterns.get(id) ?? []);
  if (!decision.several) return [tableOf(decision, patterns, knowledge)];
  return patterns
    .filter(({ id }) => id !== decision.baseline)
    .map((technique) => tableOf(decision, [undefined, technique], knowledge));
}

function tableOf(
  decision: Decision,
  weighed: readonly Weighed[],
  knowledge: KnowledgeBase,
): DecisionTable {
  const rows = ratingRows(decision, weighed, knowledge);
  const effects = effectsOf(weighed, knowledge);
  const weightOf = ({ quality }: RatingRow) => knowledge.qualities.get(quality)?.weight ?? 0;
  return {
    alternatives: weighed.map((pattern) => pattern?.id ?? WITHOUT),
    base: weighted(rows, weightOf, weighed.length),
    ...answersOf({ rows, effects, width: weighed.length }, knowledge),
  };
}

/** A pin against nothing: it stands unless one of these conditions holds. */
export function pinTable(
  pin: string,
  ruledOutWhen: readonly (readonly Part[])[],
  knowledge: KnowledgeBase,
): DecisionTable {
  const effects = ruledOutWhen.map((parts) => ({
    anyOf: [parts],
    negated: false,
    questions: [...new Set(parts.map(({ question }) => question))],
    points: [0],
    ruledOut: [true],
  }));
  return {
    alternatives: [pin],
    base: weighted([], () => 0, 1),
    ...answersOf({ rows: [], effects, width: 1 }, knowledge),
  };
}

function answersOf(ingredients: Ingredients, { questions }: KnowledgeBase) {
  const { effects } = ingredients;
  const named = namedIn(effects);
  const tables = [...questions.values()].flatMap((question) => {
    const table = questionTable(question, named.get(question.id) ?? UNNAMED, ingredients);
    return table ? [[question.id, table] as const] : [];
  });
  return {
    questions: new Map(tables),
    interactions: effects.filter((effect) => effect.questions.length > 1),
    needs: effects.find(({ negated }) => negated)?.anyOf ?? [],
  };
}

/** What effects have to do with one question. */
interface Named {
  /** Those that hang on nothing else. */
  readonly own: Effect[];
  readonly parts: Part[];
}

const UNNAMED: Named = { own: [], parts: [] };

function namedIn(effects: readonly Effect[]): Map<string, Named> {
  const named = new Map<string, Named>();
  const about = (question: string) => {
    const found = named.get(question) ?? { own: [], parts: [] };
    named.set(question, found);
    return found;
  };
  for (const effect of effects) {
    const [only, ...others] = effect.questions;
    if (only !== undefined && others.length === 0) about(only).own.push(effect);
    for (const part of effect.anyOf.flat()) about(part.question).parts.push(part);
  }
  return named;
}

function ratingRows(
  { driving }: Decision,
  weighed: readonly Weighed[],
  { qualities }: KnowledgeBase,
): RatingRow[] {
  const ratings = weighed.map((pattern) => ratingsOf(pattern?.claims ?? []));
  return driving
    .filter((quality) => qualities.has(quality))
    .map((quality) => ({ quality, ratings: ratings.map((each) => each.get(quality)?.rating ?? 0) }))
    .filter((row) => row.ratings.some((rating) => rating !== 0));
}

interface Ingredients {
  readonly rows: readonly RatingRow[];
  readonly effects: readonly Effect[];
  readonly width: number;
}

function questionTable(
  question: Question,
  { own, parts }: Named,
  { rows, width }: Ingredients,
): QuestionTable | undefined {
  const weighs = rows.filter(({ quality }) =>
    question.choices.some(({ weights }) => weights.get(quality)),
  );
  if (weighs.length === 0 && parts.length === 0) return undefined;
  const weighing = question.choices.map(({ id, weights }) => ({
    id,
    ...weighted(weighs, ({ quality }) => weights.get(quality) ?? 0, width),
  }));
  const columnOf = (choices: readonly string[]): Column =>
    sum(width, [
      ...weighing.filter(({ id }) => choices.includes(id)),
      ...own.filter((effect) => isFulfilled(effect, () => choices)),
    ]);
  const qualities = weighs.map(({ quality }) => quality);
  const classes = legalAnswers(question, { qualities, parts }).map((answer) => ({
    ...answer,
    column: columnOf(answer.choices),
  }));
  return { question, columnOf, classes: mergeClasses(classes, parts), qualities, parts };
}

/** Answers that give the same points and fulfil the same parts of conditions are one class. */
export function mergeClasses(
  classes: readonly ColumnClass[],
  parts: readonly Part[],
): ColumnClass[] {
  return mergeBy(
    classes,
    ({ choices, column }) => `${keyOf(column)}|${fulfilmentKey(choices, parts)}`,
  );
}
