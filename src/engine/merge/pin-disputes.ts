import type { PinConsequence, PinDispute } from '../../model/merged.ts';
import { compile, withParents } from '../compiled.ts';
import { pickerOf } from '../picker.ts';
import { plainPin } from '../plain-answer.ts';
import { pinKey, type Topic } from './common-ground.ts';
import type { Room } from './decision-dispute.ts';
import { pickKey } from './variation.ts';

/** Pins that differ, and which picks they tell apart on the common ground. */
export function pinDisputesIn(room: Room): PinDispute[] {
  const { knowledge, ground } = room;
  return ground.pinDisputes.map((topic) => {
    const consequences = [...knowledge.decisions.keys()]
      .filter((id) => hangsOn(id, topic.id, room))
      .map((id) => consequenceOf(id, topic, room))
      .filter(({ follows }) => new Set(follows.map((each) => pickKey(each.recommended))).size > 1);
    return {
      decision: topic.id,
      said: topic.said.map(({ file, value }) => ({
        file,
        pin: plainPin(knowledge, topic.id, value),
      })),
      matters: consequences.map(({ decision }) => decision),
      consequences,
    };
  });
}

function hangsOn(id: string, parent: string, { knowledge }: Room): boolean {
  const chain = withParents(id, compile(knowledge).decisions);
  return chain.some(({ decision }) => decision.id === parent);
}

function consequenceOf(
  decision: string,
  { id, said }: Topic<readonly string[]>,
  { knowledge, ground, common }: Room,
): PinConsequence {
  const pins = new Map(said.map(({ value }) => [pinKey(value), value]));
  const follows = [...pins.values()].map((pin) => ({
    pin: plainPin(knowledge, id, pin),
    recommended: pickerOf(knowledge, decision, new Map([...ground.pins, [id, pin]]))(common)
      .recommended,
  }));
  return { decision, follows };
}
