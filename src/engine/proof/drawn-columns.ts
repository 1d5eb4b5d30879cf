import type { Dense } from './dense.ts';
import type { DenseQuestion } from './dense-table.ts';
import { drawnAnswers } from './drawn-answers.ts';

/** What the answers to a question do in a table, scenario after scenario. */
export interface DrawnColumns {
  /** By alternative; undefined where no answer gives it any. */
  readonly points: readonly (Float64Array | undefined)[];
  /** What is ruled out, as bits; undefined where no answer rules anything out. */
  readonly out: Int32Array | undefined;
}

const drawnBefore = new WeakMap<DenseQuestion, DrawnColumns>();

/** Looked up once, and added up many times. */
export function drawnColumns(question: DenseQuestion, dense: Dense): DrawnColumns {
  const drawn = drawnBefore.get(question) ?? draw(question, dense);
  drawnBefore.set(question, drawn);
  return drawn;
}

function draw({ question, columnOf, certain }: DenseQuestion, dense: Dense): DrawnColumns {
  const columns = [...drawnAnswers(dense, question)].map(columnOf);
  const points = certain.map((_, index) =>
    Float64Array.from(columns, (column) => column.points[index] ?? 0),
  );
  const out = Int32Array.from(columns, (column) => column.out);
  return { points: points.map(unlessZero), out: unlessZero(out) };
}

function unlessZero<T extends Float64Array | Int32Array>(values: T): T | undefined {
  return values.some((value) => value !== 0) ? values : undefined;
}
