import { meets } from '../table/conditions.ts';
import type { DecisionTable, JoinedCondition } from '../table/decision-table.ts';
import { firstMembers, has, membersOf } from '../table/masks.ts';
import { columnOf, type QuestionColumns } from '../table/question-columns.ts';
import type { AnswerMasks } from '../table/slots.ts';

/**
 * What a table still has to decide once some answers are given: only the alternatives in the race, only the open
 * questions that tell them apart, only the conditions that may still hold. Alternatives are named by their position in
 * `racers`; points are whole numbers, doubled for a technique, so that not having it wins where both are equal.
 */
export interface Residual {
  readonly table: DecisionTable;
  /** Places of the table, lowest first. What is left out wins under no completion. */
  readonly racers: readonly number[];
  readonly base: readonly number[];
  /** In the order of the table. */
  readonly levels: readonly Level[];
  readonly conditions: readonly OpenCondition[];
}

/** An open question. */
export interface Level {
  readonly columns: QuestionColumns;
  readonly classes: readonly LevelClass[];
  /** For each class of the question's columns the class it belongs to here. */
  readonly classOf: readonly number[];
}

/** Legal answers that do the same among the racers. */
export interface LevelClass {
  /** One of them. */
  readonly mask: number;
  /** How many they are. */
  readonly weight: number;
  /** By racer, relative to the first. */
  readonly points: readonly number[];
  /** A mask of racers. */
  readonly ruledOut: number;
  /** For each literal of the question whether it holds. */
  readonly holds: readonly boolean[];
}

/** A joined condition that may still hold or fail; two levels at least decide which. */
export interface OpenCondition {
  /** A racer. */
  readonly alternative: number;
  readonly points: number;
  readonly rulesOut: boolean;
  readonly negated: boolean;
  readonly anyOf: readonly (readonly OpenLiteral[])[];
}

export interface OpenLiteral {
  /** Index in `levels`. */
  readonly level: number;
  /** Its place in the `holds` of the classes there. */
  readonly place: number;
}

/** Points are multiplied by this. */
export function scaleOf({ isTechnique }: Pick<DecisionTable, 'isTechnique'>): number {
  return isTechnique ? 2 : 1;
}

/** Puts answers into a table, and leaves out what cannot win any more. */
export function residualOf(table: DecisionTable, answers: AnswerMasks): Residual {
  const given = answeredPart(table, answers);
  let racers = firstMembers(given.points.length) & ~given.ruledOut;
  racers &= ~beatenByBounds(racers, given);
  for (;;) {
    const residual = restrictedTo(racers, given);
    const left = racersLeft(residual);
    if (left === racers) return residual;
    racers = left;
  }
}

/** The same for some alternatives, whether they can win or not. */
export function residualAmong(
  table: DecisionTable,
  answers: AnswerMasks,
  places: number,
): Residual {
  const given = answeredPart(table, answers);
  return restrictedTo(places & ~given.ruledOut, given);
}

/** A table with its answered questions added up. */
interface Given {
  readonly table: DecisionTable;
  readonly points: number[];
  /** Certainly, as far as each condition shows it by itself. */
  ruledOut: number;
  readonly open: readonly QuestionColumns[];
  readonly conditions: readonly GivenCondition[];
}

/** A joined condition with the literals that are still open. */
interface GivenCondition
  extends Pick<JoinedCondition, 'alternative' | 'points' | 'rulesOut' | 'negated'> {
  readonly anyOf: readonly JoinedCondition['anyOf'][number][];
}

function answeredPart(table: DecisionTable, answers: AnswerMasks): Given {
  const scale = scaleOf(table);
  const width = table.base.length;
  const points = table.base.map((each) => each * scale);
  if (table.isTechnique) points[0] = 1;
  const open: QuestionColumns[] = [];
  let ruledOut = 0;
  for (const question of table.questions) {
    const answer = answers[question.slot] ?? 0;
    if (answer === 0) {
      open.push(question);
      ruledOut |= question.rulesOut;
      continue;
    }
    const column = answeredColumn(question, answer, width);
    for (let place = 0; place < width; place += 1) {
      points[place] = (points[place] ?? 0) + scale * (column.points[place] ?? 0);
    }
    ruledOut |= column.ruledOut;
  }
  const conditions: GivenCondition[] = [];
  for (const condition of table.joined) {
    const left = stillOpen(condition, answers);
    if (left === true || left === false) {
      if (left === condition.negated) continue;
      const { alternative } = condition;
      points[alternative] = (points[alternative] ?? 0) + scale * condition.points;
      if (condition.rulesOut) ruledOut |= 1 << alternative;
    } else conditions.push({ ...condition, points: scale * condition.points, anyOf: left });
  }
  return { table, points, ruledOut, open, conditions };
}

