import { once } from '../../common/lazy.ts';
import { type JointPart, partsJoinedBy } from '../table/joint-parts.ts';
import { certainIn } from './certain.ts';
import { bestOf, fewestChanges, MOST_TRIED, searchOf } from './search.ts';
import { type Change, type Ground, type Trial, trialWith } from './trial.ts';

/** What is recommended in one part of the decisions. */
export interface PartChoice {
  readonly ground: Ground;
  /** Without a change. */
  readonly root: Trial;
  /** What is recommended. */
  readonly chosen: Trial;
  /** The smaller parts in which it was looked for, each by itself. */
  readonly tried: readonly TriedPart[];
  /** Whether no answer to an open question can change what is recommended in a decision. */
  readonly isCertain: (index: number) => boolean;
}

export interface TriedPart {
  readonly part: JointPart;
  /** Undefined if there were too many sets of picks to try. */
  readonly changes: readonly Change[] | undefined;
}

/**
 * The best set of changes. Combinations that nothing breaks join no decisions, so that what the others join is searched by
 * itself. Where what was found still breaks one of those, it joins the others, and the search starts again: at the end
 * nothing is broken but what is left in one of the smaller parts, and no set of changes can be better than the best of each.
 */
export function choiceIn(ground: Ground): PartChoice {
  const { joints } = ground.picks.situation.tables;
  const root = trialWith([], ground);
  const known = new Map<string, TriedPart>();
  let [chosen, joining] = [root, root.broken];
  let tried: readonly TriedPart[] = [];
  for (let fresh = root.broken; fresh.length > 0; ) {
    tried = partsJoinedBy(joining, joints()).map((part) => triedIn(part, ground, known));
    chosen = trialWith(
      tried.flatMap(({ changes = [] }) => changes),
      ground,
    );
    fresh = chosen.broken.filter((each) => !joining.includes(each));
    joining = [...joining, ...fresh];
  }
  const isComplete = !ground.picks.situation.answers.includes(0);
  const certain = once(() => certainIn(chosen, root, ground));
  const isCertain = (index: number) => isComplete || certain().has(index);
  return { ground, root, chosen, tried, isCertain };
}

/** What joins the same combinations is searched once. */
function triedIn(part: JointPart, ground: Ground, known: Map<string, TriedPart>): TriedPart {
  const key = part.combinations.map(({ index }) => index).join();
  const tried = known.get(key) ?? { part, changes: bestIn(part, ground) };
  known.set(key, tried);
  return tried;
}

/** The changes in what some combinations join; undefined if that is too much to search. */
function bestIn(part: JointPart, { picks }: Ground): readonly Change[] | undefined {
  const ground = { part, picks };
  const found = fewestChanges(searchOf(ground, MOST_TRIED));
  return found && bestOf(found.trials, trialWith([], ground).states, ground).changes;
}
