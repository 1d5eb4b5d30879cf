import type { Advice, DecisionAdvice } from '../model/advice.ts';
import type { AnswerSheet, Answers, Pins } from '../model/answers.ts';
import type { KnowledgeBase } from '../model/knowledge-base.ts';
import { type Compiled, compile } from './compiled.ts';
import { contradictionsIn } from './contradictions.ts';
import { decide } from './decide.ts';
import type { Finding } from './finding.ts';

export interface AdviceRequest extends Pick<AnswerSheet, 'system' | 'scope'> {
  readonly answers: Answers;
  readonly pins: Pins;
  /** The decisions asked for; all where it is empty. */
  readonly decisions: readonly string[];
}

/** Advice on one system: a pure function of the knowledge and what is answered. */
export function advise(knowledge: KnowledgeBase, request: AdviceRequest): Advice {
  const { pins, decisions: wanted, system, scope } = request;
  // A copy, as what is worked out for some answers is kept for as long as they are.
  const answers: Answers = new Map(request.answers);
  const decisions = decideAll(compile(knowledge), answers, pins);
  const isWanted = ({ id }: DecisionAdvice) => wanted.length === 0 || wanted.includes(id);
  return {
    version: 1,
    ...(system !== undefined && { system }),
    ...(scope !== undefined && { scope }),
    knowledge: { version: knowledge.version, sha256: knowledge.sha256 },
    answers: plainAnswers(knowledge, answers),
    pins: plainPins(knowledge, pins),
    unanswered: [...knowledge.questions.keys()].filter((id) => !answers.has(id)),
    contradictions: contradictionsIn(knowledge, answers),
    decisions: decisions.filter(isWanted),
  };
}

/** Later decisions hang on earlier ones, so all are decided, in their order. */
function decideAll(compiled: Compiled, answers: Answers, pins: Pins): DecisionAdvice[] {
  const findings = new Map<string, Finding>();
  return [...compiled.decisions.values()].map((each) => {
    const { advice, finding } = decide(each, { compiled, answers, pins, findings });
    findings.set(each.decision.id, finding);
    return advice;
  });
}

/** In the order of the questions: a number where one was given, a list where several may be picked. */
function plainAnswers({ questions }: KnowledgeBase, answers: Answers): Advice['answers'] {
  const entries = [...questions.values()].flatMap(({ id, several }) => {
    const answer = answers.get(id);
    if (answer === undefined) return [];
    return [[id, answer.number ?? (several ? answer.choices : (answer.choices[0] ?? ''))] as const];
  });
  return Object.fromEntries(entries);
}

function plainPins({ decisions }: KnowledgeBase, pins: Pins): Advice['pins'] {
  const entries = [...decisions.values()].flatMap(({ id, several }) => {
    const pin = pins.get(id);
    return pin === undefined ? [] : [[id, several ? pin : (pin[0] ?? '')] as const];
  });
  return Object.fromEntries(entries);
}