/** A single choice is looked up, as it is one of few. */
function answeredColumn(question: QuestionColumns, answer: number, width: number) {
  if (question.several) return columnOf(question, answer, width);
  return question.columns[31 - Math.clz32(answer)] ?? columnOf(question, answer, width);
}

/** Whether a joined condition counts under every completion, as each of its conjunctions shows by itself. */
export function certainlyHolds(condition: JoinedCondition, answers: AnswerMasks): boolean {
  return stillOpen(condition, answers) === !condition.negated;
}

/** Whether one of the conjunctions holds; those that may where it is open. */
function stillOpen(
  { anyOf }: JoinedCondition,
  answers: AnswerMasks,
): boolean | JoinedCondition['anyOf'] {
  const open: JoinedCondition['anyOf'][number][] = [];
  for (const conjunction of anyOf) {
    const left = literalsLeft(conjunction, answers);
    if (left === undefined) continue;
    if (left.length === 0) return true;
    open.push(left);
  }
  return open.length === 0 ? false : open;
}

/** Undefined where an answer fails one of them. */
function literalsLeft(
  conjunction: JoinedCondition['anyOf'][number],
  answers: AnswerMasks,
): JoinedCondition['anyOf'][number] | undefined {
  let isWhole = true;
  for (const { slot, masks } of conjunction) {
    const answer = answers[slot] ?? 0;
    if (answer === 0) continue;
    if (!meets(answer, masks)) return undefined;
    isWhole = false;
  }
  return isWhole ? conjunction : conjunction.filter(({ slot }) => (answers[slot] ?? 0) === 0);
}

/** Those that an alternative which nothing may rule out leads even in the worst case, each question at its worst. */
function beatenByBounds(racers: number, { table, points, open, conditions }: Given): number {
  const width = points.length;
  const scale = scaleOf(table);
  let mayFall = 0;
  for (const { mayRuleOut } of open) mayFall |= mayRuleOut;
  for (const each of conditions) if (each.rulesOut) mayFall |= 1 << each.alternative;
  let beaten = 0;
  for (const a of membersOf(racers & ~mayFall)) {
    for (const b of membersOf(racers & ~beaten)) {
      if (a === b) continue;
      let lead = (points[a] ?? 0) - (points[b] ?? 0);
      for (const { lowest } of open) lead += scale * (lowest[a * width + b] ?? 0);
      for (const each of conditions) lead -= loss(each, a, b);
      if (lead > 0) beaten |= 1 << b;
    }
  }
  return beaten;
}

/** The most that an open condition can cost the lead of a over b. */
export function loss(
  { alternative, points }: { readonly alternative: number; readonly points: number },
  a: number,
  b: number,
): number {
  if (alternative === a) return points < 0 ? -points : 0;
  return alternative === b && points > 0 ? points : 0;
}

/** Only what tells some places apart. Conditions of one level become part of it. */
function restrictedTo(racers: number, given: Given): Residual {
  const places = membersOf(racers);
  const positionOf = new Map(places.map((place, position) => [place, position]));
  const relevant = given.conditions.filter(({ alternative }) => has(racers, alternative));
  const [single, joined] = [relevant.filter(isSingle), relevant.filter((each) => !isSingle(each))];
  const base = places.map((place) => given.points[place] ?? 0);
  let ruledOut = 0;
  const levels: Level[] = [];
  const levelOf = new Map<number, number>();
  for (const columns of given.open) {
    const own = single.filter(({ anyOf }) => anyOf[0]?.[0]?.slot === columns.slot);
    const named = joined
      .flatMap(({ anyOf }) => anyOf.flat())
      .filter(({ slot }) => slot === columns.slot);
    const level = levelIn(columns, { places, positionOf, own, named, scale: scaleOf(given.table) });
    const [only] = level.classes;
    if (only !== undefined && level.classes.length === 1) {
      only.points.forEach((points, position) => {
        base[position] = (base[position] ?? 0) + points;
      });
      ruledOut |= only.ruledOut;
      continue;
    }
    levelOf.set(columns.slot, levels.length);
    levels.push(level);
  }
  if (ruledOut !== 0) {
    const left = places.filter((_, position) => !has(ruledOut, position));
    return restrictedTo(
      left.reduce((mask, place) => mask | (1 << place), 0),
      given,
    );
  }
  const conditions = joined.map(({ alternative, points, rulesOut, negated, anyOf }) => ({
    alternative: positionOf.get(alternative) ?? 0,
    points,
    rulesOut,
    negated,
    anyOf: anyOf.map((conjunction) =>
      conjunction.map(({ slot, place }) => ({ level: levelOf.get(slot) ?? 0, place })),
    ),
  }));
  return { table: given.table, racers: places, base, levels, conditions };
}

