import { plainAnswer, plainPin } from '../../common/plain-answers.ts';
import type { Answer } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type {
  AnswerDispute,
  Consequence,
  PinConsequence,
  PinDispute,
  SettledDispute,
} from '../../model/merged.ts';
import { pickerOf } from '../advice/verdicts.ts';
import { namesOf } from '../table/masks.ts';
import type { DecisionEntry } from '../table/tables.ts';
import { answerKey, pinKey, type Topic } from './common-ground.ts';
import { type DecisionDispute, type MergeBasis, questionsAt } from './decision-dispute.ts';
import { type Influence, optionOf } from './dispute.ts';

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

/** Pins that differ, and what each of them does to the common ground. */
export function pinDisputesIn(basis: MergeBasis): PinDispute[] {
  const { knowledge, ground, situation } = basis;
  const { decisions, indexOf } = situation.tables;
  return ground.pinDisputes.map((topic) => {
    const own = indexOf.get(topic.id) ?? -1;
    const isTouched = ({ index, parents }: DecisionEntry) => index === own || parents.includes(own);
    const effects = decisions
      .filter(isTouched)
      .map(({ decision }) => effectOn(decision.id, topic, basis));
    const consequences = effects.flatMap(({ consequence, picks }) =>
      new Set(picks).size > 1 ? [consequence] : [],
    );
    const needing = effects.filter(
      ({ picks, unpinned }) => new Set(picks).size === 1 && picks[0] !== unpinned,
    );
    return {
      decision: topic.id,
      said: topic.said.map(({ file, value }) => ({
        file,
        pin: plainPin(knowledge, topic.id, value),
      })),
      matters: consequences.map(({ decision }) => decision),
      neededFor: needing.map(({ consequence }) => consequence.decision),
      consequences,
    };
  });
}

/** What a decision comes to with each of the pins, and without any; picks as words. */
interface Effect {
  readonly consequence: PinConsequence;
  readonly picks: readonly string[];
  readonly unpinned: string;
}

function effectOn(
  decision: string,
  { id, said }: Topic<readonly string[]>,
  { knowledge, ground, common }: MergeBasis,
): Effect {
  const pins = new Map(said.map(({ value }) => [pinKey(value), value]));
  const follows = [...pins.values()].map((pin) => ({
    pin: plainPin(knowledge, id, pin),
    recommended: pickerOf(knowledge, decision, new Map([...ground.pins, [id, pin]]))(common)
      .recommended,
  }));
  return {
    consequence: { decision, follows },
    picks: follows.map(({ recommended }) => recommended.join(' ')),
    unpinned: pickerOf(knowledge, decision, ground.pins)(common).recommended.join(' '),
  };
}
