import type { AnswerSheet } from '../../model/answers.ts';
import type { PickOfSide } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { situationOf } from '../advice/advise.ts';
import { type Judged, judge, type Situation, THOROUGH } from '../decide/judge.ts';
import { PICKS } from '../decide/judge-table.ts';
import { namesOf } from '../table/masks.ts';
import { appliesEitherWay } from './applies-either-way.ts';
import { type Known, knownTo } from './known-to.ts';

/** A sheet under a knowledge base, and what comes of it. */
export interface Stage {
  readonly knowledge: KnowledgeBase;
  readonly known: Known;
  readonly situation: Situation;
  /** By the id of the decision; what an open pick depends on is not worked out. */
  readonly judged: ReadonlyMap<string, Judged>;
}

export function stageOf(knowledge: KnowledgeBase, sheet: AnswerSheet): Stage {
  const known = knownTo(knowledge, sheet);
  const situation = situationOf(knowledge, known);
  const judged = judgeAll(situation).map((each) => [each.entry.decision.id, each] as const);
  return { knowledge, known, situation, judged: new Map(judged) };
}

/**
 * Picks need no diagrams. Where it takes very large ones to see whether a decision applies, examples may show that this is
 * undecided; else as many calls are spent on it as `recommend` spends.
 */
function judgeAll(situation: Situation): Judged[] {
  const quick = [...judge(situation, { depth: PICKS }).values()];
  const bounded = quick
    .filter(({ applicability }) => applicability.isBounded)
    .map(({ entry }) => entry.index);
  if (bounded.length === 0) return quick;
  const shown = appliesEitherWay(situation, bounded);
  const decisions = bounded.filter((index) => !shown.has(index));
  const thorough = judge(situation, { decisions, depth: THOROUGH });
  return quick.map((each) => thorough.get(each.entry.index) ?? each);
}

export function judgedIn({ judged }: Stage, id: string): Judged {
  const found = judged.get(id);
  if (found === undefined) throw new Error(`Nothing is known of ${id}`);
  return found;
}

export function pickOf({ entry, status, picks, isPinned, applicability }: Judged): PickOfSide {
  return {
    status,
    recommended: namesOf(picks, entry.alternatives),
    applies: applicability.applies,
    pinned: isPinned,
  };
}

/** The same alternatives; nothing is picked where a decision does not apply, where nothing fits, and where no technique is worth it. */
export function isSamePick(one: PickOfSide, other: PickOfSide): boolean {
  return pickWord(one) === pickWord(other);
}

function pickWord({ status, recommended }: PickOfSide): string {
  if (status === 'not-applicable' || status === 'infeasible') return `(${status})`;
  return recommended.toSorted().join();
}

/** The same pick, as certain, of a decision that applies as certainly. */
export function isSame(one: PickOfSide, other: PickOfSide): boolean {
  return isSamePick(one, other) && one.status === other.status && one.applies === other.applies;
}
