import type { Column } from '../column.ts';
import type { DecisionTable, QuestionTable } from '../decision-table.ts';
import { nearestToZero } from '../nearest-to-zero.ts';
import { fulfils, type Part } from '../terms.ts';
import type { Codes } from './codes.ts';

/** A decision table as plain numbers by index; sets of alternatives are bits, the first alternative the lowest. */
export interface DenseTable {
  readonly alternatives: readonly string[];
  readonly width: number;
  readonly base: readonly number[];
  /** Ruled out before anything is answered. */
  readonly out: number;
  readonly questions: readonly DenseQuestion[];
  /** The same by their index. */
  readonly byQuestion: readonly (DenseQuestion | undefined)[];
  readonly interactions: readonly Interaction[];
}

/** What an answer does: points per alternative, and which it rules out. */
export interface DenseColumn {
  readonly points: readonly number[];
  readonly out: number;
}

/** What the answers to one question do, and what holds for all of them while it is open. */
export interface DenseQuestion {
  /** Its index in a sheet. */
  readonly question: number;
  readonly columnOf: (code: number) => DenseColumn;
  /** One answer of each kind that makes a difference in this table. */
  readonly codes: readonly number[];
  /** c[a,q] of MODEL.md, section 2. */
  readonly certain: readonly number[];
  /** The lowest lead of a over b, at a × width + b, over the answers that leave b standing. */
  readonly low: readonly number[];
  /** The answer that gives it. */
  readonly worst: readonly number[];
  /** The answer after which an alternative, not ruled out, does best against all others together. */
  readonly best: readonly number[];
  /** For each alternative, those over which its lead differs between answers. */
  readonly moves: readonly number[];
  /** Ruled out by some answer; by every answer. */
  readonly mayRuleOut: number;
  readonly rulesOut: number;
  /** What tells its answers apart here. */
  readonly qualities: readonly string[];
  readonly parts: readonly Part[];
}

/** An effect on one alternative that hangs on two or more questions: counts where one of the conjunctions holds; negated, where none does. */
export interface Interaction {
  readonly alternative: number;
  readonly points: number;
  readonly isOut: boolean;
  readonly negated: boolean;
  readonly anyOf: readonly (readonly Literal[])[];
}

/** What a condition asks of one question. */
export interface Literal {
  readonly question: number;
  readonly isTrue: (code: number) => boolean;
  /** Whether every answer, or none, makes it true. */
  readonly whileOpen: boolean | undefined;
  /** One answer of each kind that it tells apart. */
  readonly codes: readonly number[];
}

/** More than any sum of points, and small enough that sums of it stay exact. */
export const FAR = 1e10;

export function denseTable(table: DecisionTable, codes: Codes): DenseTable {
  const width = table.alternatives.length;
  const literals = new Map<Part, Literal>();
  const literalOf = (part: Part): Literal => {
    const literal = literals.get(part) ?? literalIn(table, part, codes);
    literals.set(part, literal);
    return literal;
  };
  const questions = [...table.questions.values()].map((each) => denseQuestion(each, width, codes));
  return {
    alternatives: table.alternatives,
    width,
    base: table.base.points,
    out: 0,
    questions,
    byQuestion: byIndex(questions, codes.questions.length),
    interactions: table.interactions.map((effect) => {
      const isTouched = (_: number, index: number) =>
        effect.points[index] !== 0 || effect.ruledOut[index] === true;
      const alternative = Math.max(0, effect.points.findIndex(isTouched));
      return {
        alternative,
        points: effect.points[alternative] ?? 0,
        isOut: effect.ruledOut[alternative] === true,
        negated: effect.negated,
        anyOf: effect.anyOf.map((parts) => parts.map(literalOf)),
      };
    }),
  };
}

function byIndex(questions: readonly DenseQuestion[], size: number) {
  const all = new Array<DenseQuestion | undefined>(size).fill(undefined);
  for (const each of questions) all[each.question] = each;
  return all;
}

