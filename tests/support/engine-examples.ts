import { advise } from '../../src/engine/advice/advise.ts';
import type { DecisionAdvice, RankedAlternative } from '../../src/model/advice.ts';
import { answersOf, type KnowledgeSpec, knowledgeOf } from './engine-builders.ts';

type Said = Readonly<Record<string, string | readonly string[]>>;

/** The advice on the decisions of a knowledge base in short form, in its order. */
export function adviceOn(spec: KnowledgeSpec, said: Said): readonly DecisionAdvice[] {
  const request = { answers: answersOf(said), pins: new Map(), decisions: [] };
  return advise(knowledgeOf(spec), request).decisions;
}

/** What the advice says of one alternative. */
export function ranked(decision: DecisionAdvice | undefined, id: string): RankedAlternative {
  const found = decision?.ranking.find(({ alternative }) => alternative === id);
  if (found === undefined) throw new Error(`${id} is not ranked`);
  return found;
}
