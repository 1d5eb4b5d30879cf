import type { DecisionTable } from '../table/decision-table.ts';
import { firstMembers, has, maskOfMembers, membersOf } from '../table/masks.ts';
import type { AnswerClass, QuestionColumns } from '../table/question-columns.ts';
import type { AnswerMasks } from '../table/slots.ts';
import { type Answered, answeredPart, type StillOpen, scaleOf } from './answered.ts';

/**
 * What a table still has to decide once some answers are given: only the alternatives in the race, only the open
 * questions that tell them apart, only the conditions that may still hold. Alternatives are named by their position in
 * `racers`; points are whole numbers, doubled for a technique.
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

/** Legal answers that do the same among the racers: points by racer relative to the first, `ruledOut` a mask of racers. */
export type LevelClass = AnswerClass;

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

/** Puts answers into a table, and leaves out what cannot win any more. */
export function residualOf(table: DecisionTable, answers: AnswerMasks): Residual {
  const given = answeredPart(table, answers);
  let racers = unbeatenByBounds(given);
  for (;;) {
    const residual = restrictedTo(racers, given);
    const left = unbeatenIn(residual);
    if (left === racers) return residual;
    racers = left;
  }
}

/** The same for some places, whether they can win or not; without those that are certainly ruled out. */
export function residualAmong(
  table: DecisionTable,
  answers: AnswerMasks,
  places: number,
): Residual {
  const given = answeredPart(table, answers);
  return restrictedTo(places & ~given.ruledOut, given);
}

/** The places that no other, which nothing may rule out, leads even in the worst case: each question at its worst. */
function unbeatenByBounds({ table, points, ruledOut, open, conditions }: Answered): number {
  const width = points.length;
  const scale = scaleOf(table);
  return unbeaten(firstMembers(width) & ~ruledOut, {
    mayFall: mayFallBy(open, ({ mayRuleOut }) => mayRuleOut, conditions),
    lowestLead: (a, b) => {
      let lead = (points[a] ?? 0) - (points[b] ?? 0);
      for (const { lowest } of open) lead += scale * (lowest[a * width + b] ?? 0);
      return lead - losses(conditions, a, b);
    },
  });
}

/** The same among the racers of a residual, as places. */
function unbeatenIn({ racers, base, levels, conditions }: Residual): number {
  const left = unbeaten(firstMembers(racers.length), {
    mayFall: mayFallBy(levels, ruledOutBySome, conditions),
    lowestLead: (a, b) => {
      let lead = (base[a] ?? 0) - (base[b] ?? 0);
      for (const level of levels) lead += lowestIn(level, a, b);
      return lead - losses(conditions, a, b);
    },
  });
  return maskOfMembers(membersOf(left).map((position) => racers[position] ?? 0));
}

interface Race {
  readonly mayFall: number;
  readonly lowestLead: (a: number, b: number) => number;
}

function unbeaten(among: number, { mayFall, lowestLead }: Race): number {
  let left = among;
  for (const a of membersOf(among & ~mayFall)) {
    for (const b of membersOf(left)) if (a !== b && lowestLead(a, b) > 0) left &= ~(1 << b);
  }
  return left;
}

/** What some answer to a question, or a condition, may rule out. */
function mayFallBy<T>(
  questions: readonly T[],
  ruledOutBy: (question: T) => number,
  conditions: readonly Pick<OpenCondition, 'rulesOut' | 'alternative'>[],
): number {
  let mayFall = 0;
  for (const question of questions) mayFall |= ruledOutBy(question);
  for (const each of conditions) if (each.rulesOut) mayFall |= 1 << each.alternative;
  return mayFall;
}

/** What some answer to a level rules out. */
export function ruledOutBySome({ classes }: Level): number {
  return classes.reduce((mask, { ruledOut }) => mask | ruledOut, 0);
}

