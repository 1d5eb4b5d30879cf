import type { RankedAlternative } from '../model/advice.ts';
import type { Alternative } from '../model/decision.ts';
import type { CompiledDecision } from './compiled.ts';
import { contributionsOf } from './contributions.ts';
import type { DecisionTable } from './decision-table.ts';
import { exclusionsOf } from './exclusions.ts';
import type { Case } from './finding.ts';

/** All alternatives, highest score first; where several may be picked the baseline has none, as nothing is weighed against it. */
export function rankAll(compiled: CompiledDecision, given: Case): RankedAlternative[] {
  const { alternatives } = compiled.decision;
  return rank(
    alternatives.map(({ id, name }) => {
      const table = compiled.tables.find((each) => each.alternatives.includes(id));
      return table ? weigh(id, { compiled, table, given }) : unweighed({ id, name });
    }),
  );
}

/** The baseline where several may be picked: nothing speaks for or against it. */
export function unweighed({ id, name }: Pick<Alternative, 'id' | 'name'>): RankedAlternative {
  return { alternative: id, name, score: 0, excludedBy: [], contributions: [] };
}

interface Weighed {
  readonly compiled: CompiledDecision;
  readonly table: DecisionTable;
  readonly given: Case;
}

/** An alternative with its score, where each point comes from, and what rules it out. */
export function weigh(id: string, { compiled, table, given }: Weighed): RankedAlternative {
  const { answers } = given;
  const { decision, hardRules } = compiled;
  const { knowledge } = given.compiled;
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

/** Highest score first; equal scores stay in the order of the decision. */
export function rank(alternatives: readonly RankedAlternative[]): RankedAlternative[] {
  return [...alternatives].sort((a, b) => b.score - a.score);
}
