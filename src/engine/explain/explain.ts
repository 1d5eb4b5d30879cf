import { FEW_DECISIONS, saysSomething } from '../../common/decided.ts';
import { largest } from '../../common/lists.ts';
import { citationOf } from '../../common/ratings.ts';
import type { DecisionAdvice, Sacrifice } from '../../model/advice.ts';
import type {
  DecisionExplanation,
  ExplainedSacrifice,
  Explanation,
  Hurt,
  RuledOut,
  Warning,
} from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Question } from '../../model/question.ts';
import { type AdviceRequest, adviceHead, conflictsLeft } from '../advice/advise.ts';
import { decisionAdvice } from '../advice/decision-advice.ts';
import { sharesOf } from '../advice/shares.ts';
import { type Case, caseOf, judgeWanted, situationOf, truthIn } from '../advice/situation.ts';
import { type Judged, THOROUGH } from '../decide/judge.ts';
import { jointPicks } from '../joint/joint-picks.ts';
import { sourcesOf } from '../table/implied.ts';
import { has } from '../table/masks.ts';
import { isOpen } from '../table/slots.ts';
import { decidingTables, questionsIn } from '../table/tables.ts';
import { contrastsOf, type Wanted } from './contrasts.ts';
import { hingesOf } from './hinges.ts';
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
  const joint = jointPicks(situation, { judged, calls: THOROUGH.calls });
  const given = caseOf(situation, joint);
  const advised = judged
    .map((each) => ({ judged: each, advice: decisionAdvice(each, given) }))
    .filter(({ advice }) => isAllWanted || saysSomething(advice));
  return {
    ...adviceHead(knowledge, request),
    decisions: advised.map((each) => explainDecision(each, request, given)),
    ...conflictsLeft(situation, request.decisions, joint),
  };
}

/** A decision as it was judged, and the advice on it. */
interface Advised {
  readonly judged: Judged;
  readonly advice: DecisionAdvice;
}

function explainDecision(
  { judged, advice }: Advised,
  request: ExplainRequest,
  given: Case,
): DecisionExplanation {
  const { tables, pins } = given;
  const { decision } = judged.entry;
  const { several, appliesWhen, baseline } = decision;
  const own = questionsIn(decidingTables(judged.entry, pins, tables));
  const sources = tables.implying.filter(({ slot }) => own.includes(slot)).flatMap(sourcesOf);
  const answered = [...new Set([...own, ...sources])].filter((slot) => given.given[slot] !== 0);
  const sufficient = sufficientAnswers(judged, given.given, {
    idsOf: given.idsOf,
    implying: tables.implying,
  });
  return {
    ...verdictOf(advice),
    several,
    ...(several && baseline !== undefined && { baseline }),
    ...(appliesWhen.length > 0 && { appliesWhen: appliesWhen.map(({ text }) => text) }),
    openQuestions: given.idsOf(own.filter((slot) => isOpen(given.answers[slot]))),
    answersTouching: answered.length,
    ...(advice.status === 'open' && { shares: sharesOf(judged) }),
    contrasts: contrastsOf({ judged, advice }, request, given),
    ruledOut: advice.ranking.flatMap(({ alternative, excludedBy }) =>
      excludedBy.map((exclusion): RuledOut => ({ alternative, ...exclusion })),
    ),
    ...(sufficient && { sufficient }),
    ...hingesOf(judged, given),
    givesUp: advice.givesUp.map((each) => withHurts(each, given)),
    beware: warningsOn(advice, given),
  };
}

function verdictOf({ ranking: _, givesUp: __, appliesAsPicked: ___, ...advice }: DecisionAdvice) {
  return advice;
}

/** What is given up, with the answers that make its quality weigh: those given, and those that still may be. */
function withHurts(sacrifice: Sacrifice, { tables, answers }: Case): ExplainedSacrifice {
  const hurts = [...tables.knowledge.questions.values()]
    .flatMap((question, index) => hurtBy(question, sacrifice.quality, answers[index] ?? 0))
    .sort((a, b) => b.weight - a.weight);
  return hurts.length === 0 ? sacrifice : { ...sacrifice, hurtsWhen: hurts };
}

/** An answer given that adds nothing keeps the question from hurting. */
function hurtBy({ id, choices }: Question, quality: string, answer: number): Hurt[] {
  const weighing = choices
    .map((choice) => ({ id: choice.id, weight: choice.weights.get(quality) ?? 0 }))
    .filter(({ weight }, place) => weight > 0 && (answer === 0 || has(Math.abs(answer), place)));
  if (weighing.length === 0) return [];
  const weights = weighing.map(({ weight }) => weight);
  return [
    {
      question: id,
      choices: weighing.map((choice) => choice.id),
      weight: isOpen(answer) ? largest(weights) : weights.reduce((sum, weight) => sum + weight, 0),
      state: isOpen(answer) ? 'open' : 'given',
    },
  ];
}

/** What the documents of the picks say to avoid, where that may still turn out to be so. */
function warningsOn({ recommended }: Pick<DecisionAdvice, 'recommended'>, given: Case): Warning[] {
  const { patterns } = given.tables.knowledge;
  return recommended.flatMap((alternative) =>
    (patterns.get(alternative)?.evidence ?? []).flatMap((evidence): Warning[] => {
      const { kind, condition } = evidence;
      const isPossible = kind === 'avoid-when' && truthIn(condition, given) === 'sometimes';
      if (condition === undefined || !isPossible) return [];
      return [{ ...citationOf(evidence), alternative, because: condition.text }];
    }),
  );
}
