import type { DecisionAdvice } from '../model/advice.ts';
import type { CompiledDecision } from './compiled.ts';
import { decideSeveral } from './decide-several.ts';
import type { Case, Finding, RankedFinding } from './finding.ts';
import { givesUp } from './gives-up.ts';
import { judge } from './judge.ts';
import { judgePin } from './judge-pin.ts';
import { rank, weigh } from './weigh.ts';

/** Decides one decision, given those before it. */
export function decide(
  compiled: CompiledDecision,
  given: Case,
): { advice: DecisionAdvice; finding: Finding } {
  const { decision } = compiled;
  const pin = given.pins.get(decision.id);
  const found = decision.several ? decideSeveral(compiled, given) : decideSingle(compiled, given);
  const finding = pin ? { ...found, ...judgePin(compiled, pin, given) } : found;
  const hangsOn = finding.status === 'open' ? undecidedParents(compiled, given) : [];
  const advice: DecisionAdvice = {
    id: decision.id,
    title: decision.title,
    ask: decision.ask,
    pinned: pin !== undefined,
    status: finding.status,
    recommended: finding.recommended,
    dependsOn: finding.dependsOn,
    ...(finding.isBounded && { dependsOnBounded: true }),
    ranking: finding.ranking,
    givesUp: givesUp(decision, finding, given),
    ...(hangsOn.length > 0 && { hangsOn }),
  };
  return { advice, finding };
}

function undecidedParents({ appliesWhen }: CompiledDecision, { findings }: Case): string[] {
  const parents = new Set(appliesWhen.flat().map(({ question }) => question));
  return [...parents].filter((id) => findings.get(id)?.status === 'open');
}

function decideSingle(compiled: CompiledDecision, given: Case): RankedFinding {
  const table = compiled.tables[0];
  if (table === undefined) throw new Error(`Decision ${compiled.decision.id} has no table`);
  const finding = judge(compiled, table, given);
  const ids = compiled.decision.alternatives.map(({ id }) => id);
  const ranking = rank(ids.map((id) => weigh(id, { compiled, table, given })));
  if (finding.status !== 'open' || finding.recommended.length > 0) return { ...finding, ranking };
  const leader = ranking.find(({ alternative }) => finding.standing.includes(alternative));
  return { ...finding, ranking, recommended: leader ? [leader.alternative] : [] };
}
