import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { compile } from '../compiled.ts';
import { type Codes, codesOf } from './codes.ts';
import { type DenseDecision, denseDecision } from './dense-decision.ts';

/** All decisions as numbers by index, in the order of the knowledge base: what one hangs on stands before it. */
export interface Dense {
  readonly knowledge: KnowledgeBase;
  readonly codes: Codes;
  readonly decisions: readonly DenseDecision[];
  readonly indexOf: ReadonlyMap<string, number>;
}

const denseBefore = new WeakMap<KnowledgeBase, Dense>();

/** After so many different answers all is built anew, as each takes a place in every table that it touches. */
const MOST_CODES = 20_000;

/** A knowledge base as numbers; kept as long as it does not grow too large. */
export function denseOf(knowledge: KnowledgeBase): Dense {
  const before = denseBefore.get(knowledge);
  const dense = before && before.codes.count() <= MOST_CODES ? before : build(knowledge);
  denseBefore.set(knowledge, dense);
  return dense;
}

function build(knowledge: KnowledgeBase): Dense {
  const codes = codesOf(knowledge);
  const all = [...compile(knowledge).decisions.values()];
  const indexOf = new Map(all.map(({ decision }, index) => [decision.id, index]));
  const decisions: DenseDecision[] = [];
  for (const compiled of all) {
    decisions.push(denseDecision(compiled, { codes, indexOf, decisions }));
  }
  return { knowledge, codes, decisions, indexOf };
}
