import type { RankedAlternative } from '../model/advice.ts';
import type { CompiledDecision } from './compiled.ts';
import { exclusionsOf } from './exclusions.ts';
import type { Case, Outcome, RankedFinding } from './finding.ts';
import { inOrder } from './judge.ts';
import { outcomesOf } from './outcomes.ts';
import { rankAll } from './weigh.ts';

/** A pin is a pick: settled, unless a hard rule certainly or possibly rules it out (DESIGN.md, section 5). */
export function decidePinned(
  compiled: CompiledDecision,
  pin: readonly string[],
  given: Case,
): RankedFinding {
  const finding = judgePin(compiled, pin, given);
  const ranking = rankAll(compiled, given);
  const standing = ranking
    .filter(({ excludedBy }) => excludedBy.every(({ state }) => state === 'possible'))
    .map(({ alternative }) => alternative);
  const { several } = compiled.decision;
  return {
    ...finding,
    standing,
    ranking: several ? ranking.map((each) => markPinned(each, pin, finding)) : ranking,
  };
}

function markPinned(
  ranked: RankedAlternative,
  pin: readonly string[],
  { status, dependsOn }: Outcome,
): RankedAlternative {
  const picked = pin.includes(ranked.alternative) && status !== 'infeasible';
  const isOpen = picked && status === 'open';
  return {
    ...ranked,
    picked,
    status: isOpen ? 'open' : 'settled',
    dependsOn: isOpen ? dependsOn : [],
  };
}

function judgePin(compiled: CompiledDecision, pin: readonly string[], given: Case): Outcome {
  const rules = compiled.hardRules.filter(({ alternative }) => pin.includes(alternative));
  const chain = [{ ...compiled, appliesWhen: [], hardRules: rules, tables: [] }];
  const { questions } = given.compiled.knowledge;
  const outcomes = outcomesOf({ chain, tables: [], questions }, given.answers, given.pins);
  const settled = { must: pin, may: pin, recommended: pin, dependsOn: [], isBounded: false };
  if (outcomes?.distinct.size === 1) {
    const isOut = outcomes.distinct.has('');
    return isOut
      ? { ...settled, status: 'infeasible', recommended: [], must: [], may: [] }
      : { ...settled, status: 'settled' };
  }
  const dependsOn = outcomes?.dependsOn ?? questionsIn(rules, given);
  return { ...settled, status: 'open', must: [], dependsOn, isBounded: outcomes === undefined };
}

/** The open questions of the rules that may still come to hold. */
function questionsIn(rules: CompiledDecision['hardRules'], given: Case): string[] {
  const { answers, compiled } = given;
  const open = rules.filter((rule) => exclusionsOf([rule], answers, compiled.knowledge).length > 0);
  const named = open.flatMap(({ parts }) => parts.map(({ question }) => question));
  return inOrder(
    named.filter((id) => !answers.has(id)),
    given,
  );
}
