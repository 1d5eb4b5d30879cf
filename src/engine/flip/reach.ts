import { largest } from '../../common/lists.ts';
import { scoresOf } from '../decide/score.ts';
import { holdsUnder, meetsSoFar } from '../table/conditions.ts';
import type { DecisionTable, JoinedCondition } from '../table/decision-table.ts';
import { type Implying, sourcesOf } from '../table/implied.ts';
import { narrowedColumns } from '../table/lazy-columns.ts';
import { firstMembers, has, membersOf } from '../table/masks.ts';
import { classAt } from '../table/question-columns.ts';
import { type AnswerMasks, isOpen } from '../table/slots.ts';
import type { Changeable } from './changes.ts';

/**
 * How near changed answers may bring a table to another pick, seen by one rival: a set of changes whose gains together
 * stay below what is needed keeps the pick. Gains are never too low, so that no flip is missed.
 */
export interface Reach {
  readonly needed: number;
  /** By changeable question and class of its answers. */
  readonly gains: readonly (readonly number[])[];
}

/** More than any sum of points. */
const FAR = 1e9;

/**
 * What each rival of the picks of a table needs. The pick changes only if a rival comes level in score, or in the proof
 * (its lowest lead), or the pick is ruled out, as not having a technique never is; each is a sum over the questions, with joined conditions at their best.
 */
export function reachesOf(
  table: DecisionTable,
  picked: number,
  { answers, changeables, implying }: Changes,
): Reach[] {
  const own = membersOf(picked);
  const [pick] = own;
  if (pick === undefined || own.length > 1) return [anything(changeables)];
  const scores = scoresOf(table, answers);
  const rivals = membersOf(firstMembers(scores.length) & ~picked);
  const follow = followersOf(table, implying);
  const fall = fallOf(table, pick, { answers, changeables, follow });
  const overtaken = rivals.flatMap((rival) => {
    const pair = { table, answers, pick, rival, follow };
    const after = gainsAfter(pair, changeables);
    return [byScore(pair, scores), byProof(pair)].map((standing) => ({
      needed: after.needed - standing.lead,
      gains: after.gains.map((gains, place) => {
        const question = changeables[place]?.slot.index ?? -1;
        const before = standing.partOf(question);
        const followed = sum(
          follow(question).map((each) => mostLead(each, pair) - standing.partOf(each)),
        );
        return gains.map((gain) => gain - before + followed);
      }),
    }));
  });
  const neverFalls = table.isTechnique && pick === 0;
  return neverFalls ? overtaken : [fall, ...overtaken];
}

/** What the other answers give the rival, however its lead is measured; what it needs to stand at all. */
function gainsAfter(pair: Pair, changeables: readonly Changeable[]): Reach {
  const barrier = barriersOf(pair);
  return {
    needed: barrier.count > 0 ? FAR : 0,
    gains: changeables.map(({ slot: { index }, classes }) => {
      const joined = sum(
        [index, ...pair.follow(index)].map(
          (question) => joinedGain(question, pair) + barrier.gainOf(question),
        ),
      );
      return classes.map(([first]) => joined + (first ? leadAt(index, first.mask, pair) : 0));
    }),
  };
}

/** Every change may change the pick. */
function anything(changeables: readonly Changeable[]): Reach {
  return { needed: 0, gains: changeables.map(({ classes }) => classes.map(() => 0)) };
}

interface Pair {
  readonly table: DecisionTable;
  readonly answers: AnswerMasks;
  readonly pick: number;
  readonly rival: number;
  readonly follow: Follow;
}

/** What may change, and what that implies. */
interface Changes {
  /** With what they imply. */
  readonly answers: AnswerMasks;
  readonly changeables: readonly Changeable[];
  readonly implying: readonly Implying[];
}

/** The questions of a table that another answer to a question may narrow, or no longer narrow. */
type Follow = (question: number) => readonly number[];

