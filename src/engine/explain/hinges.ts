import type { DecisionAdvice } from '../../model/advice.ts';
import type { Hinge, Turn } from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { Claim, Evidence, Pattern } from '../../model/pattern.ts';
import { compile, withParents } from '../compiled.ts';
import { citationOf } from '../contributions.ts';
import { pickerOf } from '../picker.ts';
import { partsOf } from '../terms.ts';
import { allHold, truthOfPart } from '../truth.ts';
import type { Given } from './sufficient.ts';

/** The contested sentences of a decision that were tried, and those on which its pick hangs. */
export interface Tried {
  readonly contested: number;
  readonly hinges: readonly Hinge[];
}

/**
 * Every contested sentence about an alternative that can count is tried without effect and with the opposite one; where
 * the pick changes, it hangs on the sentence (MODEL.md, section 5).
 */
export function hingesOf(
  knowledge: KnowledgeBase,
  { id, recommended }: Pick<DecisionAdvice, 'id' | 'recommended'>,
  given: Given,
): Tried {
  const small = chainOnly(knowledge, id);
  const decision = small.decisions.get(id);
  const patterns = (decision?.alternatives ?? []).flatMap((each) =>
    // The baseline of several picks stands for none of them: nothing is weighed for it.
    decision?.several && each.id === decision.baseline ? [] : (small.patterns.get(each.id) ?? []),
  );
  const driving = decision?.driving ?? [];
  const tried = patterns
    .flatMap((pattern) => [
      ...claimTrials(pattern, driving),
      ...evidenceTrials(pattern, small, given),
    ])
    .map((trial) => tryOut(trial, { knowledge: small, id, recommended, given }));
  const hinges = tried.filter(({ atZero, atOpposite }) => atZero.changes || atOpposite?.changes);
  return { contested: tried.length, hinges };
}

/** The knowledge with only the decision and those it hangs on, so that little has to be compiled anew. */
function chainOnly(knowledge: KnowledgeBase, id: string): KnowledgeBase {
  const chain = withParents(id, compile(knowledge).decisions);
  const decisions = chain.map(({ decision }) => [decision.id, decision] as const);
  return { ...knowledge, decisions: new Map(decisions) };
}

/** A sentence with the pattern as it would be without it, and with its opposite. */
interface Trial {
  readonly said: Omit<Hinge, 'atZero' | 'atOpposite'>;
  readonly atZero: Pattern;
  readonly atOpposite?: Pattern;
}

function claimTrials(pattern: Pattern, driving: readonly string[]): Trial[] {
  const counts = ({ contested, effects }: Claim) =>
    contested && effects.some(({ quality }) => driving.includes(quality));
  return pattern.claims.filter(counts).map((claim) => {
    const times = (factor: number): Pattern => ({
      ...pattern,
      claims: pattern.claims.map((each) => (each === claim ? scaled(claim, factor) : each)),
    });
    const said = { ...citationOf(claim), alternative: pattern.id, kind: 'claim' as const };
    return { said, atZero: times(0), atOpposite: times(-1) };
  });
}

function scaled(claim: Claim, factor: number): Claim {
  const effects = claim.effects.map(({ quality, value }) => ({ quality, value: value * factor }));
  return { ...claim, effects };
}

const OPPOSITE = { 'use-when': 'avoid-when', 'avoid-when': 'use-when' } as const;

function evidenceTrials(pattern: Pattern, knowledge: KnowledgeBase, given: Given): Trial[] {
  const counts = (evidence: Evidence) => evidence.contested && canHold(evidence, knowledge, given);
  return pattern.evidence.filter(counts).map((evidence) => {
    const { kind, condition } = evidence;
    const others = pattern.evidence.filter((each) => each !== evidence);
    const turned = (into: Evidence['kind']): Pattern => ({
      ...pattern,
      evidence: pattern.evidence.map((each) =>
        each === evidence ? { ...evidence, kind: into } : each,
      ),
    });
    const said = { ...citationOf(evidence), alternative: pattern.id, kind };
    return {
      said: { ...said, ...(condition && { because: condition.text }) },
      atZero: { ...pattern, evidence: others },
      ...(kind !== 'ruled-out-when' && { atOpposite: turned(OPPOSITE[kind]) }),
    };
  });
}

function canHold({ condition }: Evidence, { questions }: KnowledgeBase, { answers }: Given) {
  const parts = partsOf(condition);
  const truths = parts.map((part) => truthOfPart(part, questions.get(part.question), answers));
  return parts.length > 0 && allHold(truths) !== 'never';
}

interface Stage {
  readonly knowledge: KnowledgeBase;
  readonly id: string;
  /** What is picked with the sentence as it stands. */
  readonly recommended: readonly string[];
  readonly given: Given;
}

function tryOut({ said, atZero, atOpposite }: Trial, stage: Stage): Hinge {
  return {
    ...said,
    atZero: turnWith(atZero, stage),
    ...(atOpposite && { atOpposite: turnWith(atOpposite, stage) }),
  };
}

function turnWith(pattern: Pattern, { knowledge, id, recommended, given }: Stage): Turn {
  const patterns = new Map(knowledge.patterns).set(pattern.id, pattern);
  const pick = pickerOf({ ...knowledge, patterns }, id, given.pins)(given.answers);
  return {
    status: pick.status,
    recommended: pick.recommended,
    changes: pick.recommended.join() !== recommended.join(),
  };
}
