import type { DecisionAdvice } from '../model/advice.ts';
import { appliesAsPicked } from './applicability.ts';
import { type Case, questionsIn } from './case.ts';
import type { CompiledDecision } from './compiled.ts';
import { givesUp } from './gives-up.ts';
import { namesIn } from './proof/judge-all.ts';
import type { Judged } from './proof/judged.ts';
import { rankAll } from './rank.ts';

/** Puts what is judged of a decision into words that have a place: who is picked, and where each point comes from. */
export function decide(compiled: CompiledDecision, judged: Judged, given: Case): DecisionAdvice {
  const { id, title, ask, below, alternatives } = compiled.decision;
  const ids = alternatives.map((alternative) => alternative.id);
  const recommended = namesIn(judged.picks, ids);
  const isUncertain = judged.status === 'open' && judged.applies === undefined;
  const hangsOn = isUncertain ? undecidedParents(compiled, given) : [];
  return {
    id,
    title,
    ask,
    ...(below !== undefined && { below }),
    pinned: given.pins.has(id),
    status: judged.status,
    recommended,
    dependsOn: questionsIn(judged.dependsOn, given.dense),
    ...(judged.isBounded && { dependsOnBounded: true }),
    ranking: rankAll(compiled, judged, given),
    givesUp: givesUp(compiled.decision, recommended, {
      standing: namesIn(judged.standing, ids),
      knowledge: given.dense.knowledge,
    }),
    ...(isUncertain && { mayNotApply: true }),
    ...(isUncertain && appliesAsPicked(compiled, given) && { appliesAsPicked: true }),
    ...(hangsOn.length > 0 && { hangsOn }),
  };
}

/** The open decisions that decide whether this one applies. */
function undecidedParents({ appliesWhen }: CompiledDecision, { dense, judged }: Case): string[] {
  const parents = new Set(appliesWhen.flat().map(({ question }) => question));
  return [...parents].filter((id) => judged.get(dense.indexOf.get(id) ?? -1)?.status === 'open');
}
