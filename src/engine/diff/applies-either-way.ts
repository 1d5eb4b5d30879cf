import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { judge, type Situation } from '../decide/judge.ts';
import { PICKS } from '../decide/judge-table.ts';
import { legalAnswers } from '../table/legal-answers.ts';

const SAMPLES = 64;
const SEED = 20_261_129;

/**
 * Those of some decisions that apply under one way to answer what is open and not under another: found among random
 * completions, the same in each run.
 */
export function appliesEitherWay(
  situation: Situation,
  decisions: readonly number[],
): ReadonlySet<number> {
  const seen = new Map<number, Set<string>>(decisions.map((index) => [index, new Set()]));
  const isFound = (index: number) => seen.get(index)?.size === 2;
  const complete = completer(situation);
  for (let sample = 0; sample < SAMPLES && !decisions.every(isFound); sample += 1) {
    const completed = { ...situation, answers: complete() };
    for (const [index, { applicability }] of judge(completed, { decisions, depth: PICKS })) {
      seen.get(index)?.add(applicability.applies);
    }
  }
  return new Set(decisions.filter(isFound));
}

/** Draws an answer to each open question. */
function completer({ tables, answers }: Situation): () => Int32Array {
  const generator = xoroshiro128plus(SEED);
  const open = tables.questions.filter(({ index }) => answers[index] === 0);
  const legal = open.map((slot) => ({ index: slot.index, sets: legalAnswers(slot) }));
  return () => {
    const completed = answers.slice();
    for (const { index, sets } of legal) {
      completed[index] = sets[uniformInt(generator, 0, sets.length - 1)] ?? 0;
    }
    return completed;
  };
}
