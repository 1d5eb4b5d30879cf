import type { DecisionTable } from '../table/decision-table.ts';
import { firstMembers, has, maskOfMembers, membersOf } from '../table/masks.ts';
import { type AnswerClass, lowestLeads, type QuestionColumns } from '../table/question-columns.ts';
import type { AnswerMasks } from '../table/slots.ts';
import { type Answered, addTo, answeredPart, type StillOpen, scaleOf } from './answered.ts';
import { highestAmong, loseWithConditions, rulesOutSome, unbeaten } from './race.ts';

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
  /** The lowest lead of a over b at a × racers + b, over the classes that leave b standing; infinite without any. */
  readonly lowest: readonly number[];
  /** A mask of racers: ruled out by some class. */
  readonly mayRuleOut: number;
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

/** Drops what can no longer win once answers are put into a table. */
export function residualOf(given: Answered): Residual {
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

/** The places that may win, as the points show that are given. */
export function unbeatenByBounds(given: Answered): number {
  const { table, points, ruledOut, open, conditions } = given;
  const standing = firstMembers(points.length) & ~ruledOut;
  if (open.length + conditions.length === 0) return highestAmong(points, ruledOut);
  return unbeatenAmong(standing, { points, questions: open, conditions, scale: scaleOf(table) });
}

/** The same among the racers of a residual, as places. */
function unbeatenIn({ racers, base, levels, conditions }: Residual): number {
  if (racers.length < 2) return maskOfMembers(racers);
  const everyone = firstMembers(base.length);
  const left = unbeatenAmong(everyone, { points: base, questions: levels, conditions, scale: 1 });
  return maskOfMembers(membersOf(left).map((position) => racers[position] ?? 0));
}

/** What leads start from, and what may still change them. */
interface Bounds {
  readonly points: readonly number[];
  readonly questions: readonly Pick<Level, 'lowest' | 'mayRuleOut'>[];
  readonly conditions: readonly Pick<OpenCondition, 'alternative' | 'points' | 'rulesOut'>[];
  /** What the leads of questions are multiplied by. */
  readonly scale: number;
}

/** Those that no other, which nothing may rule out, leads even in the worst case: each question at its worst. */
function unbeatenAmong(among: number, { points, questions, conditions, scale }: Bounds): number {
  const width = points.length;
  const leads = leadsBetween(points);
  let mayFall = rulesOutSome(conditions);
  for (const { lowest, mayRuleOut } of questions) {
    mayFall |= mayRuleOut;
    for (let pair = 0; pair < leads.length; pair += 1) {
      leads[pair] = (leads[pair] ?? 0) + scale * (lowest[pair] ?? 0);
    }
  }
  loseWithConditions(leads, width, conditions);
  return unbeaten(among, { leads, mayFall, width });
}

/** Of a over b at a × width + b. */
function leadsBetween(points: readonly number[]): number[] {
  const leads: number[] = [];
  for (const own of points) for (const other of points) leads.push(own - other);
  return leads;
}

/** Only what distinguishes some places. Conditions of one question become part of its answers. */
function restrictedTo(racers: number, given: Answered): Residual {
  const places = membersOf(racers);
  const relevant = given.conditions.filter(({ alternative }) => has(racers, alternative));
  const base = places.map((place) => given.points[place] ?? 0);
  const levels: Level[] = [];
  let ruledOut = 0;
  for (const columns of given.open) {
    const found = classesAmong(places, columns, { given, relevant });
    const [only] = found.classes;
    if (only === undefined) continue;
    if (found.classes.length > 1) {
      levels.push(levelOf(columns, found, places.length));
    } else {
      ruledOut |= only.ruledOut;
      addTo(base, only.points);
    }
  }
  if (ruledOut !== 0) {
    const left = places.filter((_, position) => !has(ruledOut, position));
    return restrictedTo(maskOfMembers(left), given);
  }
  const conditions = relevant
    .filter((each) => !isOfOneQuestion(each))
    .map((each) => openCondition(each, places, levels));
  return { table: given.table, racers: places, base, levels, conditions };
}

function levelOf(columns: QuestionColumns, found: Found, width: number): Level {
  let mayRuleOut = 0;
  for (const { ruledOut } of found.classes) mayRuleOut |= ruledOut;
  const { classes, classOf } = found;
  return { columns, classes, classOf, lowest: lowestLeads(classes, width), mayRuleOut };
}

function isOfOneQuestion({ anyOf }: StillOpen): boolean {
  const first = anyOf[0]?.[0]?.slot;
  return anyOf.every((conjunction) => conjunction.every(({ slot }) => slot === first));
}

function openCondition(
  { alternative, points, rulesOut, negated, anyOf }: StillOpen,
  places: readonly number[],
  levels: readonly Level[],
): OpenCondition {
  const levelAt = (slot: number) => levels.findIndex(({ columns }) => columns.slot === slot);
  return {
    alternative: places.indexOf(alternative),
    ...{ points, rulesOut, negated },
    anyOf: anyOf.map((conjunction) =>
      conjunction.map(({ slot, place }) => ({ level: levelAt(slot), place })),
    ),
  };
}

interface Around {
  readonly given: Answered;
  /** The conditions on the places that are looked at. */
  readonly relevant: readonly StillOpen[];
}

type Found = Pick<Level, 'classes' | 'classOf'>;

const NOTHING: Found = { classes: [], classOf: [] };

/** Empty if all answers do the same, which is nothing; each class is the first that does what it does. */
function classesAmong(
  places: readonly number[],
  columns: QuestionColumns,
  { given, relevant }: Around,
): Found {
  const named = relevant.filter((each) => isNamedIn(each, columns.slot));
  if (named.length === 0 && isIdle(columns, places)) return NOTHING;
  const own = named.filter(isOfOneQuestion);
  const literals = named
    .filter((each) => !own.includes(each))
    .flatMap(({ anyOf }) => anyOf.flat().filter(({ slot }) => slot === columns.slot));
  const among = { places, own, scale: scaleOf(given.table) };
  const classes: Growing[] = [];
  const classOf: number[] = [];
  for (const each of columns.classes) {
    const answer = classAmong(each, among);
    let index = classes.findIndex((known) => doTheSame(known, answer, literals));
    const known = classes[index];
    if (known) known.weight += answer.weight;
    else index = classes.push(answer) - 1;
    classOf.push(index);
  }
  return { classes, classOf };
}

function isNamedIn({ anyOf }: StillOpen, slot: number): boolean {
  for (const conjunction of anyOf) {
    for (const literal of conjunction) if (literal.slot === slot) return true;
  }
  return false;
}

/** All classes give these places the same points and rule out none of them. */
function isIdle(
  { certain: { length: width }, lowest, mayRuleOut }: QuestionColumns,
  places: readonly number[],
): boolean {
  const [first = 0] = places;
  for (const place of places) {
    if (has(mayRuleOut, place)) return false;
    if (lowest[first * width + place] !== 0 || lowest[place * width + first] !== 0) return false;
  }
  return true;
}

/** Points, what is ruled out, and the literals that joined conditions have on the question. */
function doTheSame(
  one: LevelClass,
  other: LevelClass,
  literals: readonly { readonly place: number }[],
): boolean {
  if (one.ruledOut !== other.ruledOut) return false;
  for (let racer = 1; racer < one.points.length; racer += 1) {
    if (one.points[racer] !== other.points[racer]) return false;
  }
  for (const { place } of literals) if (one.holds[place] !== other.holds[place]) return false;
  return true;
}

/** A class whose weight grows with the classes that do the same. */
type Growing = Omit<LevelClass, 'weight'> & { weight: number };

interface Among {
  readonly places: readonly number[];
  /** Conditions on this question alone. */
  readonly own: readonly StillOpen[];
  readonly scale: number;
}

/** A mask of places as one of racers. */
function amongPlaces(mask: number, places: readonly number[]): number {
  let racers = 0;
  for (let racer = 0; racer < places.length; racer += 1) {
    if (has(mask, places[racer] ?? 0)) racers |= 1 << racer;
  }
  return racers;
}

/** The points relative to the first place, those of the question's own conditions included. */
function classAmong(answer: AnswerClass, { places, own, scale }: Among): Growing {
  const { mask, weight, holds } = answer;
  const points = places.map((place) => scale * (answer.points[place] ?? 0));
  let ruledOut = amongPlaces(answer.ruledOut, places);
  for (const { alternative, points: added, rulesOut, negated, anyOf } of own) {
    const isHeld = anyOf.some((literals) => literals.every(({ place }) => holds[place]));
    if (isHeld === negated) continue;
    const position = places.indexOf(alternative);
    points[position] = (points[position] ?? 0) + added;
    if (rulesOut) ruledOut |= 1 << position;
  }
  const [first = 0] = points;
  for (let racer = 0; racer < points.length; racer += 1)
    points[racer] = (points[racer] ?? 0) - first;
  return { mask, weight, points, ruledOut, holds };
}
