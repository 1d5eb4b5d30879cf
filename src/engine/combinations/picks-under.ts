import type { DecisionAdvice } from '../../model/advice.ts';
import type { Answers, Pins } from '../../model/answers.ts';
import { appliesAsPicked } from '../applicability.ts';
import type { Case } from '../case.ts';
import type { Dense } from '../proof/dense.ts';
import { docketFor } from '../proof/dockets.ts';
import { judgeLast, namesIn } from '../proof/judge-all.ts';
import type { Judged } from '../proof/judged.ts';
import type { Line } from '../proof/lines.ts';

/** What the advice on a decision comes to, without its reasons. */
export type Picked = Pick<
  DecisionAdvice,
  'status' | 'recommended' | 'mayNotApply' | 'appliesAsPicked'
>;

/**
 * Says what all decisions come to, in their order, under some pins and further ones: for searches that ask often. A
 * decision is judged once for each way to pin what it hangs on.
 */
export function picksUnder(
  dense: Dense,
  answers: Answers,
  pins: Pins,
): (more: Pins) => ReadonlyMap<string, Picked> {
  const sheet = dense.codes.encode(answers);
  const known = new Map<string, Judged>();
  const { lines } = docketFor(dense, pins);
  return (more) => {
    const earlier = new Map<number, Judged>();
    const picked = new Map<string, Picked>();
    const given = { dense, answers, pins: more, judged: earlier };
    lines.forEach((line, index) => {
      const key = `${index};${pinsOn(line, more)}`;
      const judgeIt = () =>
        judgeLast(docketFor(dense, more, index), earlier, { sheet, isExact: false });
      const judged = known.get(key) ?? judgeIt();
      known.set(key, judged);
      earlier.set(index, judged);
      picked.set(dense.decisions[index]?.compiled.decision.id ?? '', pickedOf(index, given));
    });
    return picked;
  };
}

/** How the decisions of a line are pinned. */
function pinsOn(line: Line, pins: Pins): string {
  return line
    .map(({ decision }) => pins.get(decision.compiled.decision.id)?.join() ?? '-')
    .join(';');
}

function pickedOf(index: number, given: Case): Picked {
  const [decision, judged] = [given.dense.decisions[index], given.judged.get(index)];
  if (decision === undefined || judged === undefined)
    return { status: 'not-applicable', recommended: [] };
  const isUncertain = judged.status === 'open' && judged.applies === undefined;
  return {
    status: judged.status,
    recommended: namesIn(judged.picks, decision.alternatives),
    ...(isUncertain && { mayNotApply: true }),
    ...(isUncertain && appliesAsPicked(decision.compiled, given) && { appliesAsPicked: true }),
  };
}
