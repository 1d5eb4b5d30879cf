import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { OutcomeShare, Shares } from '../../src/model/verdict.ts';
import type { Situation } from './engine-brute-force.ts';
import { countedOutcomes } from './engine-reachable.ts';

/** The shares of docs/model.md, "Shares", exactly: by the outcomes of all completions, however many. */
export function exactShares(
  knowledge: KnowledgeBase,
  decision: Decision,
  situation: Situation,
): Shares {
  const isPinned = situation.pins.has(decision.id);
  return sharesBy(countedOutcomes(knowledge, decision, situation), decision, isPinned);
}

/** Techniques have a share each; what is picked where none of them is has none, unless it is pinned. */
export function sharesBy(
  counts: ReadonlyMap<string, number>,
  { alternatives, several, baseline }: Decision,
  isPinned: boolean,
): Shares {
  const weighed = alternatives.filter(({ id }) => !several || isPinned || id !== baseline);
  const shares = weighed.map(({ id }) => ({
    alternative: id,
    share: shareOf(counts, (outcome) => outcome.split(' ').includes(id)),
  }));
  return {
    sampled: false,
    shares: shares.filter(({ share }) => share > 0),
    ...(!several && { outcomes: outcomesBy(counts, alternatives) }),
  };
}

/** Each outcome by itself, the most frequent first, equal ones in the order of the alternatives. */
function outcomesBy(
  counts: ReadonlyMap<string, number>,
  alternatives: Decision['alternatives'],
): OutcomeShare[] {
  const places = new Map(alternatives.map(({ id }, place) => [id, place]));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const outcomes = [...counts].map(([outcome, count]) => {
    const winners = outcome.split(' ').filter((id) => places.has(id));
    const rank = winners.reduce((sum, id) => sum + 2 ** (places.get(id) ?? 0), 0);
    return { winners, share: thousandthsOf(count, all), rank };
  });
  return outcomes
    .sort((a, b) => b.share - a.share || a.rank - b.rank)
    .map(({ winners, share }) => ({ winners, share }));
}

/** Of the completions with an outcome that is meant, in thousandths. */
export function shareOf(
  counts: ReadonlyMap<string, number>,
  isMeant: (outcome: string) => boolean,
): number {
  let [inside, all] = [0, 0];
  for (const [outcome, count] of counts) {
    all += count;
    if (isMeant(outcome)) inside += count;
  }
  return thousandthsOf(inside, all);
}

/** Rounded, but not to nothing and not to all where it is neither. */
export function thousandthsOf(inside: number, all: number): number {
  if (inside === 0 || inside === all) return inside === 0 ? 0 : 1_000;
  return Math.min(999, Math.max(1, Math.round((1_000 * inside) / all)));
}
