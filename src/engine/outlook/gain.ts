import type { Dense } from '../proof/dense.ts';
import { drawnAnswers } from '../proof/drawn-answers.ts';
import { kindIn } from '../proof/kinds.ts';
import type { Line } from '../proof/lines.ts';
import { impurityFall, type Labels, labelled } from './impurity.ts';
import { judgedApart } from './judged-apart.ts';

/** The outcomes of a line's last decision in all scenarios. */
export interface Mixture {
  readonly line: Line;
  readonly outcomes: Int32Array;
  /** Several picks each by itself; only those that are not alike in all scenarios. */
  readonly labels: readonly Labels[];
  /** The gains that were asked for, by question. */
  readonly gains: number[];
}

const lastMixture = new WeakMap<Line, Mixture>();

/** The same as the last one while the outcomes are. */
export function mixtureOf(line: Line, outcomes: Int32Array): Mixture {
  const last = lastMixture.get(line);
  if (last && outcomes.every((outcome, scenario) => outcome === last.outcomes[scenario]))
    return last;
  const labels = judgedApart(line, outcomes)
    .map(labelled)
    .filter(({ size }) => size > 1);
  const mixture = { line, outcomes, labels, gains: [] };
  lastMixture.set(line, mixture);
  return mixture;
}

/** How far the outcomes are less mixed once a question is answered. */
export function gainOf({ line, labels, gains }: Mixture, asked: Asked): number {
  const parts = partsIn(line, asked);
  const gain =
    gains[asked.question] ?? labels.reduce((sum, each) => sum + impurityFall(each, parts), 0);
  gains[asked.question] = gain;
  return gain;
}

interface Asked {
  readonly question: number;
  readonly dense: Dense;
}

const partsBefore = new WeakMap<Line, Labels[]>();

/** The scenarios by the answer to a question, as far as it makes a difference; always the same for a line. */
function partsIn(line: Line, { question, dense }: Asked): Labels {
  const known = partsBefore.get(line) ?? [];
  partsBefore.set(line, known);
  const parts = known[question] ?? labelled(kindsDrawn(line, { question, dense }));
  known[question] = parts;
  return parts;
}

function kindsDrawn(line: Line, { question, dense }: Asked): Int32Array {
  const kindOf = kindIn(line, dense.codes, question);
  return drawnAnswers(dense, question).map((code) => kindOf?.(code) ?? 0);
}
