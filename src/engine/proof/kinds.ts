import type { Question } from '../../model/question.ts';
import { legalAnswers } from '../legal-answers.ts';
import { fulfilmentKey, type Part } from '../terms.ts';
import { type Codes, OPEN, type Sheet } from './codes.ts';
import { type DenseColumn, type DenseQuestion, has } from './dense-table.ts';
import type { Line } from './lines.ts';

/** A question with one answer of each kind that makes a difference to a line. */
export interface Kinds {
  readonly question: number;
  readonly codes: readonly number[];
  /** How many legal answers are of each kind. */
  readonly counts: readonly number[];
}

/** A question that touches a line, with what it does in each of its contests. */
interface Touching extends Kinds {
  /** As merged before, by the alternatives in the race. */
  readonly merged: Map<string, Kinds>;
  readonly columns: readonly (DenseQuestion | undefined)[];
  readonly parts: readonly Part[];
  /** The kind of an answer while everything is in the race. */
  readonly kindOf: (code: number) => number;
}

type Asked = Pick<Touching, 'question' | 'columns' | 'parts'>;

/** What kinds are looked for with: `racers` holds, for each contest of the line, what is still in the race as bits. */
export interface Sight {
  readonly codes: Codes;
  readonly sheet: Sheet;
  readonly racers: readonly number[];
}

/** Of more ways to merge the answers to a question than this none is kept. */
const MOST_KEPT = 1_000;

const touchingBefore = new WeakMap<Line, readonly Touching[]>();

/**
 * The open questions that touch a line, with answers that do the same as one kind. What is out of the race cannot win,
 * and what moves all racers alike changes no lead: neither tells answers apart.
 */
export function openKinds(line: Line, { codes, sheet, racers }: Sight): Kinds[] {
  const key = racers.join();
  return touchingOf(line, codes)
    .filter(({ question }) => sheet[question] === OPEN)
    .map((each) => {
      const known = each.merged.get(key);
      if (known) return known;
      const kinds = merge(each, { codes, racers });
      if (each.merged.size >= MOST_KEPT) each.merged.clear();
      each.merged.set(key, kinds);
      return kinds;
    });
}

/** Numbers the answers to a question so that answers which do the same to a line have the same number; undefined where it does not touch it. */
export function kindIn(
  line: Line,
  codes: Codes,
  question: number,
): ((code: number) => number) | undefined {
  const touching = touchingOf(line, codes).find((each) => each.question === question);
  return touching?.kindOf;
}

function touchingOf(line: Line, codes: Codes): readonly Touching[] {
  const touching = touchingBefore.get(line) ?? allTouching(line, codes);
  touchingBefore.set(line, touching);
  return touching;
}

function allTouching(line: Line, codes: Codes): Touching[] {
  const tables = line.flatMap(({ contests }) => contests.map(({ table }) => table));
  const demanded = line
    .filter(({ isPinned }) => !isPinned)
    .flatMap(({ decision }) => decision.compiled.appliesWhen.flat());
  return sortedById(codes.questions).flatMap((asked) => {
    const question = codes.indexOf.get(asked.id) ?? 0;
    const columns = tables.map(({ byQuestion }) => byQuestion[question]);
    const parts = [
      ...columns.flatMap((each) => each?.parts ?? []),
      ...demanded.filter((part) => part.question === asked.id),
    ];
    const qualities = [...new Set(columns.flatMap((each) => each?.qualities ?? []))];
    if (parts.length + qualities.length === 0) return [];
    const answers = legalAnswers(asked, { qualities, parts });
    return {
      merged: new Map(),
      kindOf: kindNumbers({ question, columns, parts }, codes),
      question,
      columns,
      parts,
      codes: answers.map(({ choices }) => codes.codeOf(question, choices)),
      counts: answers.map(({ count }) => count),
    };
  });
}

function kindNumbers(touching: Asked, codes: Codes): (code: number) => number {
  const byKey = new Map<string, number>();
  const byCode: number[] = [];
  const racers = touching.columns.map(() => ALL);
  return (code) => {
    const before = byCode[code];
    if (before !== undefined) return before;
    const key = keyOf(touching, code, { codes, racers });
    const kind = byKey.get(key) ?? byKey.size;
    byKey.set(key, kind);
    byCode[code] = kind;
    return kind;
  };
}

const ALL = -1;

/** Random answers are drawn in this order, so that they are the same in whatever order the questions stand. */
function sortedById(questions: readonly Question[]): Question[] {
  return questions.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

function merge(touching: Touching, sight: Pick<Sight, 'codes' | 'racers'>): Kinds {
  const { question, codes, counts } = touching;
  const kinds = new Map<string, { readonly code: number; readonly count: number }>();
  codes.forEach((code, index) => {
    const key = keyOf(touching, code, sight);
    const before = kinds.get(key);
    const count = (before?.count ?? 0) + (counts[index] ?? 0);
    kinds.set(key, { code: before?.code ?? code, count });
  });
  const all = [...kinds.values()];
  return { question, codes: all.map(({ code }) => code), counts: all.map(({ count }) => count) };
}

function keyOf(
  { question, columns, parts }: Asked,
  code: number,
  { codes, racers }: Pick<Sight, 'codes' | 'racers'>,
): string {
  const leads = columns.map((each, index) => among(racers[index] ?? 0, each?.columnOf(code)));
  return `${leads.join(';')}|${fulfilmentKey(codes.choicesOf(question, code), parts)}`;
}

function among(racers: number, column: DenseColumn | undefined): string {
  const points = column?.points.filter((_, index) => has(racers, index)) ?? [];
  const first = points[0] ?? 0;
  return `${points.map((each) => each - first)}/${(column?.out ?? 0) & racers}`;
}
