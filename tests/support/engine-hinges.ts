import { advise } from '../../src/engine/advice/advise.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { Hinge, Turn } from '../../src/model/explanation.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Claim, Evidence, Pattern } from '../../src/model/pattern.ts';
import { alwaysApplying } from './always-applying.ts';
import { completionsOf, type Situation } from './engine-brute-force.ts';
import { holds, patternIn, techniquesOf } from './engine-worlds.ts';

/** What decides a pick, without the place where it stands. */
export type PlainHinge = Pick<Hinge, 'alternative' | 'kind' | 'text' | 'atZero' | 'atOpposite'>;

export function plainHinge({ alternative, kind, text, atZero, atOpposite }: Hinge): PlainHinge {
  return { alternative, kind, text, atZero, ...(atOpposite && { atOpposite }) };
}

/** All contested sentences of a decision that may count, and the hinges among them: advice on each changed knowledge base. */
export function hingesBy(
  knowledge: KnowledgeBase,
  decision: Decision,
  situation: Situation,
): { readonly contested: number; readonly hinges: readonly PlainHinge[] } {
  const adviceWith = (pattern?: Pattern) => {
    const patterns = new Map(knowledge.patterns);
    if (pattern) patterns.set(pattern.id, pattern);
    const changed = alwaysApplying({ ...knowledge, patterns });
    const request = { ...situation, decisions: [decision.id] };
    const [advice] = advise(changed, request).decisions;
    if (advice === undefined) throw new Error(`unknown ${decision.id}`);
    return { status: advice.status, recommended: advice.recommended };
  };
  const before = adviceWith().recommended.join();
  const turnOf = (pattern: Pattern): Turn => {
    const after = adviceWith(pattern);
    return { ...after, changes: after.recommended.join() !== before };
  };
  const tried = variantsIn(knowledge, decision, situation).map(
    ({ without, opposite, ...said }): PlainHinge => ({
      ...said,
      atZero: turnOf(without),
      ...(opposite && { atOpposite: turnOf(opposite) }),
    }),
  );
  const hinges = tried.filter(({ atZero, atOpposite }) => atZero.changes || atOpposite?.changes);
  return { contested: tried.length, hinges };
}

/** A sentence, and its document without its effect and with the opposite one. */
interface Variant extends Pick<Hinge, 'alternative' | 'kind' | 'text'> {
  readonly without: Pattern;
  readonly opposite?: Pattern;
}

function variantsIn(knowledge: KnowledgeBase, decision: Decision, situation: Situation): Variant[] {
  const { worlds } = completionsOf(knowledge, situation);
  const canHold = ({ condition }: Evidence) =>
    condition !== undefined && worlds.some((world) => holds(world, condition));
  const drives = ({ effects }: Claim) =>
    effects.some(({ quality }) => decision.driving.includes(quality));
  const ids = decision.alternatives.map(({ id }) => id);
  return (decision.several ? techniquesOf(decision) : ids)
    .map((id) => patternIn({ knowledge }, id))
    .flatMap((pattern) => [
      ...pattern.claims.filter(drives).map((claim) => claimVariant(pattern, claim)),
      ...pattern.evidence.filter(canHold).map((rule) => evidenceVariant(pattern, rule)),
    ]);
}

function claimVariant(pattern: Pattern, claim: Claim): Variant {
  const times = (factor: number): Pattern => {
    const effects = claim.effects.map((each) => ({ ...each, value: factor * each.value }));
    const changed = { ...claim, effects };
    return { ...pattern, claims: pattern.claims.map((each) => (each === claim ? changed : each)) };
  };
  return {
    ...{ alternative: pattern.id, kind: 'claim', text: claim.text },
    ...{ without: times(0), opposite: times(-1) },
  };
}

function evidenceVariant(pattern: Pattern, rule: Evidence): Variant {
  const { kind, text } = rule;
  const said = { alternative: pattern.id, kind, text };
  const without = { ...pattern, evidence: pattern.evidence.filter((each) => each !== rule) };
  if (kind === 'ruled-out-when') return { ...said, without };
  const swapped = { ...rule, kind: kind === 'use-when' ? 'avoid-when' : 'use-when' } as const;
  const evidence = pattern.evidence.map((each) => (each === rule ? swapped : each));
  return { ...said, without, opposite: { ...pattern, evidence } };
}
