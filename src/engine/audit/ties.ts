import { picksIn } from './completion.ts';
import { randomDigits, type Stage } from './stage.ts';

/** How many of the picks under random complete answers are exact ties, in thousandths. */
export function shareOfTies(stage: Stage, samples: number): number {
  const chain = [...stage.compiled.decisions.values()];
  let [picks, ties] = [0, 0];
  for (let sample = 0; sample < samples; sample += 1) {
    const completion = stage.complete(randomDigits(stage));
    const all = picksIn(chain, new Map(), completion);
    for (const { decision } of chain.filter((each) => !each.decision.several)) {
      const winners = all.get(decision.id);
      if (winners === undefined) continue;
      picks += 1;
      if (winners.length > 1) ties += 1;
    }
  }
  return picks === 0 ? 0 : Math.round((1000 * ties) / picks);
}
