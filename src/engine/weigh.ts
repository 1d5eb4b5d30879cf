import type { RankedAlternative } from '../model/advice.ts';
import type { Answers } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import type { CompiledDecision } from './compiled.ts';
import { contributionsOf } from './contributions.ts';
import type { DecisionTable } from './decision-table.ts';
import { exclusionsOf } from './exclusions.ts';

interface Weighed {
  readonly compiled: CompiledDecision;
  readonly table: DecisionTable;
  readonly answers: Answers;
  readonly knowledge: KnowledgeBase;
}

/** An alternative with its score, where each point comes from, and what rules it out. */
export function weigh(
  id: string,
  { compiled, table, answers, knowledge }: Weighed,
): RankedAlternative {
  const { decision, hardRules } = compiled;
  const pattern = knowledge.patterns.get(id);
  if (pattern === undefined) throw new Error(`No pattern describes ${id}`);
  const contributions = contributionsOf({ decision, pattern, table, answers, knowledge });
  const rules = hardRules.filter(({ alternative }) => alternative === id);
  const isSilent =
    pattern.evidence.every(({ condition }) => condition === undefined) &&
    pattern.claims
      .flatMap(({ effects }) => effects)
      .every(({ quality }) => !decision.driving.includes(quality));
  return {
    alternative: id,
    name: pattern.name,
    score: contributions.reduce((sum, { points }) => sum + points, 0),
    excludedBy: exclusionsOf(rules, answers, knowledge),
    contributions,
    ...(isSilent && { silent: true }),
  };
}
