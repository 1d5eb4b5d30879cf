import type { Dense } from '../proof/dense.ts';
import { drawnAnswers } from '../proof/drawn-answers.ts';
import { kindIn } from '../proof/kinds.ts';
import type { Line } from '../proof/lines.ts';
import { impurityFall, type Labels, labelled } from './impurity.ts';

/** How far the outcomes of a line's last decision are less mixed once a question is answered; several picks each by itself. */
export function gainOf(line: Line, outcomes: readonly Labels[], asked: Asked): number {
  const parts = partsIn(line, asked);
  return outcomes.reduce((sum, each) => sum + impurityFall(each, parts), 0);
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