function literalIn(table: DecisionTable, part: Part, codes: Codes): Literal {
  const answers = table.questions.get(part.question)?.classes ?? [];
  return literal(
    part,
    codes,
    answers.map(({ choices }) => choices),
  );
}

/** `answers` holds one of each kind that the part can tell apart. */
export function literal(
  part: Part,
  codes: Codes,
  answers: readonly (readonly string[])[],
): Literal {
  const question = codes.indexOf.get(part.question) ?? 0;
  const truths = answers.map((choices) => fulfils(choices, part));
  return {
    question,
    isTrue: byCode((code) => fulfils(codes.choicesOf(question, code), part)),
    whileOpen: truths.every((truth) => truth === truths[0]) ? truths[0] : undefined,
    codes: [true, false].flatMap((wanted) => {
      const choices = answers[truths.indexOf(wanted)];
      return choices ? [codes.codeOf(question, choices)] : [];
    }),
  };
}

/** Remembers what was worked out for a code. */
function byCode<T>(work: (code: number) => T): (code: number) => T {
  const known: T[] = [];
  return (code) => {
    const before = known[code];
    if (before !== undefined) return before;
    const value = work(code);
    known[code] = value;
    return value;
  };
}

function denseQuestion(table: QuestionTable, width: number, codes: Codes): DenseQuestion {
  const question = codes.indexOf.get(table.question.id) ?? 0;
  const columnOf = byCode((code) => dense(table.columnOf(codes.choicesOf(question, code))));
  const all = table.classes.map(({ choices }) => codes.codeOf(question, choices));
  const columns = all.map((code) => ({ code, ...columnOf(code) }));
  const alternatives = Array.from({ length: width }, (_, index) => index);
  const pairs = alternatives.flatMap((a) => alternatives.map((b) => leadsOf(columns, a, b)));
  return {
    question,
    columnOf,
    codes: all,
    certain: alternatives.map((a) => nearestToZero(columns.map(({ points }) => points[a] ?? 0))),
    low: pairs.map(({ low }) => low),
    worst: pairs.map(({ worst }) => worst),
    best: alternatives.map((a) => bestFor(columns, a)),
    moves: alternatives.map((a) => movedBy(pairs.slice(a * width, (a + 1) * width))),
    mayRuleOut: columns.reduce((bits, { out }) => bits | out, 0),
    rulesOut: columns.reduce((bits, { out }) => bits & out, -1),
    qualities: table.qualities,
    parts: table.parts,
  };
}

function dense({ points, ruledOut }: Column): DenseColumn {
  return {
    points,
    out: ruledOut.reduce((bits, out, index) => (out ? bits | (1 << index) : bits), 0),
  };
}

interface Coded extends DenseColumn {
  readonly code: number;
}

/** The lowest lead of a over b, the first answer that gives it, and whether the lead differs between answers. */
function leadsOf(columns: readonly Coded[], a: number, b: number) {
  let [low, worst, highest] = [Number.POSITIVE_INFINITY, 0, Number.NEGATIVE_INFINITY];
  for (const { points, out, code } of columns) {
    const lead = has(out, b) ? FAR : (points[a] ?? 0) - (points[b] ?? 0);
    if (lead < low) [low, worst] = [lead, code];
    if (lead > highest) highest = lead;
  }
  return columns.length === 0
    ? { low: 0, worst, moves: false }
    : { low, worst, moves: low < highest };
}

function movedBy(leads: readonly { readonly moves: boolean }[]): number {
  return leads.reduce((bits, { moves }, index) => (moves ? bits | (1 << index) : bits), 0);
}

function bestFor(columns: readonly Coded[], a: number): number {
  let [best, most] = [0, Number.NEGATIVE_INFINITY];
  for (const { points, out, code } of columns) {
    let surplus = has(out, a) ? -FAR : 0;
    for (const each of points) surplus += (points[a] ?? 0) - each;
    if (surplus > most) [best, most] = [code, surplus];
  }
  return best;
}

/** How many a set of bits holds. */
export function size(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Whether a set of bits holds this alternative. */
export function has(bits: number, alternative: number): boolean {
  return (bits & (1 << alternative)) !== 0;
}
