import type { CompiledDecision } from './compiled.ts';
import { exclusionsOf } from './exclusions.ts';
import type { Case, Finding } from './finding.ts';
import { inOrder } from './judge.ts';
import { outcomesOf } from './outcomes.ts';

/** A pin is a pick: settled, unless a hard rule certainly or possibly rules it out (DESIGN.md, section 5). */
export function judgePin(compiled: CompiledDecision, pin: readonly string[], given: Case): Finding {
  const rules = compiled.hardRules.filter(({ alternative }) => pin.includes(alternative));
  const chain = [{ ...compiled, appliesWhen: [], hardRules: rules, tables: [] }];
  const { questions } = given.compiled.knowledge;
  const outcomes = outcomesOf({ chain, tables: [], questions }, given.answers, given.pins);
  const finding = {
    must: pin,
    may: pin,
    recommended: pin,
    dependsOn: [],
    isBounded: false,
    standing: pin,
  };
  if (outcomes?.distinct.size === 1) {
    const isOut = outcomes.distinct.has('');
    return isOut
      ? { ...finding, status: 'infeasible', recommended: [], must: [], may: [], standing: [] }
      : { ...finding, status: 'settled' };
  }
  const {
    answers,
    compiled: { knowledge },
  } = given;
  const open = rules.filter((rule) => exclusionsOf([rule], answers, knowledge).length > 0);
  const named = open.flatMap(({ parts }) => parts.map(({ question }) => question));
  const bounded = inOrder(
    named.filter((id) => !answers.has(id)),
    given,
  );
  return {
    ...finding,
    status: 'open',
    must: [],
    dependsOn: outcomes?.dependsOn ?? bounded,
    isBounded: !outcomes,
  };
}
