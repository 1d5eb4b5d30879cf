import type { DecisionAdvice, RankedAlternative } from '../../model/advice.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { ComparisonVerdict } from '../../model/reading.ts';
import { decisionAdvice } from '../advice/decision-advice.ts';
import { caseOf, type Given, judgeOne, situationOf } from '../advice/situation.ts';
import { THOROUGH } from '../decide/judge.ts';
import { contrast } from '../explain/contrast.ts';
import { lowestLead } from '../explain/contrasts.ts';
import { jointPicks } from '../joint/joint-picks.ts';

/** What is compared: alternatives of one decision. */
export interface ComparisonRequest extends Given {
  readonly decision: string;
  readonly alternatives: readonly string[];
}

/** Which of some alternatives of a decision is ahead under some answers, by how many points, and why. */
export function comparisonVerdict(
  knowledge: KnowledgeBase,
  { decision, alternatives, ...given }: ComparisonRequest,
): ComparisonVerdict {
  const situation = situationOf(knowledge, given);
  const judged = judgeOne(situation, decision);
  const joint = jointPicks(situation, { judged: [judged], calls: THOROUGH.calls });
  const advice = decisionAdvice(judged, caseOf(situation, joint));
  const ranking = rankingOf(advice, alternatives);
  const [first, second] = ranking;
  const { ranking: _, givesUp: __, appliesAsPicked: ___, ...verdict } = advice;
  const rivalry = first && second && { alternative: first.alternative, over: second.alternative };
  const lowest = rivalry && lowestLead(judged.entry.tables(), rivalry, situation.answers);
  const isRace = first !== undefined && second !== undefined && !judged.entry.decision.several;
  return {
    ...verdict,
    several: judged.entry.decision.several,
    ranking: ranking.map(({ alternative, score, excludedBy, picked }) => ({
      ...{ alternative, score, excludedBy },
      ...(picked !== undefined && { picked }),
    })),
    ...(isRace && {
      contrast: {
        ...contrast(first, second),
        ...(lowest !== undefined && { lowestLead: lowest }),
      },
    }),
  };
}

/** What is certainly ruled out stands behind the others, in their order. */
function rankingOf(
  { ranking }: DecisionAdvice,
  alternatives: readonly string[],
): readonly RankedAlternative[] {
  const named = ranking.filter(({ alternative }) => alternatives.includes(alternative));
  return [...named.filter(isStanding), ...named.filter((each) => !isStanding(each))];
}

function isStanding({ excludedBy }: RankedAlternative): boolean {
  return excludedBy.every(({ state }) => state === 'possible');
}
