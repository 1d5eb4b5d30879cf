import { meets } from './conditions.ts';
import { has, membersOf } from './masks.ts';

/** What the answers to one question do in a table. */
export interface QuestionColumns {
  /** The index of the question. */
  readonly slot: number;
  readonly several: boolean;
  /** What each choice adds to the weight of each quality row. */
  readonly weights: readonly (readonly number[])[];
  /** What each choice adds to the points of each alternative, by its weights alone. */
  readonly added: readonly (readonly number[])[];
  /** Conditions on this question alone. */
  readonly effects: readonly OwnEffect[];
  /** The masks of each literal that a joined condition has on this question. */
  readonly literals: readonly (readonly number[])[];
  /** What each choice does, where only one may be picked. */
  readonly columns: readonly AnswerClass[];
  /** The legal answers, grouped where they do the same here. */
  readonly classes: readonly AnswerClass[];
  /** The index of the class of a legal answer. */
  readonly classOf: (mask: number) => number;
  /** By class the first one that gives the same leads, rules out the same and fulfils the same literals. */
  readonly alike: () => readonly number[];
  /** c[a,q]: the entry nearest to zero if all have one sign, else 0. */
  readonly certain: readonly number[];
  /** The lowest lead of a over b at a × width + b, over the classes that leave b standing; infinite without any. */
  readonly lowest: readonly number[];
  /** Ruled out by some answer; by every answer. */
  readonly mayRuleOut: number;
  readonly rulesOut: number;
}

/** What a condition does to one alternative. */
export interface Effect {
  readonly alternative: number;
  readonly points: number;
  readonly rulesOut: boolean;
  /** Counts where none of the conjunctions holds, instead of where one does. */
  readonly negated: boolean;
  /** The place of the sentence in the evidence of the pattern; absent for what no single sentence says. */
  readonly evidence?: number;
}

/** A condition on one question: each conjunction is a list of masks that the answer has to meet. */
export interface OwnEffect extends Effect {
  readonly anyOf: readonly (readonly number[])[];
}

/** Legal answers that do the same in a table. */
export interface AnswerClass {
  /** One of them. */
  readonly mask: number;
  /** How many they are. */
  readonly weight: number;
  /** T[·, q, o]. */
  readonly points: readonly number[];
  readonly ruledOut: number;
  /** For each literal of the question whether it holds. */
  readonly holds: readonly boolean[];
}

/** What a question does in a table before its answers are grouped. */
export type QuestionEffects = Pick<
  QuestionColumns,
  'slot' | 'several' | 'weights' | 'added' | 'effects' | 'literals'
>;

/** What one answer does. */
export function columnOf(effects: QuestionEffects, mask: number, width: number): AnswerClass {
  const points = new Array<number>(width).fill(0);
  let ruledOut = 0;
  for (const choice of membersOf(mask)) {
    effects.added[choice]?.forEach((each, place) => {
      points[place] = (points[place] ?? 0) + each;
    });
  }
  for (const effect of effects.effects) {
    if (!counts(effect, mask)) continue;
    points[effect.alternative] = (points[effect.alternative] ?? 0) + effect.points;
    if (effect.rulesOut) ruledOut |= 1 << effect.alternative;
  }
  const holds = effects.literals.map((masks) => meets(mask, masks));
  return { mask, weight: 1, points, ruledOut, holds };
}

/** Whether an effect counts under an answer to its question. */
export function counts({ anyOf, negated }: OwnEffect, mask: number): boolean {
  for (const masks of anyOf) if (meets(mask, masks)) return !negated;
  return negated;
}

/** The choices that do anything in a table, as a mask. */
export function countingIn({ added, effects, literals, several }: QuestionEffects): number {
  if (!several) return -1;
  let counting = 0;
  added.forEach((points, choice) => {
    if (points.some((each) => each !== 0)) counting |= 1 << choice;
  });
  for (const masks of [...effects.flatMap(({ anyOf }) => anyOf), ...literals]) {
    for (const mask of masks) counting |= mask;
  }
  return counting;
}

/** What a legal answer does; looked up, where `columnOf` works it out. */
export function classAt({ classes, classOf }: QuestionColumns, mask: number): AnswerClass {
  const found = classes[classOf(mask)];
  if (found === undefined) throw new Error('The answers to a question are not grouped');
  return found;
}

/** The lowest lead of a over b at a × width + b, over the classes that leave b standing; infinite where none does. */
export function lowestLeads(
  classes: readonly Pick<AnswerClass, 'points' | 'ruledOut'>[],
  width: number,
): number[] {
  const lowest = new Array<number>(width * width).fill(Number.POSITIVE_INFINITY);
  for (const { points, ruledOut } of classes) {
    for (let b = 0; b < width; b += 1) if (!has(ruledOut, b)) lowerTo(lowest, points, b, width);
  }
  return lowest;
}

/** Lowers the leads over b to those of some points. */
function lowerTo(lowest: number[], points: readonly number[], b: number, width: number): void {
  for (let a = 0; a < width; a += 1) {
    const lead = (points[a] ?? 0) - (points[b] ?? 0);
    if (lead < (lowest[a * width + b] ?? 0)) lowest[a * width + b] = lead;
  }
}
