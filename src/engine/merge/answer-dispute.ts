import type { Answer } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { AnswerDispute, Consequence, SettledDispute } from '../../model/merged.ts';
import { plainAnswer } from '../advice/plain-answer.ts';
import { namesOf } from '../table/masks.ts';
import { answerKey, type Topic } from './common-ground.ts';
import { type DecisionDispute, questionsAt } from './decision-dispute.ts';
import { optionOf } from './dispute.ts';
import type { Influence } from './variation.ts';

/** A question that is answered differently, with what it does in each decision. */
export function answerDispute(
  topic: Topic<Answer>,
  all: readonly DecisionDispute[],
  knowledge: KnowledgeBase,
): AnswerDispute {
  const withInfluence = (wanted: Influence) =>
    all.filter(({ disputes, variation: { influences } }) => {
      const place = disputes.findIndex(({ question }) => question === topic.id);
      return influences[place] === wanted;
    });
  const consequences = withInfluence('answer').map((each) => consequenceOf(topic, each, knowledge));
  return {
    ...saidIn(topic, knowledge),
    matters: consequences.map(({ decision }) => decision),
    neededFor: withInfluence('settling').map(({ entry }) => entry.decision.id),
    consequences,
  };
}

function consequenceOf(
  topic: Topic<Answer>,
  { entry, disputes, variation }: DecisionDispute,
  knowledge: KnowledgeBase,
): Consequence {
  const { decision, alternatives } = entry;
  const place = disputes.findIndex(({ question }) => question === topic.id);
  const [dispute, following] = [disputes[place], variation.follows[place]];
  const picksWith = (answer: Answer) =>
    (dispute && following?.picks[optionOf(answer, dispute) - 1]) ?? [];
  return {
    decision: decision.id,
    with: questionsAt(following?.with ?? [], disputes),
    follows: answersIn(topic).map((answer) => ({
      answer: plainAnswer(knowledge, topic.id, answer),
      picks: picksWith(answer).map((pick) => namesOf(pick, alternatives)),
    })),
  };
}

/** Each different answer once, in the order of the files; a number stands beside its band. */
function answersIn({ said }: Topic<Answer>): Answer[] {
  const keyOf = (answer: Answer) => `${answer.number ?? ''} ${answerKey(answer)}`;
  return [...new Map(said.map(({ value }) => [keyOf(value), value])).values()];
}

export function saidIn({ id, said }: Topic<Answer>, knowledge: KnowledgeBase): SettledDispute {
  return {
    question: id,
    said: said.map(({ file, value }) => ({ file, answer: plainAnswer(knowledge, id, value) })),
  };
}
