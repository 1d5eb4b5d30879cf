import type { Dense } from './dense.ts';
import type { DenseQuestion } from './dense-table.ts';
import { drawnAnswers, SCENARIOS } from './drawn-answers.ts';

/** What the answers to a question do in a table, scenario after scenario. */
export interface DrawnColumns {
  readonly points: Float64Array;
  readonly out: Int32Array;
}

const drawnBefore = new WeakMap<DenseQuestion, DrawnColumns>();

/** Looked up once, and added up many times. */
export function drawnColumns(question: DenseQuestion, dense: Dense): DrawnColumns {
  const drawn = drawnBefore.get(question) ?? draw(question, dense);
  drawnBefore.set(question, drawn);
  return drawn;
}

function draw({ question, columnOf, certain }: DenseQuestion, dense: Dense): DrawnColumns {
  const width = certain.length;
  const points = new Float64Array(SCENARIOS * width);
  const out = new Int32Array(SCENARIOS);
  drawnAnswers(dense, question).forEach((code, scenario) => {
    const column = columnOf(code);
    points.set(column.points, scenario * width);
    out[scenario] = column.out;
  });
  return { points, out };
}
