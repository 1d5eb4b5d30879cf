import type { Status } from '../../src/model/advice.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { BatchDecision } from './through-batch.ts';

/** What a line claims of a decision, or of a technique where several may be picked. */
export interface Claim {
  readonly of: string;
  readonly kind: 'decision' | 'technique';
  readonly status: Status;
  readonly picks: string;
  /** Whether the decision applies. */
  readonly applies: Verdict['applies'];
}

/** All that a line claims, always in the same order; what it claims of techniques by themselves, only `--full` prints. */
export function claimsIn({ decisions }: KnowledgeBase, printed: readonly BatchDecision[]): Claim[] {
  return printed.flatMap((each) => {
    const { id, status, recommended, applies } = each;
    const decision = decisions.get(id);
    const techniques = decision?.several ? techniquesIn(decision, each) : [];
    const own = { of: id, kind: 'decision' as const, status, picks: recommended.join(), applies };
    return [own, ...techniques];
  });
}

/** Without `--full` a technique has no status of its own; with complete answers it is that of the decision. */
function techniquesIn(
  { id, baseline, alternatives }: Decision,
  { recommended, ranking, status, applies }: BatchDecision,
) {
  const others = alternatives.filter((alternative) => alternative.id !== baseline);
  return others.map((alternative): Claim => {
    const own = ranking?.find((each) => each.alternative === alternative.id);
    return {
      of: `${id}, ${alternative.id}`,
      kind: 'technique',
      status: own?.status ?? status,
      picks: recommended.includes(alternative.id) ? 'picked' : 'not picked',
      applies,
    };
  });
}
