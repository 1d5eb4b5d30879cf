import { addAll } from '../../common/lists.ts';
import type { Answer, AnswerSheet } from '../../model/answers.ts';
import type { PickOfSide } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { type Given, situationOf } from '../advice/situation.ts';
import { type Judged, judge, QUICK, type Situation, THOROUGH } from '../decide/judge.ts';
import { PICKS } from '../decide/judge-table.ts';
import { examplesOf } from '../joint/examples.ts';
import { type JointPicks, jointPicks } from '../joint/joint-picks.ts';
import { namesOf } from '../table/masks.ts';

/** A sheet under a knowledge base, and what comes of it. */
export interface JudgedSheet {
  readonly knowledge: KnowledgeBase;
  readonly known: Known;
  readonly situation: Situation;
  /** By the id of the decision; what an open pick depends on is not worked out. */
  readonly judged: ReadonlyMap<string, Judged>;
  /** What is recommended, all decisions taken together. */
  readonly joint: JointPicks;
}

export function judgeSheet(knowledge: KnowledgeBase, sheet: AnswerSheet): JudgedSheet {
  const known = knownTo(knowledge, sheet);
  const situation = situationOf(knowledge, known);
  const all = judgeAll(situation);
  const judged = new Map(all.map((each) => [each.entry.decision.id, each]));
  const joint = jointPicks(situation, { judged: all, calls: QUICK.calls });
  return { knowledge, known, situation, judged, joint };
}

/**
 * Picks need no diagrams. Where it takes very large ones to see whether a decision applies, examples may show that this is
 * undecided; else the search may use as many calls as `recommend`.
 */
function judgeAll(situation: Situation): Judged[] {
  const quick = [...judge(situation, { depth: PICKS }).values()];
  const bounded = quick
    .filter(({ applicability }) => applicability.isBounded)
    .map(({ entry }) => entry.index);
  if (bounded.length === 0) return quick;
  const { isEitherWay } = examplesOf(situation);
  const decisions = bounded.filter((index) => !isEitherWay(index));
  const thorough = judge(situation, { decisions, depth: THOROUGH });
  return quick.map((each) => thorough.get(each.entry.index) ?? each);
}

export function judgedIn({ judged }: JudgedSheet, id: string): Judged {
  const found = judged.get(id);
  if (found === undefined) throw new Error(`Nothing is known of ${id}`);
  return found;
}

/** What a decision picks by itself. */
export function pickOf({ entry, status, picks, isPinned, applicability }: Judged): PickOfSide {
  return {
    status,
    recommended: namesOf(picks, entry.alternatives),
    applies: applicability.applies,
    pinned: isPinned,
  };
}

/** What is recommended in a decision, all of them taken together. */
export function recommendedIn(sheet: JudgedSheet, id: string): PickOfSide {
  const judged = judgedIn(sheet, id);
  const change = sheet.joint.changeOf(judged.entry.index);
  const own = pickOf(judged);
  if (change === undefined) return own;
  const recommended = namesOf(change.picks, judged.entry.alternatives);
  return { ...own, recommended, joint: change.joint };
}

/** The same alternatives; nothing is picked where a decision does not apply, where nothing fits, and where no technique is worth it. */
export function isSamePick(one: PickOfSide, other: PickOfSide): boolean {
  return pickWord(one) === pickWord(other);
}

function pickWord({ status, recommended, joint }: PickOfSide): string {
  if (joint !== undefined && recommended.length === 0) return '(not-applicable)';
  const isNone = status === 'not-applicable' || status === 'infeasible';
  if (isNone && joint === undefined) return `(${status})`;
  return recommended.toSorted().join();
}

/** The same pick, as certain, of a decision that applies as certainly. */
export function isSame(one: PickOfSide, other: PickOfSide): boolean {
  return isSamePick(one, other) && one.status === other.status && one.applies === other.applies;
}

/** A sheet as far as a knowledge base knows its ids, and the ids that it does not know. */
interface Known extends Given {
  /** `question`, `question=choice`, `decision`, `decision=alternative`. */
  readonly unknown: readonly string[];
}

/** Leaves out of a sheet what a knowledge base does not know; of a list of choices only those. */
function knownTo({ questions, decisions }: KnowledgeBase, sheet: AnswerSheet): Known {
  const unknown: string[] = [];
  const known = (id: string, parts: readonly string[], own: readonly string[] | undefined) => {
    const left = parts.filter((part) => own?.includes(part));
    if (own === undefined) unknown.push(id);
    else
      addAll(
        unknown,
        parts.filter((part) => !left.includes(part)).map((part) => `${id}=${part}`),
      );
    return left;
  };
  const answers = [...sheet.answers].flatMap(([id, answer]): [string, Answer][] => {
    if (answer === null) return [];
    const choices = known(id, answer.choices, idsOf(questions.get(id)?.choices));
    return choices.length === 0 ? [] : [[id, { ...answer, choices }]];
  });
  const pins = [...sheet.pins].flatMap(([id, pin]): [string, readonly string[]][] => {
    const left = known(id, pin, idsOf(decisions.get(id)?.alternatives));
    return left.length === 0 ? [] : [[id, left]];
  });
  return { answers: new Map(answers), pins: new Map(pins), unknown };
}

function idsOf(named: readonly { readonly id: string }[] | undefined): string[] | undefined {
  return named?.map(({ id }) => id);
}
