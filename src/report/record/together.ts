import type { DecisionAdvice } from '../../model/advice.ts';
import { listed } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import type { RecordView } from './record-view.ts';

/** The decisions that a joint pick has to fit, or follows. */
export function otherDecisions({ id, joint }: Pick<DecisionAdvice, 'id' | 'joint'>): string[] {
  const named = [
    ...(joint?.because.flatMap(({ decisions }) => decisions) ?? []),
    ...(joint?.follows ?? []),
  ];
  return [...new Set(named)].filter((other) => other !== id);
}

/** Why something else is recommended than the decision would pick by itself, and what it would be. */
export function togetherText({ decision, names }: RecordView): string {
  const { id, joint } = decision;
  if (joint === undefined) return '';
  const { because, instead, loses } = joint;
  if (because.length === 0) {
    return `it follows from ${listed(otherDecisions(decision).map(names.decision), 'and')}`;
  }
  const why = because.map(({ picks, because: reason }) => {
    const others = Object.entries(picks).filter(([other]) => other !== id);
    const named = others.map(
      ([other, ids]) => `${names.decision(other)}: ${listed(ids.map(names.alternative), 'and')}`,
    );
    return `${named.length === 0 ? 'the other decisions' : listed(named, 'and')} (${reason})`;
  });
  const own = instead.length === 0 ? 'nothing' : names.alternatives(instead);
  const ahead = loses !== undefined && loses > 0 ? `, ahead by ${count(loses, 'point')}` : '';
  return `it has to fit ${listed(why, 'and')}. By itself, the choice would be ${own}${ahead}`;
}
