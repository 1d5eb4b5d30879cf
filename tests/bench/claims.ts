import type { Status } from '../../src/model/advice.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { BatchDecision } from './through-batch.ts';

/**
 * What a line claims of a decision by itself, of a technique where several may be picked, and of what is recommended together
 * with the other decisions: that is claimed to be proved only where it is a certain change.
 */
export interface Claim {
  readonly of: string;
  readonly kind: 'decision' | 'technique' | 'recommended' | 'joint';
  readonly status: Status;
  readonly picks: string;
  /** Whether the decision applies. */
  readonly applies: Verdict['applies'];
}

/** All that a line claims, always in the same order; what it claims of techniques by themselves, only `--full` prints. */
export function claimsIn({ decisions }: KnowledgeBase, printed: readonly BatchDecision[]): Claim[] {
  return printed.flatMap((each) => {
    const decision = decisions.get(each.id);
    const techniques = decision?.several ? techniquesIn(decision, each) : [];
    return [ownClaim(each), recommendationIn(each), ...techniques];
  });
}

function ownClaim(each: BatchDecision): Claim {
  const { id, status, applies } = each;
  const picks = ownPicks(each);
  const own = { of: id, kind: 'decision' as const, applies };
  return picks ? { ...own, status, picks: picks.join() } : { ...own, status: 'open', picks: '?' };
}

/** Undefined where a line does not say: the decision may apply by itself, and is changed. */
function ownPicks({ recommended, joint, applies }: BatchDecision): readonly string[] | undefined {
  if (joint === undefined) return recommended;
  return applies === 'undecided' && joint.instead.length === 0 ? undefined : joint.instead;
}

function recommendationIn({ id, recommended, joint }: BatchDecision): Claim {
  return {
    of: `${id}, recommended`,
    kind: joint ? 'joint' : 'recommended',
    status: joint?.certain ? 'settled' : 'open',
    picks: recommended.join(),
    applies: 'yes',
  };
}

/** Without `--full` a technique has no status of its own; with complete answers it is that of the decision. */
function techniquesIn({ id, baseline, alternatives }: Decision, each: BatchDecision) {
  const { ranking, status, applies } = each;
  const own = ownPicks(each);
  const others = alternatives.filter((alternative) => alternative.id !== baseline);
  return others.map((alternative): Claim => {
    const ranked = ranking?.find((one) => one.alternative === alternative.id);
    const isPicked = own ? own.includes(alternative.id) : ranked?.picked;
    return {
      of: `${id}, ${alternative.id}`,
      kind: 'technique',
      status: ranked?.status ?? status,
      picks: isPicked ? 'picked' : 'not picked',
      applies,
    };
  });
}
