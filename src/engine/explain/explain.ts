import type { Advice, DecisionAdvice } from '../../model/advice.ts';
import type { Answers } from '../../model/answers.ts';
import type { Decision } from '../../model/decision.ts';
import type {
  Contrast,
  DecisionExplanation,
  Explanation,
  RuledOut,
} from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { FEW_DECISIONS, saysSomething } from '../../model/says-something.ts';
import { type AdviceRequest, advise } from '../advise.ts';
import { lowestLead } from '../lowest-lead.ts';
import { sharesOf } from '../shares.ts';
import { questionsTouching } from '../touching.ts';
import { contrastsOf, type Wanted } from './contrasts.ts';
import { hingesOf } from './hinges.ts';
import { warningsOn, withHurts } from './hurts.ts';
import { sufficientAnswers } from './sufficient.ts';
import { withWeightParts } from './weight-parts.ts';

/** Without decisions, those about which there is something to tell; with `every`, all of them. */
export interface ExplainRequest extends AdviceRequest, Wanted {}

/** The reasons for the advice on one system, as data (MODEL.md, section 5): a pure function of what `advise` takes. */
export function explain(knowledge: KnowledgeBase, request: ExplainRequest): Explanation {
  const advice = advise(knowledge, request);
  const isAllTold =
    request.decisions.length > 0 ||
    request.every === true ||
    knowledge.decisions.size <= FEW_DECISIONS;
  return {
    ...headOf(advice),
    decisions: advice.decisions
      .filter((each) => isAllTold || saysSomething(each))
      .map((each) => explainDecision(each, knowledge, request)),
  };
}

function headOf({ system, scope, ...advice }: Advice): Omit<Explanation, 'decisions'> {
  return {
    version: advice.version,
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    knowledge: advice.knowledge,
    answers: advice.answers,
    pins: advice.pins,
    unanswered: advice.unanswered,
    contradictions: advice.contradictions,
  };
}

function explainDecision(
  advice: DecisionAdvice,
  knowledge: KnowledgeBase,
  request: ExplainRequest,
): DecisionExplanation {
  const { ranking, givesUp } = advice;
  const { answers } = request;
  const decision = decisionIn(knowledge, advice.id);
  const touching = questionsTouching(knowledge, advice.id);
  const sufficient = sufficientAnswers(knowledge, advice, request);
  const shares = advice.status === 'open' && sharesOf(knowledge, advice.id, request);
  const { several, appliesWhen } = decision;
  return {
    ...verdictOf(advice),
    several,
    ...(several && decision.baseline !== undefined && { baseline: decision.baseline }),
    ...(appliesWhen.length > 0 && { appliesWhen: appliesWhen.map(({ text }) => text) }),
    openQuestions: touching.filter((id) => !answers.has(id)),
    answersTouching: touching.filter((id) => answers.has(id)).length,
    ...(shares && { shares }),
    contrasts: contrastsOf(advice, decision, request).map((each) =>
      completed(each, { knowledge, decision: advice.id, answers }),
    ),
    ruledOut: ranking.flatMap(({ alternative, excludedBy }) =>
      excludedBy.map((exclusion): RuledOut => ({ alternative, ...exclusion })),
    ),
    ...(sufficient && { sufficient }),
    ...hingesOf(knowledge, advice, request),
    givesUp: givesUp.map((each) => withHurts(each, knowledge, answers)),
    beware: warningsOn(advice, knowledge, answers),
  };
}

function verdictOf(advice: DecisionAdvice) {
  const { below, dependsOnBounded, hangsOn, mayNotApply } = advice;
  return {
    id: advice.id,
    title: advice.title,
    ask: advice.ask,
    ...(below !== undefined && { below }),
    pinned: advice.pinned,
    status: advice.status,
    recommended: advice.recommended,
    dependsOn: advice.dependsOn,
    ...(dependsOnBounded && { dependsOnBounded }),
    ...(hangsOn && { hangsOn }),
    ...(mayNotApply && { mayNotApply }),
  };
}

interface Circumstances {
  readonly knowledge: KnowledgeBase;
  readonly decision: string;
  readonly answers: Answers;
}

/** With the least lead, and with what its weights are made of. */
function completed(contrast: Contrast, { knowledge, decision, answers }: Circumstances): Contrast {
  const { alternative, over } = contrast;
  const rivalry = { decision, alternative, ...(over && { over: over.alternative }) };
  const lowest = lowestLead(knowledge, rivalry, answers);
  return {
    ...contrast,
    ...(lowest !== undefined && { lowestLead: lowest }),
    entries: contrast.entries.map((entry) => withWeightParts(entry, knowledge)),
  };
}

function decisionIn({ decisions }: KnowledgeBase, id: string): Decision {
  const decision = decisions.get(id);
  if (decision === undefined) throw new Error(`There is no decision ${id}`);
  return decision;
}
