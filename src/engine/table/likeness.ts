import type { DecisionTable, QualityRow } from './decision-table.ts';
import type { OwnEffect, QuestionColumns } from './question-columns.ts';

/** What a question has in a table beside its weights. */
type Named = Pick<QuestionColumns, 'effects' | 'literals'>;

/**
 * Finds the questions that do in a table with other quality rows what they do in one that is there: those with the same
 * conditions, and without a weight on a quality whose ratings differ. Where a sentence stands does not count.
 */
export function likeness(
  { qualities, byQuestion }: DecisionTable,
  rows: readonly QualityRow[],
): (question: number, named: Named) => QuestionColumns | undefined {
  const isComparable =
    rows.length === qualities.length &&
    rows.every(({ quality }, row) => quality === qualities[row]?.quality);
  if (!isComparable) return () => undefined;
  const changed = [...rows.keys()].filter((row) => !isRatedAlike(rows[row], qualities[row]));
  return (question, { effects, literals }) => {
    const known = byQuestion.get(question);
    if (known === undefined) return undefined;
    const isWeighed = known.weights.some((each) => changed.some((row) => each[row] !== 0));
    const isSame =
      !isWeighed &&
      isListedAlike(known.effects, effects, isEffectAlike) &&
      isListedAlike(known.literals, literals, isEqual);
    return isSame ? known : undefined;
  };
}

function isRatedAlike(one: QualityRow | undefined, other: QualityRow | undefined): boolean {
  return isEqual(one?.ratings ?? [], other?.ratings ?? []);
}

function isEffectAlike(one: OwnEffect, other: OwnEffect): boolean {
  return (
    one.alternative === other.alternative &&
    one.points === other.points &&
    one.rulesOut === other.rulesOut &&
    one.negated === other.negated &&
    isListedAlike(one.anyOf, other.anyOf, isEqual)
  );
}

function isEqual(one: readonly number[], other: readonly number[]): boolean {
  return isListedAlike(one, other, Object.is);
}

function isListedAlike<T>(
  one: readonly T[],
  other: readonly T[],
  isAlike: (one: T, other: T) => boolean,
): boolean {
  if (one.length !== other.length) return false;
  for (const [index, each] of one.entries()) {
    const against = other[index];
    if (against === undefined || !isAlike(each, against)) return false;
  }
  return true;
}
