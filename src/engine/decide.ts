import type { DecisionAdvice } from '../model/advice.ts';
import { applicabilityOf, appliesAsPicked } from './applicability.ts';
import type { CompiledDecision } from './compiled.ts';
import { decidePinned } from './decide-pinned.ts';
import { decideSeveral } from './decide-several.ts';
import type { Case, Finding, RankedFinding } from './finding.ts';
import { givesUp } from './gives-up.ts';
import { judge } from './judge.ts';
import { rankAll } from './weigh.ts';

/** Decides one decision, given those before it. */
export function decide(
  compiled: CompiledDecision,
  given: Case,
): { advice: DecisionAdvice; finding: Finding } {
  const { decision } = compiled;
  const pin = given.pins.get(decision.id);
  const finding = findingOn(compiled, given);
  const isUncertain = pin === undefined && applicabilityOf(compiled, given) === 'sometimes';
  const hangsOn = isUncertain ? undecidedParents(compiled, given) : [];
  const advice: DecisionAdvice = {
    id: decision.id,
    title: decision.title,
    ask: decision.ask,
    ...(decision.below !== undefined && { below: decision.below }),
    pinned: pin !== undefined,
    status: finding.status,
    recommended: finding.recommended,
    dependsOn: finding.dependsOn,
    ...(finding.isBounded && { dependsOnBounded: true }),
    ranking: finding.ranking,
    givesUp: givesUp(decision, finding, given),
    ...(finding.status === 'open' && isUncertain && { mayNotApply: true }),
    ...(finding.status === 'open' &&
      isUncertain &&
      appliesAsPicked(compiled, given) && { appliesAsPicked: true }),
    ...(finding.status === 'open' && hangsOn.length > 0 && { hangsOn }),
  };
  return { advice, finding };
}

function findingOn(compiled: CompiledDecision, given: Case): RankedFinding {
  const pin = given.pins.get(compiled.decision.id);
  if (pin) return decidePinned(compiled, pin, given);
  return compiled.decision.several ? decideSeveral(compiled, given) : decideSingle(compiled, given);
}

/** The open decisions that decide whether this one applies. */
function undecidedParents(compiled: CompiledDecision, given: Case): string[] {
  const parents = new Set(compiled.appliesWhen.flat().map(({ question }) => question));
  return [...parents].filter((id) => given.findings.get(id)?.status === 'open');
}

function decideSingle(compiled: CompiledDecision, given: Case): RankedFinding {
  const table = compiled.tables[0];
  if (table === undefined) throw new Error(`Decision ${compiled.decision.id} has no table`);
  const finding = judge(compiled, table, given);
  const ranking = rankAll(compiled, given);
  if (finding.status !== 'open' || finding.recommended.length > 0) return { ...finding, ranking };
  const leader = ranking.find(({ alternative }) => finding.standing.includes(alternative));
  return { ...finding, ranking, recommended: leader ? [leader.alternative] : [] };
}
