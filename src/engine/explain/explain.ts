import { FEW_DECISIONS, saysSomething } from '../../common/decided.ts';
import type { DecisionAdvice } from '../../model/advice.ts';
import type {
  Contrast,
  ContrastEntry,
  DecisionExplanation,
  Explanation,
  RuledOut,
} from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import {
  type AdviceRequest,
  adviceHead,
  caseOf,
  judgeWanted,
  situationOf,
} from '../advice/advise.ts';
import { type Case, decisionAdvice } from '../advice/decision-advice.ts';
import { picksUnder } from '../advice/picks-under.ts';
import { sharesOf } from '../advice/shares.ts';
import type { Judged, Situation } from '../decide/judge.ts';
import { decidingTables, questionsIn } from '../table/tables.ts';
import { contrastsOf, type Wanted } from './contrasts.ts';
import { hingesOf } from './hinges.ts';
import { warningsOn, withHurts } from './hurts.ts';
import { lowestLead } from './lowest-lead.ts';
import { sufficientAnswers } from './sufficient.ts';

/** Without decisions, those about which there is something to report; with `every`, all of them. */
export interface ExplainRequest extends AdviceRequest, Wanted {}

/** The reasons for the advice on one system, as data: a pure function of what `advise` takes. */
export function explain(knowledge: KnowledgeBase, request: ExplainRequest): Explanation {
  const situation = situationOf(knowledge, request);
  const isAllWanted =
    request.decisions.length > 0 ||
    request.every === true ||
    knowledge.decisions.size <= FEW_DECISIONS;
  const judged = [...judgeWanted(situation, request.decisions).values()];
  const given = caseOf(situation, picksUnder(situation, judged));
  const advised = judged
    .map((each) => ({ judged: each, advice: decisionAdvice(each, given) }))
    .filter(({ advice }) => isAllWanted || saysSomething(advice));
  return {
    ...adviceHead(knowledge, request),
    decisions: advised.map((each) => explainDecision(each, { request, situation, given })),
  };
}

/** A decision as it was judged, and the advice on it. */
interface Advised {
  readonly judged: Judged;
  readonly advice: DecisionAdvice;
}

interface Explaining {
  readonly request: ExplainRequest;
  readonly situation: Situation;
  readonly given: Case;
}

function explainDecision({ judged, advice }: Advised, explaining: Explaining): DecisionExplanation {
  const { request, situation, given } = explaining;
  const { tables, answers, pins } = situation;
  const { decision } = judged.entry;
  const { several, appliesWhen, baseline } = decision;
  const touching = given.idsOf(questionsIn(decidingTables(judged.entry, pins, tables)));
  const sufficient = sufficientAnswers(judged, answers, given.idsOf);
  return {
    ...verdictOf(advice),
    several,
    ...(several && baseline !== undefined && { baseline }),
    ...(appliesWhen.length > 0 && { appliesWhen: appliesWhen.map(({ text }) => text) }),
    openQuestions: touching.filter((id) => !request.answers.has(id)),
    answersTouching: touching.filter((id) => request.answers.has(id)).length,
    ...(advice.status === 'open' && { shares: sharesOf(judged) }),
    contrasts: contrastsOf(advice, decision, request).map((each) =>
      completed(each, judged, explaining),
    ),
    ruledOut: advice.ranking.flatMap(({ alternative, excludedBy }) =>
      excludedBy.map((exclusion): RuledOut => ({ alternative, ...exclusion })),
    ),
    ...(sufficient && { sufficient }),
    ...hingesOf(judged, situation),
    givesUp: advice.givesUp.map((each) => withHurts(each, tables.knowledge, request.answers)),
    beware: warningsOn(advice, situation),
  };
}

function verdictOf({ ranking: _, givesUp: __, appliesAsPicked: ___, ...advice }: DecisionAdvice) {
  return advice;
}

/** With the least lead, and with what its weights are made of. */
function completed(
  contrast: Contrast,
  { entry }: Judged,
  { situation: { tables, answers } }: Explaining,
): Contrast {
  const { alternative, over } = contrast;
  const rivalry = { alternative, ...(over && { over: over.alternative }) };
  const lowest = lowestLead(entry.tables(), rivalry, answers);
  return {
    ...contrast,
    ...(lowest !== undefined && { lowestLead: lowest }),
    entries: contrast.entries.map((entry) => withWeightParts(entry, tables.knowledge)),
  };
}

/** The entry with what each of its reasons adds to the weight of its quality. */
function withWeightParts(
  entry: ContrastEntry,
  { qualities, questions }: KnowledgeBase,
): ContrastEntry {
  if (entry.kind !== 'quality') return entry;
  const { quality, because } = entry;
  const weightParts = because.map((reason) => {
    if (reason === 'base') return qualities.get(quality)?.weight ?? 0;
    const { choices = [] } = questions.get(reason.question) ?? {};
    return choices.find(({ id }) => id === reason.choice)?.weights.get(quality) ?? 0;
  });
  return { ...entry, weightParts };
}
