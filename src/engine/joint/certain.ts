import type { CombinationMasks } from '../table/combination-masks.ts';
import { type JointPart, partsJoinedBy } from '../table/joint-parts.ts';
import { truthOfBreak } from './break-truth.ts';
import { isSearchCertain } from './certain-search.ts';
import { concerned } from './search.ts';
import { decisionOf, type Ground, type Trial, trialWith } from './trial.ts';

/**
 * The decisions of a part in which no answer to an open question can change what is recommended, as far as changes go. The
 * part is cut into smaller ones by the combinations that may be broken under some completion, as the search cuts it by those
 * that are broken now. In some of them the search is certain; what it may change in the others is unknown. Where that, or the
 * certain changes, may break a further combination, it joins the others, and all starts again.
 */
export function certainIn(chosen: Trial, root: Trial, ground: Ground): ReadonlySet<number> {
  const { part, picks } = ground;
  const { joints } = picks.situation.tables;
  const isPossible = (trial: Trial, unknown?: ReadonlySet<number>) => (each: CombinationMasks) =>
    truthOfBreak(each, trial, picks, unknown) !== 'never';
  let joining = part.combinations.filter(isPossible(root));
  for (;;) {
    const parts = partsJoinedBy(joining, joints());
    const certain = parts.filter((each) => isCertainIn(each, chosen, root, ground));
    if (!certain.some((each) => isConcerned(each, chosen))) return new Set();
    const others = parts.filter((each) => !certain.includes(each));
    const unknown = new Set(others.flatMap((each) => changeableIn(each, ground)));
    const steady = trialWith(changesIn(certain, chosen), ground);
    const fresh = part.combinations.filter(
      (each) => !joining.includes(each) && isPossible(steady, unknown)(each),
    );
    if (fresh.length === 0) return without(others, part.decisions);
    joining = [...joining, ...fresh];
  }
}

/** Something is changed in it or stays broken; other parts do not need the check. */
function isConcerned(part: JointPart, chosen: Trial): boolean {
  const { combinations } = part;
  return (
    changesIn([part], chosen).length > 0 ||
    chosen.broken.some((each) => combinations.includes(each))
  );
}

function isCertainIn(part: JointPart, chosen: Trial, root: Trial, { picks }: Ground): boolean {
  const ground = { part, picks };
  return isSearchCertain(trialWith(changesIn([part], chosen), ground), root.states, ground);
}

function changesIn(parts: readonly JointPart[], { changes }: Trial): readonly number[] {
  return changes.filter((change) =>
    parts.some(({ decisions }) => decisions.includes(decisionOf(change))),
  );
}

/** What a search may change, and all that depends on it. */
function changeableIn({ combinations, decisions }: JointPart, ground: Ground): number[] {
  const changed = new Set(combinations.flatMap((each) => concerned(each, ground)));
  const all = ground.picks.situation.tables.decisions;
  const isAfter = (index: number) => all[index]?.parents.some((parent) => changed.has(parent));
  return decisions.filter((index) => changed.has(index) || isAfter(index));
}

function without(parts: readonly JointPart[], decisions: readonly number[]): ReadonlySet<number> {
  const left = new Set(decisions);
  for (const part of parts) for (const index of part.decisions) left.delete(index);
  return left;
}