/** The most that open conditions can cost the lead of a over b. */
export function losses(
  conditions: readonly Pick<OpenCondition, 'alternative' | 'points'>[],
  a: number,
  b: number,
): number {
  let lost = 0;
  for (const { alternative, points } of conditions) {
    if (alternative === a && points < 0) lost -= points;
    if (alternative === b && points > 0) lost += points;
  }
  return lost;
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

/** Only what tells some places apart. Conditions of one question become part of its answers. */
function restrictedTo(racers: number, given: Answered): Residual {
  const places = membersOf(racers);
  const relevant = given.conditions.filter(({ alternative }) => has(racers, alternative));
  const joined = relevant.filter((each) => !isOfOneQuestion(each));
  const base = places.map((place) => given.points[place] ?? 0);
  const levels: Level[] = [];
  let ruledOut = 0;
  for (const columns of given.open) {
    const level = levelAmong(places, columns, { given, relevant });
    const [only] = level.classes;
    if (only === undefined || level.classes.length > 1) {
      levels.push(level);
      continue;
    }
    ruledOut |= only.ruledOut;
    addTo(base, only.points);
  }
  if (ruledOut !== 0) {
    const left = places.filter((_, position) => !has(ruledOut, position));
    return restrictedTo(maskOfMembers(left), given);
  }
  const conditions = joined.map((each) => openCondition(each, places, levels));
  return { table: given.table, racers: places, base, levels, conditions };
}

function isOfOneQuestion({ anyOf }: StillOpen): boolean {
  const first = anyOf[0]?.[0]?.slot;
  return anyOf.every((conjunction) => conjunction.every(({ slot }) => slot === first));
}

function addTo(sums: number[], added: readonly number[]): void {
  for (let index = 0; index < sums.length; index += 1) {
    sums[index] = (sums[index] ?? 0) + (added[index] ?? 0);
  }
}

function openCondition(
  { alternative, points, rulesOut, negated, anyOf }: StillOpen,
  places: readonly number[],
  levels: readonly Level[],
): OpenCondition {
  const levelOf = (slot: number) => levels.findIndex(({ columns }) => columns.slot === slot);
  return {
    alternative: places.indexOf(alternative),
    ...{ points, rulesOut, negated },
    anyOf: anyOf.map((conjunction) =>
      conjunction.map(({ slot, place }) => ({ level: levelOf(slot), place })),
    ),
  };
}

interface Around {
  readonly given: Answered;
  /** The conditions on the places that are looked at. */
  readonly relevant: readonly StillOpen[];
}

function levelAmong(
  places: readonly number[],
  columns: QuestionColumns,
  { given, relevant }: Around,
): Level {
  const named = relevant.filter(({ anyOf }) =>
    anyOf.some((conjunction) => conjunction.some(({ slot }) => slot === columns.slot)),
  );
  if (named.length === 0 && isIdle(columns, places)) return idleLevel(columns, places);
  const own = named.filter(isOfOneQuestion);
  const literals = named
    .filter((each) => !own.includes(each))
    .flatMap(({ anyOf }) => anyOf.flat().filter(({ slot }) => slot === columns.slot));
  const found = new Map<string, number>();
  const classes: LevelClass[] = [];
  const classOf = columns.classes.map((each) => {
    const answer = classAmong(each, { places, own, scale: scaleOf(given.table) });
    const telling = literals.map(({ place }) => (each.holds[place] ? 1 : 0)).join('');
    const key = `${answer.points.join()}/${answer.ruledOut}/${telling}`;
    const index = found.get(key) ?? classes.length;
    found.set(key, index);
    classes[index] = { ...answer, weight: answer.weight + (classes[index]?.weight ?? 0) };
    return index;
  });
  return { columns, classes, classOf };
}

/** All classes give these places the same points and rule out none of them. */
function isIdle({ classes, mayRuleOut }: QuestionColumns, places: readonly number[]): boolean {
  if (places.some((place) => has(mayRuleOut, place))) return false;
  const [first = 0] = places;
  return classes.every(({ points }) => places.every((place) => points[place] === points[first]));
}

function idleLevel(columns: QuestionColumns, places: readonly number[]): Level {
  const [first] = columns.classes;
  const weight = columns.classes.reduce((sum, each) => sum + each.weight, 0);
  const only = {
    mask: first?.mask ?? 0,
    weight,
    points: places.map(() => 0),
    ruledOut: 0,
    holds: [],
  };
  return { columns, classes: [only], classOf: columns.classes.map(() => 0) };
}

interface Among {
  readonly places: readonly number[];
  /** Conditions on this question alone. */
  readonly own: readonly StillOpen[];
  readonly scale: number;
}

/** The points relative to the first place, those of the question's own conditions included. */
function classAmong(answer: AnswerClass, { places, own, scale }: Among): LevelClass {
  const { holds } = answer;
  const points = places.map((place) => scale * (answer.points[place] ?? 0));
  let ruledOut = 0;
  places.forEach((place, position) => {
    if (has(answer.ruledOut, place)) ruledOut |= 1 << position;
  });
  for (const { alternative, points: added, rulesOut, negated, anyOf } of own) {
    const isHeld = anyOf.some((literals) => literals.every(({ place }) => holds[place]));
    if (isHeld === negated) continue;
    const position = places.indexOf(alternative);
    points[position] = (points[position] ?? 0) + added;
    if (rulesOut) ruledOut |= 1 << position;
  }
  const [first = 0] = points;
  return { ...answer, points: points.map((each) => each - first), ruledOut };
}