function followersOf({ byQuestion }: DecisionTable, implying: readonly Implying[]): Follow {
  const followers = new Map<number, number[]>();
  for (const each of implying) {
    if (!byQuestion.has(each.slot)) continue;
    for (const source of sourcesOf(each)) {
      const known = followers.get(source) ?? [];
      if (!known.includes(each.slot)) followers.set(source, [...known, each.slot]);
    }
  }
  return (question) => followers.get(question) ?? [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

/** The most that some answer to a question gives the rival over the pick. */
function mostLead(question: number, { table, pick, rival }: Pair): number {
  const { classes = [] } = table.byQuestion.get(question) ?? {};
  return largest(classes.map(({ points }) => (points[rival] ?? 0) - (points[pick] ?? 0)));
}

/** What a question does in a table, as far as it is not narrowed. */
function columnsAt(question: number, { table, answers }: Pick<Pair, 'table' | 'answers'>) {
  const columns = table.byQuestion.get(question);
  return columns && narrowedColumns(columns, answers[question] ?? 0);
}

/** The lead of the rival over the pick, and what each question has in it. */
interface Measure {
  readonly lead: number;
  readonly partOf: (question: number) => number;
}

function byScore(pair: Pair, scores: readonly number[]): Measure {
  const { answers, pick, rival } = pair;
  return {
    lead: (scores[rival] ?? 0) - (scores[pick] ?? 0),
    partOf: (question) => {
      const answer = answers[question] ?? 0;
      if (!isOpen(answer)) return leadAt(question, answer, pair);
      const { certain = [] } = columnsAt(question, pair) ?? {};
      return (certain[rival] ?? 0) - (certain[pick] ?? 0);
    },
  };
}

/**
 * The lowest lead at most: each open question at its worst, each open condition at its best. Where a joined condition may
 * rule the pick out, an open question counts at its best, as its worst answers may be among those that rule it out.
 */
function byProof(pair: Pair): Measure {
  const { table, answers, pick, rival } = pair;
  const rules = table.joined.filter(
    ({ rulesOut, alternative }) => rulesOut && alternative === pick,
  );
  const partOf = (question: number): number => {
    const answer = answers[question] ?? 0;
    if (!isOpen(answer)) return leadAt(question, answer, pair);
    const { lowest = [], classes = [] } = columnsAt(question, pair) ?? {};
    if (rules.some((rule) => isNamedIn(rule, question))) {
      return largest(classes.map(({ points }) => (points[rival] ?? 0) - (points[pick] ?? 0)));
    }
    return Math.min(FAR, lowest[rival * table.base.length + pick] ?? 0);
  };
  let lead = (table.base[rival] ?? 0) - (table.base[pick] ?? 0);
  for (const { slot } of table.questions) lead += partOf(slot);
  for (const each of table.joined) {
    const points = pointsFor(each, pair);
    const state = stateOf(each, answers);
    if (state === 'counts' || (state === 'open' && points > 0)) lead += points;
  }
  return { lead, partOf };
}

/** What an answer gives the rival over the pick. */
function leadAt(question: number, mask: number, { table, pick, rival }: Pair): number {
  const columns = table.byQuestion.get(question);
  if (columns === undefined) return 0;
  const { points } = classAt(columns, mask);
  return (points[rival] ?? 0) - (points[pick] ?? 0);
}

function pointsFor({ alternative, points }: JoinedCondition, { pick, rival }: Pair): number {
  if (alternative === rival) return points;
  return alternative === pick ? -points : 0;
}

function stateOf(
  { terms, negated }: JoinedCondition,
  answers: AnswerMasks,
): 'counts' | 'open' | 'fails' {
  const holds = holdsUnder(terms, answers);
  if (holds === undefined) return 'open';
  return holds === negated ? 'fails' : 'counts';
}

/** The most that a changed answer to a question can bring the rival by way of joined conditions. */
function joinedGain(question: number, pair: Pair): number {
  let gain = 0;
  for (const each of pair.table.joined) {
    if (isNamedIn(each, question))
      gain += turnGain(each, pointsFor(each, pair), { question, answers: pair.answers });
  }
  return gain;
}

function isNamedIn({ anyOf }: JoinedCondition, question: number): boolean {
  return anyOf.some((conjunction) => conjunction.some(({ slot }) => slot === question));
}

/** What a condition that is worth so much can bring where a question turns it, alone or with others. */
function turnGain(
  condition: JoinedCondition,
  points: number,
  { question, answers }: { readonly question: number; readonly answers: AnswerMasks },
): number {
  const state = stateOf(condition, answers);
  if (condition.negated || (points < 0 && state !== 'fails')) return Math.abs(points);
  return points > 0 && state !== 'counts' ? points * partOf(condition, question, answers) : 0;
}

/** The pick is ruled out, or loses the reason to use it: by one answer, or by joined conditions that it completes. */
function fallOf(
  table: DecisionTable,
  pick: number,
  { answers, changeables, follow }: Omit<Changes, 'implying'> & Pick<Pair, 'follow'>,
): Reach {
  const rules = table.joined.filter(
    ({ rulesOut, alternative }) => rulesOut && alternative === pick,
  );
  /** By way of joined conditions, and of reasons to use it. */
  const turned = (question: number) => {
    const isReason = table.reasons.some((reason) => reason.some((each) => each.slot === question));
    const named = rules.filter((rule) => isNamedIn(rule, question));
    return sum(named.map((rule) => turnGain(rule, 1, { question, answers }))) + Number(isReason);
  };
  const gains = changeables.map(({ slot, classes }) => {
    const columns = table.byQuestion.get(slot.index);
    const followed = follow(slot.index);
    const joined = sum([
      ...[slot.index, ...followed].map(turned),
      ...followed.map((each) => Number(has(table.byQuestion.get(each)?.mayRuleOut ?? 0, pick))),
    ]);
    return classes.map(([first]) => {
      if (columns === undefined || first === undefined) return joined;
      const { ruledOut } = classAt(columns, first.mask);
      return has(ruledOut, pick) ? joined + 1 : joined;
    });
  });
  return { needed: 1, gains };
}

/**
 * What fails of a conjunction needs a change each: a question brings its part of the nearest one it helps. Where nothing
 * fails yet, one answer may be enough, as other conditions may cover the rest.
 */
function partOf({ anyOf }: JoinedCondition, question: number, answers: AnswerMasks): number {
  const parts = anyOf.map((conjunction) => {
    if (!conjunction.some(({ slot }) => slot === question)) return 0;
    const wrong = conjunction.filter(({ slot, masks }) => {
      return meetsSoFar(answers[slot] ?? 0, masks) === false;
    });
    if (wrong.length === 0) return 1;
    return wrong.some(({ slot }) => slot === question) ? 1 / wrong.length : 0;
  });
  return largest(parts, 0);
}

/** What rules the rival out now; each of the rules has to go before it can win. */
function barriersOf({ table, answers, rival }: Pair): {
  readonly count: number;
  readonly gainOf: (question: number) => number;
} {
  const own = table.questions.filter((columns) => {
    const answer = answers[columns.slot] ?? 0;
    if (isOpen(answer)) return has(narrowedColumns(columns, answer).rulesOut, rival);
    return has(classAt(columns, answer).ruledOut, rival);
  });
  const joined = table.joined.filter(
    (each) => each.rulesOut && each.alternative === rival && stateOf(each, answers) === 'counts',
  );
  const count = own.length + joined.length;
  return {
    count,
    gainOf: (question) => {
      const broken =
        own.filter(({ slot }) => slot === question).length +
        joined.filter((each) => isNamedIn(each, question)).length;
      return count === 0 ? 0 : (FAR * broken) / count;
    },
  };
}
