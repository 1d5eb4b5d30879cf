import { once } from '../../common/lazy.ts';
import { judge, type Situation } from '../decide/judge.ts';
import { PICKS } from '../decide/judge-table.ts';
import { completer } from '../table/completer.ts';
import type { AnswerMasks } from '../table/slots.ts';
import type { PinMasks } from '../table/tables.ts';

const SAMPLES = 64;
const SEED = 20_261_129;

/**
 * Whether a decision applies under one of some random completions and not under another, the same ones in each run; with
 * other pins where they are given. False says nothing.
 */
export function appliesEitherWay(
  situation: Situation,
): (index: number, pins?: PinMasks) => boolean {
  const { tables, answers } = situation;
  const complete = once(() => completer(tables.questions, answers, SEED));
  const drawn: AnswerMasks[] = [];
  const sampleAt = (place: number) => {
    while (drawn.length <= place) drawn.push(complete()());
    return drawn[place] ?? answers;
  };
  return (index, pins = situation.pins) => {
    const seen = new Set<string>();
    for (let place = 0; place < SAMPLES && seen.size < 2; place += 1) {
      const completed = { ...situation, pins, answers: sampleAt(place) };
      const judged = judge(completed, { decisions: [index], depth: PICKS }).get(index);
      if (judged) seen.add(judged.applicability.applies);
    }
    return seen.size === 2;
  };
}
