import type { PinConsequence, PinDispute } from '../../model/merged.ts';
import { pickerOf } from '../advice/picker.ts';
import { plainPin } from '../advice/plain-answer.ts';
import type { DecisionEntry } from '../table/tables.ts';
import { pinKey, type Topic } from './common-ground.ts';
import type { MergeBasis } from './decision-dispute.ts';

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
