import { once } from '../../common/lazy.ts';
import { largest, smallest } from '../../common/lists.ts';
import { legalClasses } from './legal-answers.ts';
import {
  type AnswerClass,
  columnOf,
  countingIn,
  lowestLeads,
  type OwnEffect,
  type QuestionColumns,
  type QuestionEffects,
} from './question-columns.ts';
import type { Slot } from './slots.ts';

/** What a question does in a table. Its answers are grouped when that is first asked for, as most answers are given. */
export function questionColumns(
  effects: QuestionEffects,
  slot: Slot,
  width: number,
): QuestionColumns {
  const columns = slot.several
    ? []
    : slot.choices.map((_, choice) => columnOf(effects, 1 << choice, width));
  const answers = slot.several ? once(() => columnsOfSets(effects, slot, width)) : () => columns;
  return new LazyColumns({ ...effects, columns }, answers, width);
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
  return new LazyColumns(packed, () => packed.classes ?? packed.columns, width);
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
  const narrowed = new LazyColumns(columns, () => remaining, width);
  known.set(answer, narrowed);
  return narrowed;
}

type OwnColumns = QuestionEffects & Pick<QuestionColumns, 'columns'>;

/** Each thing is worked out when it is first asked for. */
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
  readonly #width: number;
  /** What the legal answers do, grouped or not. */
  readonly #answers: () => readonly AnswerClass[];
  #classes: readonly AnswerClass[] | undefined;
  #certain: readonly number[] | undefined;
  #lowest: readonly number[] | undefined;
  #mayRuleOut: number | undefined;
  #rulesOut: number | undefined;

  constructor(own: OwnColumns, answers: () => readonly AnswerClass[], width: number) {
    this.slot = own.slot;
    this.several = own.several;
    this.weights = own.weights;
    this.added = own.added;
    this.effects = own.effects;
    this.literals = own.literals;
    this.columns = own.columns;
    this.#answers = answers;
    this.#width = width;
    this.classOf = classifierOf(own, () => this.classes, width);
    this.alike = once(() => alikeIn(this.classes));
  }

  get classes(): readonly AnswerClass[] {
    this.#classes ??= grouped(this.#answers());
    return this.#classes;
  }

  get certain(): readonly number[] {
    this.#certain ??= certainPoints(this.#answers(), this.#width);
    return this.#certain;
  }

  get lowest(): readonly number[] {
    this.#lowest ??= lowestLeads(this.#answers(), this.#width);
    return this.#lowest;
  }

  get mayRuleOut(): number {
    this.#mayRuleOut ??= this.#answers().reduce((mask, { ruledOut }) => mask | ruledOut, 0);
    return this.#mayRuleOut;
  }

  get rulesOut(): number {
    this.#rulesOut ??= this.#answers().reduce((mask, { ruledOut }) => mask & ruledOut, -1);
    return this.#rulesOut;
  }
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

/** Looks each answer up once; choices that do nothing tell no answers apart. */
function classifierOf(
  effects: QuestionEffects,
  classes: () => readonly AnswerClass[],
  width: number,
): (mask: number) => number {
  const indexOf = once(() => new Map(classes().map((each, index) => [keyOf(each), index])));
  const counting = countingIn(effects);
  const known = new Map<number, number>();
  return (mask) => {
    const counted = mask & counting;
    const before = known.get(counted);
    if (before !== undefined) return before;
    const found = indexOf().get(keyOf(columnOf(effects, counted, width))) ?? 0;
    known.set(counted, found);
    return found;
  };
}

/** The same for answers that do the same. */
function keyOf({ points, ruledOut, holds }: AnswerClass): string {
  return `${points.join()}/${ruledOut}/${holds.map(Number).join('')}`;
}

function certainPoints(answers: readonly AnswerClass[], width: number): number[] {
  return Array.from({ length: width }, (_, place) => {
    const points = answers.map((each) => each.points[place] ?? 0);
    const least = smallest(points);
    return least > 0 ? least : Math.min(largest(points), 0);
  });
}
