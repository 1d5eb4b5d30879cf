import { once } from '../../common/lazy.ts';
import { largest, smallest } from '../../common/lists.ts';
import { meets } from './conditions.ts';
import { legalClasses } from './legal-answers.ts';
import { has, membersOf } from './masks.ts';
import type { Slot } from './slots.ts';

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

/** What a question does in a table. Its answers are grouped when that is first asked for, as most answers are given. */
export function questionColumns(
  effects: QuestionEffects,
  slot: Slot,
  width: number,
): QuestionColumns {
  const columns = slot.several
    ? []
    : slot.choices.map((_, choice) => columnOf(effects, 1 << choice, width));
  const group = () =>
    groupedBy(slot.several ? columnsOfSets(effects, slot, width) : columns, width);
  return new LazyColumns({ ...effects, columns }, group, width);
}

/** What stands in a prepared table: all but what is quickly worked out from it. */
export interface PackedColumns extends QuestionEffects {
  readonly columns: readonly AnswerClass[];
  /** Where several choices may be picked, as there are no columns then. */
  readonly classes?: readonly AnswerClass[];
}

export function packedColumns(columns: QuestionColumns): PackedColumns {
  const { slot, several, weights, added, effects, literals, classes } = columns;
  const own = { slot, several, weights, added, effects, literals, columns: columns.columns };
  return { ...own, ...(several && { classes }) };
}

export function unpackedColumns(packed: PackedColumns, width: number): QuestionColumns {
  return new LazyColumns(packed, () => groupedBy(packed.classes ?? packed.columns, width), width);
}

/** By what remains of each question, which knowledge bases narrow in a few ways only; they go with the columns. */
const narrowedOf = new WeakMap<QuestionColumns, Map<number, QuestionColumns>>();

/** What the answers do that remain of a question, as its entry in `AnswerMasks` says; only one choice may be picked. */
export function narrowedColumns(columns: QuestionColumns, answer: number): QuestionColumns {
  if (answer >= 0) return columns;
  const known = narrowedOf.get(columns) ?? new Map<number, QuestionColumns>();
  narrowedOf.set(columns, known);
  const before = known.get(answer);
  if (before !== undefined) return before;
  const width = columns.columns[0]?.points.length ?? 0;
  const remaining = columns.columns.filter(({ mask }) => (mask & -answer) !== 0);
  const narrowed = new LazyColumns(columns, () => groupedBy(remaining, width), width);
  known.set(answer, narrowed);
  return narrowed;
}

type OwnColumns = QuestionEffects & Pick<QuestionColumns, 'columns'>;

class LazyColumns implements QuestionColumns {
  readonly slot: number;
  readonly several: boolean;
  readonly weights: QuestionColumns['weights'];
  readonly added: QuestionColumns['added'];
  readonly effects: readonly OwnEffect[];
  readonly literals: QuestionColumns['literals'];
  readonly columns: readonly AnswerClass[];
  readonly classOf: (mask: number) => number;
  readonly alike: () => readonly number[];
  readonly #group: () => Grouped;
  #grouped: Grouped | undefined;

  constructor(own: OwnColumns, group: () => Grouped, width: number) {
    this.slot = own.slot;
    this.several = own.several;
    this.weights = own.weights;
    this.added = own.added;
    this.effects = own.effects;
    this.literals = own.literals;
    this.columns = own.columns;
    this.#group = group;
    this.classOf = classifierOf(own, () => this.classes, width);
    this.alike = once(() => alikeIn(this.classes));
  }

  get classes(): readonly AnswerClass[] {
    return this.#all().classes;
  }

  get certain(): readonly number[] {
    return this.#all().certain;
  }

  get lowest(): readonly number[] {
    return this.#all().lowest;
  }

  get mayRuleOut(): number {
    return this.#all().mayRuleOut;
  }

  get rulesOut(): number {
    return this.#all().rulesOut;
  }

  #all(): Grouped {
    this.#grouped ??= this.#group();
    return this.#grouped;
  }
}

type Grouped = Pick<QuestionColumns, 'classes' | 'certain' | 'lowest' | 'mayRuleOut' | 'rulesOut'>;

function groupedBy(legal: readonly AnswerClass[], width: number): Grouped {
  const classes = grouped(legal);
  let [mayRuleOut, rulesOut] = [0, -1];
  for (const { ruledOut } of classes) {
    mayRuleOut |= ruledOut;
    rulesOut &= ruledOut;
  }
  return {
    classes,
    certain: certainPoints(classes, width),
    lowest: lowestLeads(classes, width),
    mayRuleOut,
    rulesOut,
  };
}

function grouped(columns: readonly AnswerClass[]): AnswerClass[] {
  const classes = new Map<string, AnswerClass>();
  for (const column of columns) {
    const key = keyOf(column);
    const before = classes.get(key);
    const weight = column.weight + (before?.weight ?? 0);
    classes.set(key, { ...(before ?? column), weight });
  }
  return [...classes.values()];
}

/** Sets that do the same may stand in several. */
function columnsOfSets(effects: QuestionEffects, slot: Slot, width: number): AnswerClass[] {
  const masks = [...effects.effects.flatMap(({ anyOf }) => anyOf), ...effects.literals].flat();
  return legalClasses(slot, { added: effects.added, masks }).map(({ mask, weight }) => ({
    ...columnOf(effects, mask, width),
    weight,
  }));
}

function alikeIn(classes: readonly AnswerClass[]): number[] {
  const first = new Map<string, number>();
  return classes.map((each, index) => {
    const [lead = 0] = each.points;
    const key = keyOf({ ...each, points: each.points.map((points) => points - lead) });
    const known = first.get(key) ?? index;
    first.set(key, known);
    return known;
  });
}

/** What a legal answer does; looked up, where `columnOf` works it out. */
export function classAt({ classes, classOf }: QuestionColumns, mask: number): AnswerClass {
  const found = classes[classOf(mask)];
  if (found === undefined) throw new Error('The answers to a question are not grouped');
  return found;
}

/** Looks each answer up once. */
function classifierOf(
  effects: QuestionEffects,
  classes: () => readonly AnswerClass[],
  width: number,
): (mask: number) => number {
  const indexOf = once(() => new Map(classes().map((each, index) => [keyOf(each), index])));
  const known = new Map<number, number>();
  return (mask) => {
    const before = known.get(mask);
    if (before !== undefined) return before;
    const found = indexOf().get(keyOf(columnOf(effects, mask, width))) ?? 0;
    known.set(mask, found);
    return found;
  };
}

/** The same for answers that do the same. */
function keyOf({ points, ruledOut, holds }: AnswerClass): string {
  return `${points.join()}/${ruledOut}/${holds.map(Number).join('')}`;
}

function certainPoints(classes: readonly AnswerClass[], width: number): number[] {
  return Array.from({ length: width }, (_, place) => {
    const points = classes.map((each) => each.points[place] ?? 0);
    const least = smallest(points);
    return least > 0 ? least : Math.min(largest(points), 0);
  });
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
