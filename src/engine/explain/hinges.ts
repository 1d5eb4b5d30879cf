import type { DecisionAdvice } from '../../model/advice.ts';
import type { Answers, Pins } from '../../model/answers.ts';
import type { Hinge, Turn } from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import type { Claim, Evidence, Pattern } from '../../model/pattern.ts';
import type { Question } from '../../model/question.ts';
import { compile } from '../compiled.ts';
import { citationOf } from '../contributions.ts';
import type { Sheet } from '../proof/codes.ts';
import { type Dense, denseOf } from '../proof/dense.ts';
import { denseDecision } from '../proof/dense-decision.ts';
import { docketOf } from '../proof/docket.ts';
import { judgeAll, namesIn } from '../proof/judge-all.ts';
import { lineOf } from '../proof/lines.ts';
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
  const decision = knowledge.decisions.get(id);
  const patterns = (decision?.alternatives ?? []).flatMap((each) =>
    // The baseline of several picks stands for none of them: nothing is weighed for it.
    decision?.several && each.id === decision.baseline
      ? []
      : (knowledge.patterns.get(each.id) ?? []),
  );
  const driving = decision?.driving ?? [];
  const stage = stageFor(knowledge, { id, recommended }, given);
  const tried = patterns
    .flatMap((pattern) => [
      ...claimTrials(pattern, driving),
      ...evidenceTrials(pattern, knowledge, given),
    ])
    .map((trial) => tryOut(trial, stage));
  const hinges = tried.filter(({ atZero, atOpposite }) => atZero.changes || atOpposite?.changes);
  return { contested: tried.length, hinges };
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
  readonly dense: Dense;
  readonly questions: KnowledgeBase['questions'];
  /** The decision after those it hangs on, by index. */
  readonly chain: readonly number[];
  /** What is picked with the sentence as it stands. */
  readonly recommended: readonly string[];
  readonly sheet: Sheet;
  readonly pins: Pins;
}

function stageFor(
  knowledge: KnowledgeBase,
  { id, recommended }: Pick<DecisionAdvice, 'id' | 'recommended'>,
  { answers, pins }: Given,
): Stage {
  const dense = denseOf(knowledge);
  const line = lineOf(dense, dense.indexOf.get(id) ?? -1, pins);
  const chain = line.map(({ decision }) => decision.index);
  const questions = asAnswered(knowledge.questions, answers);
  return { dense, questions, chain, recommended, sheet: dense.codes.encode(answers), pins };
}

/** Without the choices that were not made: what they would do need not be compiled. */
function asAnswered(
  questions: KnowledgeBase['questions'],
  answers: Answers,
): KnowledgeBase['questions'] {
  const narrowed = [...questions.values()].map((question): Question => {
    const made = answers.get(question.id)?.choices;
    const choices = question.choices.filter((choice) => made?.includes(choice.id));
    return choices.length > 0 ? { ...question, choices } : question;
  });
  return new Map(narrowed.map((question) => [question.id, question]));
}

function tryOut({ said, atZero, atOpposite }: Trial, stage: Stage): Hinge {
  return {
    ...said,
    atZero: turnWith(atZero, stage),
    ...(atOpposite && { atOpposite: turnWith(atOpposite, stage) }),
  };
}

function turnWith(pattern: Pattern, stage: Stage): Turn {
  const { chain, recommended, sheet, pins } = stage;
  const dense = denseWith(pattern, stage);
  const docket = docketOf(
    dense,
    chain.map((index) => lineOf(dense, index, pins)),
  );
  const index = chain.at(-1) ?? -1;
  const { status = 'not-applicable', picks = 0 } =
    judgeAll(docket, sheet, { isExact: false }).get(index) ?? {};
  const picked = namesIn(picks, dense.decisions[index]?.alternatives ?? []);
  return { status, recommended: picked, changes: picked.join() !== recommended.join() };
}

/** Only the decisions of the chain that weigh the pattern are compiled anew. */
function denseWith(pattern: Pattern, { dense, questions, chain }: Stage): Dense {
  const { codes, indexOf } = dense;
  const own = dense.decisions.filter(
    ({ index, alternatives }) => chain.includes(index) && alternatives.includes(pattern.id),
  );
  const knowledge = {
    ...dense.knowledge,
    questions,
    patterns: new Map(dense.knowledge.patterns).set(pattern.id, pattern),
    decisions: new Map(own.map(({ compiled: { decision } }) => [decision.id, decision])),
  };
  const compiled = compile(knowledge).decisions;
  const decisions = dense.decisions.map((each) => {
    const anew = compiled.get(each.compiled.decision.id);
    const before = dense.decisions.slice(0, each.index);
    return anew ? denseDecision(anew, { codes, indexOf, decisions: before }) : each;
  });
  return { ...dense, knowledge, decisions };
}
