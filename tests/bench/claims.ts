import type { Status } from '../../src/model/advice.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import type { Said } from './through-batch.ts';

/** What is said of a decision, or of a technique where several may be picked. */
export interface Claim {
  readonly of: string;
  readonly kind: 'decision' | 'technique';
  readonly status: Status;
  readonly picks: string;
}

/** All that a line says, always in the same order. What is said of techniques by themselves, only `--full` tells. */
export function claimsIn({ decisions }: KnowledgeBase, said: readonly Said[]): Claim[] {
  return said.flatMap((each) => {
    const { id, status, recommended } = each;
    const decision = decisions.get(id);
    const techniques = decision?.several ? techniquesIn(decision, each) : [];
    return [
      { of: id, kind: 'decision' as const, status, picks: recommended.join() },
      ...techniques,
    ];
  });
}

/** Complete answers leave nothing open, so that a technique without a status of its own is settled. */
function techniquesIn({ id, baseline, alternatives }: Decision, { recommended, ranking }: Said) {
  const others = alternatives.filter((alternative) => alternative.id !== baseline);
  return others.map((alternative): Claim => {
    const own = ranking?.find((each) => each.alternative === alternative.id);
    return {
      of: `${id}, ${alternative.id}`,
      kind: 'technique',
      status: own?.status ?? 'settled',
      picks: recommended.includes(alternative.id) ? 'picked' : 'not picked',
    };
  });
}