/** All its literals are on one question. */
function isSingle({ anyOf }: GivenCondition): boolean {
  const first = anyOf[0]?.[0]?.slot;
  return anyOf.every((conjunction) => conjunction.every(({ slot }) => slot === first));
}

interface Among {
  readonly places: readonly number[];
  readonly positionOf: ReadonlyMap<number, number>;
  /** Conditions on this question alone. */
  readonly own: readonly GivenCondition[];
  /** Literals of other conditions on this question. */
  readonly named: readonly { readonly place: number }[];
  readonly scale: number;
}

function levelIn(columns: QuestionColumns, among: Among): Level {
  const { places, named, own } = among;
  if (named.length === 0 && own.length === 0 && isIdle(columns, places)) {
    const [first] = columns.classes;
    const weight = columns.classes.reduce((sum, each) => sum + each.weight, 0);
    const points = places.map(() => 0);
    const only = { mask: first?.mask ?? 0, weight, points, ruledOut: 0, holds: [] };
    return { columns, classes: [only], classOf: columns.classes.map(() => 0) };
  }
  const found = new Map<string, number>();
  const classes: LevelClass[] = [];
  const classOf = columns.classes.map((each) => {
    const own = classAmong(each, among);
    const telling = named.map(({ place }) => (each.holds[place] ? 1 : 0)).join('');
    const key = `${own.points.join()}/${own.ruledOut}/${telling}`;
    const known = found.get(key);
    if (known === undefined) {
      found.set(key, classes.length);
      classes.push(own);
      return classes.length - 1;
    }
    const before = classes[known];
    if (before) classes[known] = { ...before, weight: before.weight + own.weight };
    return known;
  });
  return { columns, classes, classOf };
}

/** All classes give these places the same leads and rule out none of them. */
function isIdle({ classes, mayRuleOut }: QuestionColumns, places: readonly number[]): boolean {
  const [first = 0, ...others] = places;
  for (const place of places) if (has(mayRuleOut, place)) return false;
  const [one] = classes;
  for (const place of others) {
    const lead = (one?.points[place] ?? 0) - (one?.points[first] ?? 0);
    for (const { points } of classes) {
      if ((points[place] ?? 0) - (points[first] ?? 0) !== lead) return false;
    }
    if (lead !== 0) return false;
  }
  return true;
}

function classAmong(
  { mask, weight, points, ruledOut, holds }: QuestionColumns['classes'][number],
  { places, positionOf, own, scale }: Among,
): LevelClass {
  const first = points[places[0] ?? 0] ?? 0;
  const relative = places.map((place) => scale * ((points[place] ?? 0) - first));
  let out = 0;
  places.forEach((place, position) => {
    if (has(ruledOut, place)) out |= 1 << position;
  });
  for (const { alternative, points: added, rulesOut, negated, anyOf } of own) {
    const isHeld = anyOf.some((literals) => literals.every(({ place }) => holds[place]));
    if (isHeld === negated) continue;
    const position = positionOf.get(alternative) ?? 0;
    relative[position] = (relative[position] ?? 0) + added;
    if (rulesOut) out |= 1 << position;
  }
  const base = relative[0] ?? 0;
  const leads = base === 0 ? relative : relative.map((each) => each - base);
  return { mask, weight, points: leads, ruledOut: out, holds };
}

/** The places of the racers that no safe one leads in the worst case. */
function racersLeft(residual: Residual): number {
  const { racers, base, levels, conditions } = residual;
  let mayFall = 0;
  for (const { classes } of levels) for (const { ruledOut } of classes) mayFall |= ruledOut;
  for (const each of conditions) if (each.rulesOut) mayFall |= 1 << each.alternative;
  let left = firstMembers(racers.length);
  for (const a of membersOf(left & ~mayFall)) {
    for (const b of membersOf(left)) {
      if (a === b) continue;
      let lead = (base[a] ?? 0) - (base[b] ?? 0);
      for (const level of levels) lead += lowestIn(level, a, b);
      for (const each of conditions) lead -= loss(each, a, b);
      if (lead > 0) left &= ~(1 << b);
    }
  }
  return membersOf(left).reduce((mask, position) => mask | (1 << (racers[position] ?? 0)), 0);
}

/** The lowest lead that the answers give which leave b standing; infinite where none does. */
export function lowestIn({ classes }: Level, a: number, b: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const { points, ruledOut } of classes) {
    const lead = (points[a] ?? 0) - (points[b] ?? 0);
    if (!has(ruledOut, b) && lead < lowest) lowest = lead;
  }
  return lowest;
}
