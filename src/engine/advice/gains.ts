import { jointLevel } from '../decide/boolean.ts';
import type { Judged, Situation } from '../decide/judge.ts';
import type { AfterAnswer, Distribution } from '../decide/queries.ts';
import { commonChances } from './common-chances.ts';
import { impliedGain, implyingIn } from './implied-gain.ts';
import { diagramsOf, impurityOf, partOf } from './impurity.ts';
import { type LikelyOutcomes, likelyOutcomes } from './likely-outcomes.ts';

/**
 * By the index of a question how far its answer is expected to make the outcome less mixed. It may be a little below 0, as
 * picks and whether they apply are taken as independent, and an answer may imply what leaves more outcomes open.
 */
type Gains = ReadonlyMap<number, number>;

/**
 * The expected fall in the impurity of a decision for each question that matters to it, or implies something about one, technique by technique. That it
 * does not apply is an outcome like any other (docs/model.md, "Gains").
 */
export function gainsOf(judged: Judged, situation: Situation): Gains {
  const { applies, picks } = diagramsOf(judged);
  const applying = applies && likelyOutcomes(applies, situation);
  const gains = new Map<number, number>();
  const add = (own: Gains) => {
    for (const [question, gain] of own) gains.set(question, (gains.get(question) ?? 0) + gain);
  };
  for (const { diagram, table } of picks) {
    const own = likelyOutcomes(diagram, situation, table);
    add(applying ? gainsWhereApplying(own, applying, situation) : gainsIn(own));
  }
  if (applying) add(gainsIn(applying));
  for (const slot of implyingIn(judged, situation)) {
    gains.set(slot.index, impliedGain(slot, judged, situation));
  }
  return gains;
}

function gainsIn({ now, after }: LikelyOutcomes): Gains {
  const before = impurityOf(now);
  const gains = new Map<number, number>();
  for (const [question, { chances, distributions }] of after) {
    const expected = distributions.reduce(
      (sum, each, answer) => sum + (chances[answer] ?? 0) * impurityOf(each),
      0,
    );
    gains.set(question, Math.max(0, before - expected));
  }
  return gains;
}

/**
 * Two completions differ in their picks only if the decision applies in both: the impurity counts with the square of
 * that part. Picks and applying are taken as independent given the answer.
 */
function gainsWhereApplying(
  picks: LikelyOutcomes,
  applying: LikelyOutcomes,
  situation: Situation,
): Gains {
  const { tables } = situation;
  const { questions } = tables;
  const chances = commonChances(tables, situation, () => undefined);
  const [impurity, part] = [impurityOf(picks.now), partOf(applying.now)];
  const gains = new Map<number, number>();
  for (const question of new Set([...picks.after.keys(), ...applying.after.keys()])) {
    const slot = questions[question];
    if (slot === undefined) continue;
    const [own, other] = [picks.after.get(question), applying.after.get(question)];
    const level = jointLevel(slot, own?.level, other?.level);
    let expected = 0;
    chances(level).forEach((chance, index) => {
      const [pick = 0, apply = 0] = level.pairs[index] ?? [];
      expected +=
        chance *
        (other ? partOf(at(other, apply)) : part) ** 2 *
        (own ? impurityOf(at(own, pick)) : impurity);
    });
    gains.set(question, part ** 2 * impurity - expected);
  }
  return gains;
}

function at({ distributions }: AfterAnswer, answer: number): Distribution {
  return distributions[answer] ?? new Map();
}
